// What a person does in the grid of groups and with whole tables: goes about by keys, types, fills, pastes, brings files.
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
before(async () => {
  page = await openPage({ width: 1440, height: 1000 })
  person = new Person(page)
  await person.reads(/Order/)
})
beforeEach(async () => {
  await person.look("root.querySelector('dialog[open]')?.close()")
  await person.presses('School')
  await person.reads(/^Order 1 × Site pack 500/)
  await goes('People', 'Group 1')
})
after(() => page?.close())

/** Puts the focus on a cell without typing there. @param {string} column @param {string} row */
async function goes(column, row) {
  await page.driver.executeScript('arguments[0].focus()', await person.cell(column, row))
  await person.settles()
}

/** @param {string} column @param {string} row */
const shows = async (column, row) => String(await page.driver.executeScript('return arguments[0].innerText.trim()', await person.cell(column, row)))
/** @param {string} column @param {string} row @param {string} value */
const comesToShow = (column, row, value) => person.sees(() => shows(column, row), (text) => text === value, `${column} of ${row} shows ${value}`)
const rows = () => person.look("return root.querySelectorAll('vp-groups-grid tbody').length")
const dialog = () => person.look("return text(root.querySelector('dialog.import'))")
/** @param {RegExp} wish */
const dialogSays = (wish) => person.sees(dialog, (text) => wish.test(String(text)), `the preview says ${wish}`)

test('arrows, Home, End and their chords go about; Tab leaves the grid and comes back to the same cell', async () => {
  await person.keys(Key.ARROW_RIGHT)
  assert.deepEqual(await person.focused(), ['Who', 'Group 1', 'students'])
  await person.keys(Key.ARROW_DOWN)
  assert.deepEqual(await person.focused(), ['Who', 'Group 2', 'students'])
  await person.keys(Key.HOME)
  assert.deepEqual(await person.focused(), ['Name', 'Group 2', 'Networking class'])
  await person.keys(Key.END)
  assert.equal((await person.focused())[0], 'More for Networking class')
  await person.chord(Key.CONTROL, Key.HOME)
  assert.deepEqual((await person.focused()).slice(0, 2), ['Name', 'Group 1'])
  await person.keys(Key.PAGE_DOWN)
  assert.deepEqual((await person.focused()).slice(0, 2), ['Name', 'Group 3'])
  await person.keys(Key.TAB)
  assert.equal(await person.look("return root.activeElement.closest('vp-groups-grid') === null"), true, 'Tab leaves')
  await person.chord(Key.SHIFT, Key.TAB)
  assert.deepEqual((await person.focused()).slice(0, 2), ['Name', 'Group 3'])
  assert.equal(await person.look("return root.querySelectorAll('vp-groups-grid [tabindex=\"0\"]').length"), 1, 'one way in')
})

test('letters replace, Enter goes down, Tab goes right, and the answer follows while one types', async () => {
  await person.keys('6', '2', '0')
  await person.reads(/1 × Site pack 500.*869 needed|needed/)
  await person.keys(Key.ENTER)
  assert.deepEqual(await person.focused(), ['People', 'Group 2', '60'])
  await person.keys(Key.F2, Key.END, '0', Key.TAB)
  assert.deepEqual(await person.focused(), ['Who', 'Group 2', 'students'])
  await comesToShow('People', 'Group 1', '620')
  await comesToShow('People', 'Group 2', '600')
})

test('in a list a letter chooses', async () => {
  await goes('Who', 'Group 1')
  await person.keys('e', Key.ENTER)
  await comesToShow('Who', 'Group 1', 'employees')
  assert.deepEqual((await person.focused()).slice(0, 2), ['Who', 'Group 2'])
})

test('Escape puts back what stood there', async () => {
  await person.keys('9', '9')
  assert.deepEqual(await person.focused(), ['People', 'Group 1', '99'])
  await person.keys(Key.ESCAPE)
  assert.deepEqual(await person.focused(), ['People', 'Group 1', '501'])
  await person.reads(/^Order 1 × Site pack 500.*USD 7,800\.00/)
})

test('Delete empties, and undo brings the value and the focus back', async () => {
  await person.keys(Key.DELETE)
  await comesToShow('People', 'Group 1', '···')
  await goes('Name', 'Group 3')
  await person.presses('Undo')
  await comesToShow('People', 'Group 1', '501')
  await person.sees(() => person.focused(), ([column, row]) => column === 'People' && row === 'Group 1', 'the focus is on the cell that changed')
})

test('fill down copies from above; over several selected rows, from the first of them', async () => {
  await goes('People', 'Group 2')
  await person.chord(Key.CONTROL, 'd')
  await comesToShow('People', 'Group 2', '501')
  await goes('Exam day', 'Group 1')
  await person.chord(Key.SHIFT, Key.ARROW_DOWN)
  await person.chord(Key.SHIFT, Key.ARROW_DOWN)
  assert.equal(await person.look("return root.querySelectorAll('vp-groups-grid [aria-selected=true]').length"), 3)
  await person.chord(Key.CONTROL, 'd')
  await comesToShow('Exam day', 'Group 3', 'Dec 7, 2020')
  await person.presses('Undo')
  await comesToShow('Exam day', 'Group 3', 'Jan 11, 2021')
  await comesToShow('Exam day', 'Group 2', 'Dec 14, 2020')
})

test('a row is copied as a spreadsheet takes it', async () => {
  await person.chord(Key.SHIFT, ' ')
  assert.equal(await person.copies(), 'Office class\tMicrosoft Office Specialist: Microsoft Word 2016\t501\tstudents\tRiverside High\t2020-12-07\t\t')
})

test('one pasted value goes into every selected cell at once', async () => {
  await person.chord(Key.SHIFT, Key.ARROW_DOWN)
  await person.pastes('１,２００\r\n')
  await comesToShow('People', 'Group 1', '1,200')
  await comesToShow('People', 'Group 2', '1,200')
  await person.presses('Undo')
  await comesToShow('People', 'Group 2', '60')
})

test('a pasted block is previewed, says what it does not understand, fills cells, adds rows, and is one step', async () => {
  await goes('People', 'Group 3')
  await person.pastes('30\tteachers\tHilltop College\t2021/3/1\n４０\tpupils\tElsewhere\t1-Mar-21\nlots\temployees\t\t44256')
  const text = String(await dialogSays(/Take 3 groups/))
  assert.match(text, /no site of this agreement/)
  assert.match(text, /Row 3, People, “lots”: not a number/)
  assert.equal(await rows(), 3, 'nothing is taken yet')
  assert.deepEqual(await person.look("return [...root.querySelectorAll('dialog.import thead select')].map((each) => each.selectedOptions[0].text)"), ['People', 'Who they are', 'Site', 'Exam day'])
  assert.deepEqual(await page.violations(), [])
  await person.presses('Take 3 groups')
  await comesToShow('People', 'Group 4', '40')
  assert.deepEqual([await shows('Name', 'Group 3'), await shows('People', 'Group 3'), await shows('Who', 'Group 3'), await shows('Exam day', 'Group 3')], ['Teachers', '30', 'staff', 'Mar 1, 2021'])
  assert.deepEqual([await shows('Site', 'Group 4'), await shows('People', 'Group 5'), await shows('Exam day', 'Group 5')], ['Elsewhere', 'lots', 'Mar 1, 2021'])
  await person.sees(() => person.description('People', 'Group 5'), (text) => /Enter a number/.test(text), 'what was not understood is marked')
  await person.presses('Undo')
  await person.sees(rows, (count) => count === 3, 'one undo takes it all back')
  await comesToShow('People', 'Group 3', '25')
})

test('a day that can be read both ways is asked about once, before anything is taken', async () => {
  await goes('Exam day', 'Group 1')
  await person.pastes('3/5/2021\n4/5/2021')
  await dialogSays(/How is 3\/5\/2021 meant\? day first month first/)
  assert.equal(await (await person.button('Take 2 groups')).isEnabled(), false)
  await person.look("const label = [...root.querySelectorAll('dialog.import label')].find((each) => text(each) === 'day first'); label.click()")
  await dialogSays(/May 3, 2021/)
  await person.presses('Take 2 groups')
  await comesToShow('Exam day', 'Group 2', 'May 4, 2021')
})

test('a file is brought: its encoding and delimiter are guessed, a column can be given another meaning', async () => {
  // 班级;人数;认证 in GB18030, then a class of thirty for an exam.
  const file = join(mkdtempSync(join(tmpdir(), 'groups-')), 'groups.csv')
  writeFileSync(file, Buffer.concat([Buffer.from([0xb0, 0xe0, 0xbc, 0xb6, 0x3b, 0xc8, 0xcb, 0xca, 0xfd, 0x3b, 0xc8, 0xcf, 0xd6, 0xa4]), Buffer.from('\r\nEvening;30;AZ-900\r\nMorning;20;Weaving\r\n')]))
  await person.presses('Paste or import groups…')
  const input = await person.sees(() => person.look("return root.querySelector('#import-file')"), Boolean, 'a file can be chosen')
  await /** @type {import('selenium-webdriver').WebElement} */ (input).sendKeys(file)
  const text = String(await dialogSays(/Take 2 groups/))
  assert.match(text, /班级.*Azure Fundamentals.*no certification or exam called “Weaving”/)
  assert.deepEqual(await person.look("return [...root.querySelectorAll('dialog.import .import-choices select')].map((each) => each.selectedOptions[0].text)"), ['Chinese (GB18030, GBK)', 'a semicolon', '1,234.50', 'Add to the groups there are'])
  await page.driver.executeScript("const root = document.querySelector('voucher-planner').shadowRoot; const column = root.querySelectorAll('dialog.import thead select')[1]; column.value = ''; column.dispatchEvent(new Event('change', { bubbles: true }))")
  await person.presses('Take 2 groups')
  await comesToShow('Certifications', 'Group 5', 'Weaving')
  assert.deepEqual([await shows('Name', 'Group 4'), await shows('People', 'Group 4')], ['Evening', '···'])
})

test('a file that is dropped on the grid is looked at first', async () => {
  await person.look(`
    const data = new DataTransfer()
    data.items.add(new File(['Name,People\\nEvening,30'], 'groups.csv', { type: 'text/csv' }))
    root.querySelector('vp-groups-grid td').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, composed: true }))`)
  await dialogSays(/Evening 30.*Take 1 group/)
  await person.presses('Cancel')
  await person.sees(dialog, (text) => !text, 'nothing is left of it')
  assert.equal(await rows(), 3)
})

test('without any group the page says how to go on', async () => {
  for (const name of ['Office class', 'Networking class', 'Teachers']) {
    await person.presses(`More for ${name}`)
    await person.presses(`Remove ${name}`)
    await person.sees(() => person.look('return text(root.querySelector("vp-groups-grid"))'), (text) => !String(text).includes(name), `${name} is gone`)
  }
  await person.sees(() => person.look("return text(root.querySelector('.below-grid'))"), (text) => /No group yet\. Add one, or bring rows/.test(String(text)), 'what to do next')
  assert.equal(await person.look("return root.activeElement.textContent.trim()"), '+ Add a group')
})

test('a price list is pasted: products by name, currency checked, breaks by units', async () => {
  await page.driver.executeScript('arguments[0].focus()', await person.field('Price, USD', 'Single voucher'))
  await person.pastes('Product\tPrice\tCurrency\tFrom units\nSingle voucher\t120.00\tUSD\t1\nSingle voucher\t112.00\tUSD\t50\nMCP class pack 30\t1,950.00\tEUR\t1\nToaster\t5\tUSD\t1')
  const text = String(await dialogSays(/Take 2 prices/))
  assert.match(text, /2 rows are left out/)
  assert.match(text, /the agreement is in USD/)
  await person.presses('Take 2 prices')
  await person.sees(async () => (await person.field('Price, USD', 'Single voucher')).getAttribute('value'), (value) => value === '120.00', 'the price stands in the book')
  assert.equal(await (await person.field('Price, USD', 'Single voucher, price break 1')).getAttribute('value'), '112.00')
  assert.equal(await (await person.field('Price, USD', 'MCP class pack 30')).getAttribute('value'), '')
})

test('groups are added, duplicated, moved and removed by the row’s menu', async () => {
  await person.presses('+ Add a group')
  await person.sees(() => person.focused(), ([name, row]) => name === 'Name' && row === 'Group 4', 'the new name can be typed at once')
  await person.keys('Evening class', Key.ENTER)
  await comesToShow('Name', 'Group 4', 'Evening class')
  await person.presses('More for Office class')
  await person.keys(Key.ARROW_DOWN, Key.ARROW_DOWN, Key.ENTER)
  await comesToShow('Name', 'Group 2', 'Office class 2')
  assert.equal(await shows('People', 'Group 2'), '501')
  await person.presses('More for Office class 2')
  await person.presses('Move down')
  await comesToShow('Name', 'Group 3', 'Office class 2')
  await person.presses('More for Office class 2')
  await person.presses('Remove Office class 2')
  await person.sees(rows, (count) => count === 4, 'the group is gone')
  await person.presses('Undo')
  await comesToShow('Name', 'Group 3', 'Office class 2')
})

test('details open beneath the row; a second exam day gets its people there', async () => {
  await person.presses('Details of Office class')
  assert.equal(await (await person.button('Details of Office class')).getAttribute('aria-expanded'), 'true')
  await person.presses('+ Add another exam day', 'Group 1')
  await person.sees(() => person.look("return root.querySelectorAll('.sittings .entry').length"), (count) => count === 2, 'two days')
  await person.types('Exam day', '2021-02-01', 'Group 1', 1)
  await person.types('People', '300', 'Group 1', 0)
  await person.types('People', '201', 'Group 1', 1)
  await comesToShow('Exam day', 'Group 1', 'Dec 7, 2020 (300)\nFeb 1, 2021 (201)')
  assert.deepEqual(await page.violations(), [])
})

test('what stands in the way leads to its cell, also into details that are closed', async () => {
  await person.keys('0')
  await person.reads(/entered before.*Office class › People/)
  await person.presses('Office class › People')
  await person.sees(() => person.focused(), ([column, row]) => column === 'People' && row === 'Group 1', 'the cell has the focus')
  await person.types('People', '501', 'Group 1')
  await person.types('No-show rate', '100%', 'Group 2')
  await person.reads(/entered before.*No-show rate/)
  await person.presses('Details of Networking class')
  await person.presses('Networking class › No-show rate')
  await person.sees(() => person.look("return root.activeElement?.id ?? ''"), (id) => id === 'f-agreements-0-groups-1-noShowRate', 'the field in the details has the focus')
})

test('certifications are chosen in the cell: by area, with what has ended behind', async () => {
  await person.presses('Company')
  await person.reads(/Single voucher/)
  await goes('Certifications', 'Group 1')
  await person.keys(Key.ENTER)
  const options = () => /** @type {Promise<string[]>} */ (person.look("return [...root.querySelectorAll('.editing [role=option]')].map(text)"))
  await person.sees(options, (list) => list.length > 20, 'the list is open')
  assert.ok(!(await options()).some((text) => /MCSA/.test(text)), 'ended ones are not offered')
  await person.keys(Key.TAB)
  await person.keys('Data')
  await person.sees(() => person.look("return [...root.querySelectorAll('.editing [role=listbox] [role=group]')].map((each) => each.getAttribute('aria-label'))"), (heads) => String(heads) === 'Data and AI', 'only the area')
  assert.deepEqual(await page.violations(), [])
  await person.chord(Key.SHIFT, Key.TAB)
  await person.keys('mcsa sql')
  await person.sees(options, (list) => list.length > 0 && list.every((text) => /MCSA.*ended Jan 31, 2021/.test(text)), 'where nothing else matches, ended ones come')
  await person.keys(Key.ESCAPE, Key.ESCAPE)
  await comesToShow('Certifications', 'Group 1', 'Microsoft Certified: Azure Administrator Associate')
  await person.keys('DP-900', Key.ENTER)
  await person.keys(Key.ENTER)
  await comesToShow('Certifications', 'Group 1', 'Microsoft Certified: Azure Administrator Associate\nMicrosoft Certified: Azure Data Fundamentals')
})

test('with two hundred groups a change redraws only its row', async () => {
  await page.driver.executeScript("const planner = document.querySelector('voucher-planner'); const scenario = structuredClone(planner.scenario); const { groups } = scenario.agreements[0]; scenario.agreements[0].groups = Array.from({ length: 200 }, (_, index) => ({ ...groups[index % 3], name: `Class ${index + 1}` })); planner.load(scenario)")
  await person.sees(rows, (count) => count === 200, 'all rows are there')
  await goes('People', 'Group 150')
  await page.driver.executeScript(`
    window.redrawn = new Set()
    const grid = document.querySelector('voucher-planner').shadowRoot.querySelector('vp-groups-grid')
    new MutationObserver((records) => { for (const { target } of records) { const row = (target.nodeType === 1 ? target : target.parentElement)?.closest('tbody'); if (row) redrawn.add(row.getAttribute('aria-label')) } }).observe(grid, { subtree: true, childList: true, characterData: true, attributes: true })`)
  await person.keys('7')
  await person.sees(() => person.focused(), ([, , shown]) => shown === '7', 'it is typed')
  assert.deepEqual(await page.driver.executeScript('return [...redrawn]'), ['Group 150'])
})

test('on a phone rows become cards, in the same order, and nothing scrolls sideways', async () => {
  await person.narrows(360, 780)
  await person.settles()
  const card = /** @type {{ left: number, top: number, width: number }[]} */ (await person.look("return [...root.querySelectorAll('vp-groups-grid tbody:first-of-type td[data-label]')].map((each) => { const { left, top, width } = each.getBoundingClientRect(); return { left, top, width } })"))
  assert.ok(card.every(({ left, width }) => left === card[0]?.left && width > 300), 'one beneath the other')
  assert.deepEqual(card.map(({ top }) => top), card.map(({ top }) => top).toSorted((a, b) => a - b))
  const field = await person.field('People', 'Group 2')
  assert.equal(await field.getAttribute('inputmode'), 'decimal')
  await person.keys(Key.ENTER)
  await person.field('Certifications', 'Group 2')
  await person.sees(() => person.look("const box = root.querySelector('.editing .list').getBoundingClientRect(); return box.left >= 0 && box.right <= 360 && box.width > 300"), Boolean, 'the list fits')
  assert.deepEqual(await page.violations(), [])
  assert.ok(Number(await page.driver.executeScript('return document.documentElement.scrollWidth')) <= 360)
})
