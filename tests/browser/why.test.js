// Why: reasons with both results of a disagreement and a switch, help at words, what was left out, many findings, the library.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { catalogue } from '../../www/pkg/node.js'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
before(async () => {
  page = await openPage()
  person = new Person(page)
  await person.reads(/Order/)
  await compared()
})
beforeEach(async () => {
  await person.presses('English')
  await person.presses('School')
  await person.reads(/^Order 1 × Site pack 500/)
})
after(() => page?.close())

const compared = () => person.sees(() => person.look("return root.querySelector('.what-if')?.getAttribute('aria-busy')"), (busy) => busy === 'false', 'the plan is compared')

/** Opens the reason of a figure by its name, and gives what is written in it. @param {string} what @param {string} [place] */
async function why(what, place = '.orders') {
  await person.look("const found = [...root.querySelectorAll(`${arguments[1]} .figure`)].find((each) => each.title.startsWith(arguments[0])); found.scrollIntoView({ block: 'center' }); found.click()", what, place)
  return person.sees(() => person.look('return text(root.querySelector(`${arguments[0]} .reason`))', place), Boolean, `the reason of ${what} opens`)
}

test('where texts disagree, the reason shows both sides with their texts, and the switch plans with the other', async () => {
  await compared()
  const text = String(await why('Usable until'))
  assert.match(text, /assumed Where the end of the agreement and twelve months from the purchase both bind, the earlier day counts\./)
  assert.match(text, /texts disagree When does an unused code expire\? At the end of the agreement\. \(Codes end: with the agreement\).*Twelve months after the purchase\. \(Codes end: 12 months after the purchase\).*This planner: Plans with the earlier day and shows both\./)
  const links = Number(await person.look("return root.querySelectorAll('.orders .disagreement .cited a[href^=https]').length"))
  assert.ok(links >= 3, `${links} texts`)
  await person.presses('Plan with this: 12 months after the purchase', 'What to order')
  await person.sees(() => person.look("return text(root.querySelector('.orders .note-head'))"), (head) => /Usable until December 3, 2021/.test(String(head)), 'codes live longer')
  assert.equal(await person.look('return name(root.activeElement)'), 'Planned with this: 12 months after the purchase', 'the switch keeps the focus')
  assert.equal(await person.look("return root.getElementById('f-agreements-0-policies-expiry').value"), 'twelve-months', 'the question follows')
  await person.presses('Undo')
  await person.sees(() => person.look("return text(root.querySelector('.orders .note-head'))"), (head) => /Usable until June 30, 2021/.test(String(head)), 'one step takes it back')
})

test('each other choice says what the plan would cost, and planning with it costs that', async () => {
  await compared()
  await why('Months charged')
  const rows = await person.sees(() => person.look("return [...root.querySelectorAll('.orders .policy-switch li')].map(text)"), (rows) => rows.some((/** @type {string} */ row) => /7,735\.89/.test(row)), 'the results stand there')
  assert.match(rows.join('\n'), /whole months USD 7,800\.00, 750 exams bought Planned with this\nwhole months, at least six same cost and orders Plan with this/)
  assert.match(rows.join('\n'), /days of the year USD 7,735\.89, 750 exams bought -USD 64\.11 Plan with this/)
  await person.presses('Plan with this: days of the year', 'What to order')
  await person.reads(/USD 7,735\.89\./)
  await person.presses('Plan with this: whole months', 'What to order')
  await person.reads(/USD 7,800\.00\./)
  assert.equal(await person.look("return root.getElementById('f-agreements-0-policies-months').value"), '', 'the default reads as untouched')
})

test('a disagreement below the plan has the same switch', async () => {
  await compared()
  await person.look("const found = [...root.querySelectorAll('details.conflict')].find((each) => /Is at least half a year charged/.test(each.textContent)); found.open = true; found.scrollIntoView()")
  const text = await person.look("return text([...root.querySelectorAll('details.conflict')].find((each) => /Is at least half a year charged/.test(each.textContent)))")
  assert.match(String(text), /always twelve USD 15,600\.00, 750 exams bought \+USD 7,800\.00 Plan with this/)
})

for (const sample of ['School', 'University', 'Company']) {
  test(`every figure of the ${sample} opens a reason that names a rule, a text, a choice, an entry or what went in`, async () => {
    await person.presses(sample)
    await person.reads(/Order/)
    await compared()
    const bad = /** @type {string[]} */ (await page.driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1]
      const planner = document.querySelector('voucher-planner')
      const root = planner.shadowRoot
      for (const each of root.querySelectorAll('.answer details')) each.open = true
      const run = async () => {
        const bad = []
        const number = root.querySelectorAll('.figure').length
        if (number < 20) bad.push('only ' + number + ' figures')
        for (let index = 0; index < number; index += 1) {
          const button = [...root.querySelectorAll('.figure')].filter((each) => !each.closest('.reason'))[index]
          if (!button) break
          if (button.getAttribute('aria-expanded') === 'false') button.click()
          await planner.updateComplete
          const note = root.getElementById(button.getAttribute('aria-controls'))
          const grounds = note?.querySelector('.cited a, .rule, .policy-switch, details, .link') || /default/.test(note?.querySelector('.tag')?.textContent)
            || /Why these packs|Who needs what|Added up/.test(note?.querySelector('.formula')?.textContent)
          if (!note?.querySelector('.formula')?.textContent.trim() || !grounds) bad.push(button.title + ' | ' + note?.innerText)
          button.click()
          await planner.updateComplete
        }
        return bad
      }
      run().then(done, (error) => done([String(error)]))`))
    assert.deepEqual(bad, [])
  })
}

test('a word’s help opens at the word, takes the focus, and closes with Escape or a click elsewhere', async () => {
  const button = await person.button('What is meant by “Expiry”?')
  await page.driver.executeScript("arguments[0].closest('details').open = true; arguments[0].scrollIntoView({ block: 'center' })", button)
  await button.sendKeys(Key.ENTER)
  const note = () => person.look("const note = root.querySelector('.help-note'); return note?.matches(':popover-open') ? text(note) : ''")
  assert.match(String(await person.sees(note, Boolean, 'it opens')), /^Close Expiry The last day on which a code can be used.*From the document COD-6 What is unused when the agreement ends has expired\..*PRD-9/)
  assert.equal(await button.getAttribute('aria-expanded'), 'true')
  assert.equal(await person.look("return root.activeElement.className"), 'help-note')
  const { near, inside } = /** @type {{ near: boolean, inside: boolean }} */ (await page.driver.executeScript(`
    const at = arguments[0].getBoundingClientRect()
    const note = arguments[0].getRootNode().querySelector('.help-note').getBoundingClientRect()
    return { near: Math.min(Math.abs(note.top - at.bottom), Math.abs(at.top - note.bottom)) < 10, inside: note.left >= 0 && note.right <= innerWidth && note.top >= 0 }`, button))
  assert.deepEqual({ near, inside }, { near: true, inside: true })
  await person.keys(Key.ESCAPE)
  await person.sees(note, (text) => text === '', 'Escape closes it')
  assert.equal(await person.look("return name(root.activeElement)"), 'What is meant by “Expiry”?', 'the focus is back')
  await button.click()
  await person.sees(note, Boolean, 'it opens again')
  await button.click()
  await person.sees(note, (text) => text === '', 'its button closes it')
  await button.click()
  await person.sees(note, Boolean, 'it opens once more')
  await page.driver.executeScript('scrollBy(0, 0)')
  await page.driver.actions().move({ x: 3, y: 3 }).click().perform()
  await person.sees(note, (text) => text === '', 'a click elsewhere closes it')
})

test('what was left out says under which programme it would compete, and leads to the field', async () => {
  await person.presses('Company')
  await person.reads(/Order/)
  const text = String(await person.look("return text(root.querySelector('.left-out'))"))
  assert.match(text, /class pack 30 Your programme does not sell it\. It would compete under EES, School, and OVS-ES\. Go to the field/)
  await person.look("root.querySelector('.left-out .link').click()")
  await person.sees(() => person.look('return root.activeElement?.id'), (id) => id === 'f-agreements-0-programme', 'the programme has the focus')
})

test('exams lead to their pages where it says who needs what, and a missing test centre to Certiport', async () => {
  assert.equal(await person.look("return [...root.querySelectorAll('.groups a')].find((each) => text(each) === '77-725').href"), 'https://docs.microsoft.com/learn/certifications/exams/77-725')
  await person.types('Test centre since', '')
  const link = await person.sees(() => person.look("return [...root.querySelectorAll('.findings a')].find((each) => text(each) === 'Become a Certiport test centre')?.href ?? ''"), Boolean, 'the finding has a link')
  assert.match(String(link), /certiport\.com/)
})

test('of many groups the findings are told by kind, and each can still be put right', async () => {
  await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    const [agreement] = planner.scenario.agreements
    planner.load({ ...planner.scenario, agreements: [{ ...agreement, groups: Array.from({ length: 40 }, (_, index) => ({
      ...agreement.groups[0], id: undefined, name: 'Class ' + (index + 1), people: '10', preparationStart: '2020-10-01' })) }] })`)
  const line = await person.sees(() => person.look("return text(root.querySelector('.findings .many'))"), Boolean, 'findings of one kind stand together')
  assert.match(String(line), /^Warning 40 exam days come before a group is ready$|^In the way 40 exam days/)
  assert.ok(Number(await person.look("return root.querySelectorAll('.findings > li').length")) <= 8)
  await person.look("root.querySelector('.findings .many summary').click()")
  await person.sees(() => person.look("return root.querySelectorAll('.many .findings > li').length"), (count) => count === 40, 'each of them is inside')
  const repair = String(await person.look("return text(root.querySelector('.many .repair'))"))
  await person.look("root.querySelector('.many .repair').click()")
  await person.sees(() => person.look("return text(root.querySelector('.findings .many summary'))"), (text) => /^39 exam days/.test(String(text)), `${repair} puts one right`)
  assert.match(String(await person.look("return text(root.querySelector('.groups + details'))")), /^28 more$/)
})

test('what cannot be loaded says so with a way to try again, and so does a browser without the engine', async () => {
  await page.driver.executeScript("const planner = document.querySelector('voucher-planner'); window.kept = planner.later; planner.later = undefined; planner.restFailed = true")
  await person.sees(() => person.look("return text(root.querySelector('.answer [role=alert]'))"), (text) => /could not be loaded.*Try again/.test(String(text)), 'the rest says that it failed')
  await person.presses('Try again')
  await person.sees(() => person.look("return root.querySelector('.what-if') !== null"), Boolean, 'the rest is there')
  await page.driver.executeScript("document.querySelector('voucher-planner').failed = true")
  await person.sees(() => person.look('return text(root.querySelector("[role=alert]"))'), (text) => /needs WebAssembly/.test(String(text)), 'the page says what it needs')
  assert.ok(await person.button('Load again'))
  await page.driver.executeScript("document.querySelector('voucher-planner').failed = false")
  await person.reads(/Order/)
  const response = await page.driver.executeAsyncScript('const done = arguments[arguments.length - 1]; fetch(location.href).then((file) => file.text()).then(done)')
  assert.match(String(response), /<noscript>[^]*JavaScript and WebAssembly[^]*JavaScript 和 WebAssembly[^]*<\/noscript>/)
})

test('the library lists everything the catalogue has, and finds it', async () => {
  const facts = await catalogue()
  await person.presses('Rules, sources and assumptions')
  await person.sees(() => person.look("return root.querySelector('.shelves') !== null"), Boolean, 'the library opens')
  const entries = (/** @type {string} */ section) => person.look("return root.querySelectorAll(`.library-sections [data-section=${arguments[0]}] [data-entry]:not([hidden])`).length", section)
  for (const [section, list] of /** @type {const} */ ([['rules', facts.rules], ['programmes', facts.programmes], ['products', facts.products], ['certifications', facts.certifications], ['exams', facts.exams],
    ['assumptions', facts.assumptions], ['conflicts', facts.conflicts], ['policies', facts.policies], ['links', facts.links], ['sources', facts.sources]])) assert.equal(await entries(section), list.length, section)
  const rule = String(await person.look("return text(root.getElementById('rule-COD-4'))"))
  assert.match(rule, /^COD-4 The document After a first order for 12 months, later orders end on the same day as it\..* The planner Lets later orders end with the first one.* In this plan Used for End of the term.*/)
  const search = await person.field('Search all sections')
  await search.sendKeys('98-366')
  await person.sees(() => entries('exams'), (count) => count === 1, 'one exam is left')
  assert.equal(await entries('rules'), 0)
  assert.match(String(await person.look("return text(root.getElementById('library-found'))")), /^\d+ of \d+ entries$/)
  await search.sendKeys(' nowhere')
  await person.presses('Clear the search')
  await person.sees(() => entries('rules'), (count) => count === facts.rules.length, 'all are back')
  assert.equal(await search.getAttribute('value'), '')
  await person.look("root.querySelector('.contents a[href=\"#library-changes\"]').click()")
  assert.equal(await person.look('return text(root.activeElement)'), 'What changed when')
  assert.match(String(await person.look("return text(root.querySelector('.library-sections [data-section=changes]'))")), /November 25, 2026 This catalogue First edition.*June 30, 2022 .*98-366.*December 7, 2020 Sale starts/)
  await person.presses('中文')
  await person.sees(() => person.look("return text(root.querySelector('.contents'))"), (text) => /文档中的规则 35/.test(String(text)), 'it speaks Chinese')
  await person.presses('English')
  await person.presses('Back to the plan')
  await person.reads(/Order/)
})

test('every word of the glossary has its button on the page, where the word comes up', async () => {
  const terms = Object.entries((await import('../../www/messages/en/help.js')).terms)
  /** @type {Set<string>} */
  const found = new Set()
  const collect = async () => {
    await person.look("for (const each of root.querySelectorAll('details')) each.open = true")
    await person.settles()
    for (const name of /** @type {string[]} */ (await person.look("return [...root.querySelectorAll('button.help')].map(name)"))) found.add(name)
  }
  for (const sample of ['University', 'Company', 'School']) {
    await person.presses(sample)
    await person.reads(/Order/)
    await compared()
    await collect()
  }
  await person.presses('Details of Office class')
  for (const list of ['Add codes in hand', 'Add an order placed', 'Add an E-Reference library']) await person.presses(`+ ${list}`)
  await collect()
  const names = [...found].map((label) => label.match(/“(.*)”/)?.[1])
  // Said of needs that nothing covers; none of the examples has one.
  assert.deepEqual(terms.filter(([term, { name }]) => !names.includes(name) && term !== 'uncovered').map(([term]) => term), [])
  await person.presses('School')
})
