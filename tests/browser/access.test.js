// Everybody can use the page: axe finds nothing in either look and language, and it fits a phone.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { focusSeen, outOfPlace, tooSmall } from './boxes.js'
import { openPage } from './browser.js'
import { lacks } from './engines.js'
import { Person } from './person.js'
import { pseudoLocale } from './pseudo.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
before(async () => {
  page = await openPage()
  person = new Person(page)
  await person.reads(/Order/)
})
// A test that failed elsewhere leaves the plan behind.
beforeEach(() => page.driver.executeScript("document.querySelector('voucher-planner').showPlace(undefined)"))
after(() => page?.close())

/** Waits for the library, and looks for something of which every section has a few: hundreds of entries differ in their words only. */
async function library() {
  await person.sees(() => person.look("return root.querySelector('.shelves') !== null"), Boolean, 'the rules open')
  await person.look("const search = root.getElementById('library-search'); search.value = 'mos 20'; search.dispatchEvent(new InputEvent('input'))")
}

// All that depends on the look are the colours, and these on nothing else.
for (const [language, look, answer, colours] of /** @type {const} */ ([['English', 'light', /Order/, true], ['English', 'dark', /Order/, 'alone'], ['中文', 'light', /订购/, false]])) {
  test(`axe finds nothing to mend: ${language}, ${look}`, async () => {
    await person.presses(language)
    await person.reads(answer)
    await page.driver.executeScript("document.querySelector('voucher-planner').theme = arguments[0]", look)
    await person.look("for (const each of root.querySelectorAll('details')) each.open = true; for (const each of root.querySelectorAll('.orders .line .number .figure')) each.click()")
    await person.settles()
    assert.deepEqual(await page.violations({ colours }), [], 'with everything open')
    await person.presses(language === 'English' ? 'Start empty' : '从空白开始')
    await person.settles()
    assert.deepEqual(await page.violations({ colours }), [], 'empty')
    await person.presses(language === 'English' ? 'School' : '学校')
    await person.types(language === 'English' ? 'Last day' : '末日', 'x')
    await person.settles()
    assert.deepEqual(await page.violations({ colours }), [], 'with a field that is wrong')
    await person.presses(language === 'English' ? 'Undo' : '撤销')
    // The answer comes back, and moves what lies below it.
    await person.reads(answer)
    await person.settles()
    await person.presses(language === 'English' ? 'Rules, sources and assumptions' : '规则、来源与假设')
    await library()
    assert.deepEqual(await page.violations({ colours }), [], 'rules and sources')
    await person.presses(language === 'English' ? 'Back to the plan' : '返回规划')
    await person.reads(answer)
  })
}

test('a certification is chosen with the keyboard alone', async () => {
  await person.presses('English')
  await person.presses('Start empty')
  const field = await person.field('Certifications', 'Group 1')
  await field.sendKeys('word')
  await person.sees(() => field.getAttribute('aria-expanded'), (open) => open === 'true', 'the list opens')
  await field.sendKeys(Key.ARROW_DOWN, Key.ARROW_UP, Key.ENTER)
  await person.sees(() => person.look("return text(root.querySelector('.chips'))"), (text) => /Word/.test(String(text)), 'what was chosen is listed')
  await field.sendKeys(Key.BACK_SPACE)
  await person.sees(() => person.look("return root.querySelectorAll('.chips li').length"), (count) => count === 0, 'backspace takes it off')
  await field.sendKeys('word', Key.ESCAPE)
  assert.equal(await field.getAttribute('aria-expanded'), 'false')
})

test('focus stays where the person is: after a reason is closed, after an entry is removed', async () => {
  await person.presses('School')
  await person.reads(/^Order 1/)
  await person.presses('4,500.00', 'What to order')
  await person.presses('Close', 'What to order')
  await person.sees(() => person.look('return root.activeElement?.textContent ?? ""'), (name) => name === '4,500.00', 'the figure has the focus again')
  await person.presses('More for Networking class')
  await person.presses('Remove Networking class')
  await person.sees(() => person.look('return text(root.activeElement?.closest("tbody")?.querySelector("[data-column=name]"))'), (name) => name === 'Teachers', 'the row that took its place has the focus')
  await person.presses('+ Add a site')
  await person.sees(() => person.look('return root.activeElement?.id ?? ""'), (id) => id === 'f-agreements-0-sites-2-name', 'the new entry has the focus')
})

for (const width of [360, 320]) {
  test(`at ${width} px nothing makes the page scroll sideways`, async () => {
    await person.narrows(width, 780)
    for (const [language, sample] of [['English', 'School'], ['English', 'Company'], ['中文', '大学']]) {
      await person.presses(String(language))
      await person.settles()
      await person.presses(String(sample))
      await person.reads(/Order|订购/)
      await person.look("for (const each of root.querySelectorAll('details')) each.open = true; root.querySelector('.orders .figure').click()")
      await person.settles()
      assert.ok(Number(await page.driver.executeScript('return document.documentElement.scrollWidth')) <= width, `${sample} in ${language}`)
    }
  })
}

/** Looks at the page through a window of another size; without one, through that of a desk. @param {{ width?: number, height?: number }} options */
const through = ({ width = 1280, height = 900 }) => person.narrows(width, height)

/** Has a test look at a page of a person who set something in their system. @param {import('./engines.js').Features} features @param {() => Promise<void>} test */
async function withFeatures(features, test) {
  const before = page
  page = await openPage({ features })
  person = new Person(page)
  try {
    for (const [name, value] of Object.entries(features)) assert.equal(await page.driver.executeScript('return matchMedia(arguments[0]).matches', `(${name}: ${value})`), true, `${name} is ${value}`)
    await test()
  } finally {
    await page.close()
    page = before
    person = new Person(page)
  }
}

/** Opens reasons and details of an example, so that all of it is looked at. @param {string} sample */
async function opened(sample) {
  await person.presses(sample)
  await person.reads(/Order/)
  await person.sees(() => person.look("return root.querySelector('.what-if')?.getAttribute('aria-busy')"), (busy) => busy === 'false', 'the plan is compared')
  await person.look("for (const each of root.querySelectorAll('details')) each.open = true; for (const each of root.querySelectorAll('.orders .line .number .figure, .groups .figure')) if (each.getAttribute('aria-expanded') === 'false') each.click()")
  await person.settles()
  await person.look("for (const each of root.querySelectorAll('.reason details')) each.open = true")
  await person.settles()
}

/** Has axe look at everything that can be opened: at all but the colours, at these alone, or only at where things lie. @param {{ width?: number, height?: number }} size @param {false | 'alone'} colours @param {boolean} [judged] */
async function looksAtAll(size, colours, judged = true) {
  const violations = async (/** @type {string} */ within = '') => (judged ? page.violations({ colours, ...within ? { within } : {} }) : [])
  await person.presses('English')
  await through(size)
  await opened('University')
  assert.deepEqual(await violations(), [], 'the plan with its reasons')
  await person.presses('What is meant by “Programme”?')
  await person.sees(() => person.look("return root.querySelector('.help-note')?.matches(':popover-open')"), Boolean, 'help opens')
  assert.deepEqual(await violations('.help-note'), [], 'help')
  const inside = await person.look("const { left, right, top } = root.querySelector('.help-note').getBoundingClientRect(); return left >= 0 && top >= 0 && right <= document.documentElement.clientWidth")
  assert.equal(inside, true, 'help fits the window')
  await person.keys(Key.ESCAPE)
  await person.presses('Rules, sources and assumptions')
  await library()
  await person.look("for (const each of root.querySelectorAll('details')) each.open = true")
  assert.deepEqual(await violations(), [], 'rules and sources')
  assert.deepEqual(await page.driver.executeScript(outOfPlace), [])
  await person.presses('Back to the plan')
  await through({})
}

test('axe finds nothing to mend with 320 px, with reasons, findings, help and rules open', () => looksAtAll({ width: 320, height: 640 }, false))

// As wide as that, so that only what lies where has to be looked at again.
test('with 400 % zoom nothing sticks out, with reasons, findings, help and rules open', () => looksAtAll({ width: 320, height: 256 }, false, false))

for (const [name, features, skip] of /** @type {const} */ ([
  ['forced colours', { 'forced-colors': 'active' }, lacks('forced-colors')], ['more contrast', { 'prefers-contrast': 'more' }, lacks('prefers-contrast')],
])) {
  test(`axe finds nothing to mend in colours with ${name}, with reasons, findings, help and rules open`, { skip }, () => withFeatures(features, () => looksAtAll({}, 'alone')))
}

test('every target is large enough to hit, on a desk and on a phone', async () => {
  await person.presses('English')
  for (const [width, height] of /** @type {const} */ ([[1280, 900], [360, 780]])) {
    await through({ width, height })
    for (const sample of ['School', 'University']) {
      await opened(sample)
      assert.deepEqual(await page.driver.executeScript(tooSmall), [], `${sample} at ${width} px`)
    }
    await person.presses('Rules, sources and assumptions')
    await library()
    assert.deepEqual(await page.driver.executeScript(tooSmall), [], `the rules at ${width} px`)
    await person.presses('Back to the plan')
  }
  await through({})
})

for (const [width, height] of /** @type {const} */ ([[1280, 900], [360, 640]])) {
  test(`the Tab key walks through the whole page at ${width} px, and what has the focus is always seen`, async () => {
    await through({ width, height })
    await person.presses('School')
    await person.reads(/Order/)
    await person.look("for (const each of root.querySelectorAll('.question')) each.open = true; scrollTo(0, 0); root.querySelector('.bar button:enabled').focus()")
    /** @type {Set<string>} */
    const places = new Set()
    const wrong = []
    let steps = 0
    // Not beyond the last place: the browser's own bar comes there, or the first place again.
    for (let isLast = false; !isLast && steps < 600; steps += 1) {
      if (steps) await page.driver.actions().sendKeys(Key.TAB).perform()
      const look = () => /** @type {Promise<{ name: string, seen: boolean, ring: boolean, place: string, last: boolean }>} */ (page.driver.executeScript(focusSeen))
      let found = await look()
      if (!found.seen || !found.ring) {
        // Some browsers scroll to it with the next frame.
        await person.settles()
        found = await look()
      }
      places.add(found.place)
      if (!found.seen || !found.ring && steps) wrong.push(`${found.seen ? 'no ring' : 'hidden'}: ${found.name}`)
      isLast = found.last
    }
    assert.deepEqual(wrong, [])
    assert.ok(steps > 100 && steps < 600, `${steps} steps`)
    assert.deepEqual([...places].filter(Boolean).sort(), ['answer', 'bar', 'foot', 'headline', 'questions'])
    await through({})
  })
}

test('who wants less motion gets none', async () => {
  await withFeatures({ 'prefers-reduced-motion': 'reduce' }, async () => {
    await opened('School')
    const moving = await person.look("return [...root.querySelectorAll('*')].filter((each) => { const style = getComputedStyle(each); return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0 }).length")
    assert.equal(moving, 0)
  })
  const longest = await person.look("return Math.max(...[...root.querySelectorAll('*')].map((each) => Math.max(...getComputedStyle(each).transitionDuration.split(', ').map(parseFloat))))")
  assert.ok(Number(longest) <= 0.15, `${longest} s`)
})

for (const width of [360, 1440]) {
  test(`texts longer by two fifths wrap and are not cut at ${width} px`, async () => {
    await person.presses('English')
    await through({ width, height: 900 })
    for (const sample of ['School', 'University']) {
      await opened(sample)
      assert.equal(await page.driver.executeAsyncScript(pseudoLocale), null)
      await person.settles()
      try {
        assert.match(String(await person.look("return text(root.querySelector('.bar h1'))")), /^Vöûçhér plàññér (łôrëm|ø)/, 'the texts are longer')
        assert.deepEqual(await page.driver.executeScript(outOfPlace), [], sample)
        assert.ok(Number(await page.driver.executeScript('return document.documentElement.scrollWidth')) <= width, `${sample} scrolls sideways`)
      } finally {
        // The words come back with the language.
        for (const [language, answer] of /** @type {const} */ ([['zh-CN', /订购/], ['en', /Order/]])) {
          await page.driver.executeScript("document.querySelector('voucher-planner').language = arguments[0]", language)
          await person.reads(answer)
        }
      }
    }
    await through({})
  })
}
