// Everybody can use the page: axe finds nothing in either look and language, and it fits a phone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Key } from 'selenium-webdriver'
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
})
after(() => page?.close())

for (const [language, look, answer] of /** @type {const} */ ([['English', 'light', /Order/], ['English', 'dark', /Order/], ['中文', 'dark', /订购/], ['中文', 'light', /订购/]])) {
  test(`axe finds nothing to mend: ${language}, ${look}`, async () => {
    await person.presses(language)
    await person.reads(answer)
    await page.driver.executeScript("document.querySelector('voucher-planner').theme = arguments[0]", look)
    await person.look("for (const each of root.querySelectorAll('details')) each.open = true; for (const each of root.querySelectorAll('.orders .line .number .figure')) each.click()")
    await page.driver.sleep(300)
    assert.deepEqual(await page.violations(), [], 'with everything open')
    await person.presses(language === 'English' ? 'Start empty' : '从空白开始')
    assert.deepEqual(await page.violations(), [], 'empty')
    await person.presses(language === 'English' ? 'School' : '学校')
    await person.types(language === 'English' ? 'Last day' : '末日', 'x')
    await page.driver.sleep(300)
    assert.deepEqual(await page.violations(), [], 'with a field that is wrong')
    await person.presses(language === 'English' ? 'Undo' : '撤销')
    await person.presses(language === 'English' ? 'Rules, sources and assumptions' : '规则、来源与假设')
    await person.sees(() => person.look("return root.querySelector('.place') !== null"), Boolean, 'the page of rules opens')
    assert.deepEqual(await page.violations(), [], 'rules and sources')
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
  await person.presses('Remove Networking class')
  await person.sees(() => person.look('return root.activeElement?.textContent.trim() ?? ""'), (name) => name === '+ Add a group', 'the list has the focus')
  await person.presses('+ Add a site')
  await person.sees(() => person.look('return root.activeElement?.id ?? ""'), (id) => id === 'f-agreements-0-sites-2-name', 'the new entry has the focus')
})

for (const width of [360, 320]) {
  test(`at ${width} px nothing makes the page scroll sideways`, async () => {
    await person.narrows(width, 780)
    for (const [language, sample] of [['English', 'School'], ['English', 'Company'], ['中文', '大学']]) {
      await person.presses(String(language))
      await page.driver.sleep(100)
      await person.presses(String(sample))
      await person.reads(/Order|订购/)
      await person.look("for (const each of root.querySelectorAll('details')) each.open = true; root.querySelector('.orders .figure').click()")
      await page.driver.sleep(200)
      assert.ok(Number(await page.driver.executeScript('return document.documentElement.scrollWidth')) <= width, `${sample} in ${language}`)
    }
  })
}
