// What a person does with several scenarios: lays them side by side in the bar, and compares them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { comparedRows, drops, focused, hasPeople, hasStrip, isTold, notices, page, people, person, school } from './desk.js'

// ---- The bar

test('scenarios are opened, copied, renamed, moved and closed in the bar, and every step is undone', async () => {
  await person.presses('Duplicate')
  await hasStrip([school, `[${school} (2)]`])
  await person.presses('Rename')
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'the name becomes a field')
  await person.keys('Fewer people', Key.ENTER)
  await hasStrip([school, '[Fewer people]'])
  assert.equal(await focused(), 'Fewer people')
  await person.presses('Start empty', 'Scenarios')
  await hasStrip([school, 'Fewer people', '[Scenario 3]'])
  await person.reads(/What should you order/)
  await person.presses('University')
  await hasStrip([school, 'Fewer people', '[University, OVS-ES: the last months]'])
  await person.presses('Move to the left')
  await hasStrip([school, '[University, OVS-ES: the last months]', 'Fewer people'])
  await person.presses('Fewer people')
  await person.presses('Close')
  await hasStrip([school, '[University, OVS-ES: the last months]'])
  for (let step = 0; step < 6; step += 1) await person.presses('Undo')
  await hasStrip([`[${school}]`])
  for (let step = 0; step < 6; step += 1) await person.presses('Redo')
  await hasStrip([school, '[University, OVS-ES: the last months]'])
})

test('a name in the bar obeys keys: arrows, F2, Escape, Shift with an arrow, Delete', async () => {
  await person.presses('Duplicate')
  await hasStrip([school, `[${school} (2)]`])
  const press = (/** @type {string[]} */ ...keys) => person.keys(...keys)
  await person.sees(focused, (name) => name === `${school} (2)`, 'the copy has the focus')
  await press(Key.F2)
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'F2 renames')
  await press('Nothing', Key.ESCAPE)
  await hasStrip([school, `[${school} (2)]`])
  await press(Key.F2)
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'F2 renames')
  await press('Copy', Key.ENTER)
  await hasStrip([school, '[Copy]'])
  await person.sees(focused, (name) => name === 'Copy', 'the name has the focus again')
  await person.chord(Key.SHIFT, Key.ARROW_LEFT)
  await hasStrip(['[Copy]', school])
  await press(Key.ARROW_RIGHT)
  await person.sees(focused, (name) => name === school, 'the arrow goes to the next name')
  await press(Key.ENTER)
  await hasStrip(['Copy', `[${school}]`])
  await press(Key.DELETE)
  await hasStrip(['[Copy]'])
})

test('a menu obeys keys: arrows go round, Escape closes and gives the focus back', async () => {
  const button = await person.button('New')
  await button.sendKeys(Key.ENTER)
  await person.sees(focused, (name) => name === 'Start empty', 'the first entry has the focus')
  await person.keys(Key.ARROW_DOWN)
  assert.equal(await focused(), 'School')
  await person.keys(Key.ARROW_UP, Key.ARROW_UP)
  assert.equal(await focused(), 'Duplicate')
  await person.keys(Key.ESCAPE)
  await person.sees(focused, (name) => name === 'New', 'the button has the focus')
  assert.equal(await person.look("return root.querySelector('#new').matches(':popover-open')"), false)
})

test('? opens the list of keys, but not while one types', async () => {
  const isOpen = () => person.look("return root.querySelector('#keys').matches(':popover-open')")
  await (await person.field('Currency')).sendKeys('?')
  assert.equal(await isOpen(), false)
  await (await person.button('New')).sendKeys('?')
  await person.sees(isOpen, Boolean, 'the list is open')
  await person.sees(() => person.look("return text(root.querySelector('#keys'))"), (text) => /Ctrl \+ Z undo/.test(String(text)), 'it says what Ctrl+Z does')
  await person.keys(Key.ESCAPE)
  await person.sees(isOpen, (open) => !open, 'Escape closes it')
})

test('each scenario has its own answer, and looking at another one is no step to undo', async () => {
  await person.presses('Duplicate')
  await person.types('People', '300', 'Group 1')
  await person.reads(/^Order 1 × Site pack 500 and 1 × Site pack 125 MTA/)
  await person.presses(school)
  await person.reads(/^Order 1 × Site pack 500, 1/)
  await person.presses('Undo')
  await hasStrip([school, `[${school} (2)]`])
  await hasPeople('501')
})

test('more than 200 changes are undone and redone by keys, and the changed field has the focus', async () => {
  await person.types('People', '7', 'Group 1')
  const steps = (/** @type {number} */ number, /** @type {string} */ key) => page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    for (let step = 0; step < arguments[0]; step += 1) planner.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[1], ctrlKey: true }))`, number, key)
  await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    for (let number = 1; number <= 220; number += 1) planner.load({ ...planner.scenario, name: String(number) })`)
  await hasStrip(['[220]'])
  await steps(219, 'z')
  await hasStrip(['[1]'])
  await steps(219, 'y')
  await hasStrip(['[220]'])
  await steps(220, 'z')
  await hasPeople('7')
  await (await person.field('Currency')).sendKeys(Key.CONTROL, 'z')
  await hasPeople('501')
  assert.equal(await person.look('return root.activeElement?.id'), 'cell-f-agreements-0-groups-0-people')
  await person.chord(Key.CONTROL, Key.SHIFT, 'z')
  await hasPeople('7')
})

// ---- Side by side

test('four scenarios stand side by side, with what differs, what is best, and what is missing', async () => {
  await person.presses('Duplicate')
  await person.types('People', '300', 'Group 1')
  await person.presses('Duplicate')
  await person.chooses('Months charged', 'always twelve')
  await person.reads(/USD/)
  await person.presses('Start empty', 'Scenarios')
  await person.presses('Compare', 'Voucher planner')
  const table = await comparedRows()
  assert.match(String(table.Answer?.[0]), /^Order 1 × Site pack 500, 1 × .*: USD 7,800\.00\.$/)
  assert.match(String(table.Answer?.[3]), /^4 entries are missing or wrong: Programme – Enter this\./)
  assert.deepEqual(table.Cost, ['USD 7,800.00', 'USD 6,150.00 best -USD 1,650.00 less', 'USD 12,300.00 +USD 4,500.00 more', '–'])
  assert.deepEqual(table['Exams needed'], ['586', '385 -201 fewer', '385 -201 fewer', '–'])
  assert.deepEqual(table['Exams unused'], ['164 best', '240 +76 more', '240 +76 more', '–'])
  assert.deepEqual(table['First order by'], ['Dec 4, 2020', 'Dec 4, 2020 the same', 'Dec 4, 2020 the same', '–'])
  assert.deepEqual(table['Due by fiscal year']?.[0], 'Jul 1, 2020 – Jun 30, 2021: USD 7,800.00')
  assert.deepEqual(table['What to know'], ['2 warnings, 2 notes.', '2 warnings, 2 notes.', '2 warnings, 3 notes.', '–'])
  const differing = String(await person.look("return [...root.querySelectorAll('section')].find((each) => text(each.querySelector('h3')) === 'Entries that differ').innerText.replace(/\\s+/g, ' ')"))
  assert.match(differing, /Office class › People 501 300/)
  assert.match(differing, /Months charged whole months \(default\) always twelve/)
  await person.presses('Group 1 › People')
  await person.sees(() => person.look('return root.activeElement?.id'), (id) => /f-agreements-0-groups-0-people$/.test(String(id)), 'the missing field has the focus')
})

test('for two scenarios the orders to change are listed', async () => {
  await person.presses('Duplicate')
  await person.types('People', '300', 'Group 1')
  await person.presses('Compare', 'Voucher planner')
  const text = await person.sees(() => person.look("return text([...root.querySelectorAll('section')].find((each) => text(each.querySelector('h3')) === 'From one order to the other'))"), (found) => /Drop/.test(String(found)), 'the amendment is there')
  assert.match(String(text), /Drop Site pack 125 MOS\/MCE Dec 4, 2020 1 -1,650\.00 Together: -USD 1,650\.00\./)
})

test('of more than four the user chooses which to compare', async () => {
  for (let copies = 0; copies < 4; copies += 1) await person.presses('Duplicate')
  await person.presses('Compare', 'Voucher planner')
  const heads = () => /** @type {Promise<string[]>} */ (person.look("return [...root.querySelectorAll('.compared')].map(text)"))
  await person.sees(heads, (found) => found.length === 4 && found[0] === school, 'the first four are compared')
  const box = (/** @type {string} */ label) => person.look(";[...root.querySelectorAll('.which label')].find((each) => text(each) === arguments[0]).querySelector('input').click()", label)
  assert.equal(await person.look("return root.querySelectorAll('.which input:disabled').length"), 1)
  await box(school)
  await person.sees(heads, (found) => found.length === 3, 'one less')
  await box(`${school} (5)`)
  await person.sees(heads, (found) => found.length === 4 && found[3] === `${school} (5)`, 'another one')
})

test('scenarios are copied, renamed and moved from the comparison too', async () => {
  await person.presses('Compare', 'Voucher planner')
  await person.sees(() => person.everything(), (text) => /One scenario is open/.test(text), 'alone, it says what to do')
  await person.presses('Duplicate', 'Voucher planner')
  await hasStrip([school, `[${school} (2)]`])
  const change = async (/** @type {string} */ entry) => {
    await person.presses(`Change ${school} (2)`)
    await person.sees(() => person.look("return root.querySelector('#do-2').matches(':popover-open')"), Boolean, 'its menu opens')
    await person.look(";[...root.querySelectorAll('#do-2 button')].find((each) => name(each).startsWith(arguments[0])).click()", entry)
  }
  await change('Move to the left')
  await hasStrip([`[${school} (2)]`, school])
  await change('Rename')
  await person.sees(() => person.look('return root.activeElement?.className'), (name) => name === 'rename', 'the name becomes a field')
  await person.keys('Second', Key.ENTER)
  await person.sees(() => person.look("return text(root.querySelector('.compared'))"), (name) => name === 'Second', 'the head has the new name')
})

test('a budget says how many people it covers, where the boundary lies, and gives them to the group', async () => {
  await person.presses('Compare', 'Voucher planner')
  await comparedRows()
  await person.types('Budget USD', '6,200')
  await person.presses('Find the largest number')
  const found = await person.sees(() => person.look("return text(root.querySelector('.sought'))"), (text) => /fit/.test(String(text)), 'the number is found')
  const [, most, charge, beyond, tooMuch] = String(found).match(/^(\d+) people fit: USD ([\d,.]+)\. (\d+) people would cost USD ([\d,.]+)\./) ?? []
  assert.equal(Number(beyond), Number(most) + 1)
  assert.ok(Number(charge?.replace(',', '')) <= 6200 && Number(tooMuch?.replace(',', '')) > 6200, String(found))
  await person.presses(`Use ${most}`)
  await person.presses('Back to the plan')
  await hasPeople(String(most))
  assert.match(String(await person.answer()), new RegExp(`USD ${charge?.replace('.', '\\.')}`))
  await person.presses('Undo')
  await hasPeople('501')
  await person.presses('Compare', 'Voucher planner')
  await comparedRows()
  await person.types('Budget USD', 'much')
  await person.presses('Find the largest number')
  await person.sees(() => person.description('Budget USD'), (text) => /such as 5000/.test(text), 'a budget that is none is named')
})

// ---- For everybody

for (const [language, theme, colours] of /** @type {const} */ ([['en', 'light', true], ['en', 'dark', 'alone'], ['zh-CN', 'dark', false]])) {
  test(`axe finds nothing to mend in menus, notices and the comparison: ${language}, ${theme}`, async () => {
    await person.presses('Duplicate')
    await person.types('People', '300', 'Group 1')
    await drops('x.json', 'x')
    await isTold(/not JSON/)
    await page.driver.executeScript("const planner = document.querySelector('voucher-planner'); planner.language = arguments[0]; planner.theme = arguments[1]", language, theme)
    assert.deepEqual(await page.violations({ colours }), [], 'notices')
    for (const id of ['share', 'file', 'new', 'sheet', 'privacy', 'keys']) {
      await person.look("root.getElementById(arguments[0]).showPopover()", id)
      assert.deepEqual(await page.violations({ colours, within: `#${id}` }), [], id)
      await person.look("root.getElementById(arguments[0]).hidePopover()", id)
    }
    await page.driver.executeScript("document.querySelector('voucher-planner').showPlace('scenarios')")
    await comparedRows()
    assert.deepEqual(await page.violations({ colours }), [], 'the comparison')
  })
}

for (const width of [360, 320]) {
  test(`at ${width} px the bar, its menus and the comparison make nothing scroll sideways`, async () => {
    await person.presses('Duplicate')
    await person.types('People', '300', 'Group 1')
    await person.presses('Company')
    await person.narrows(width, 780)
    try {
      const fits = async (/** @type {string} */ what) => assert.ok(Number(await page.driver.executeScript('return document.documentElement.scrollWidth')) <= width, what)
      await fits('the plan')
      for (const id of ['share', 'file', 'new', 'sheet', 'privacy', 'keys']) {
        await person.look("root.getElementById(arguments[0]).showPopover()", id)
        await person.settles()
        const { left, right } = /** @type {{ left: number, right: number }} */ (await person.look("const { left, right } = root.getElementById(arguments[0]).getBoundingClientRect(); return { left, right }", id))
        assert.ok(left >= 0 && right <= width, `${id} lies from ${left} to ${right}`)
        await person.look("root.getElementById(arguments[0]).hidePopover()", id)
      }
      await page.driver.executeScript("document.querySelector('voucher-planner').showPlace('scenarios')")
      await comparedRows()
      await fits('the comparison')
    } finally {
      await person.narrows(1440, 1000)
    }
  })
}
