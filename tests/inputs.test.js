// What people bring from spreadsheets is understood as they mean it, and what is not is named. Runs without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDay, orderOf } from '../www/import/days.js'
import { decode, guess } from '../www/import/encoding.js'
import { filled, readGroupCell } from '../www/import/groups.js'
import { groupHeads, isHead, priceHeads, recognised } from '../www/import/headers.js'
import { audienceOf, certificationOf, certificationParts, productOf } from '../www/import/names.js'
import { decimalOf, readNumber, readRate } from '../www/import/numbers.js'
import { priced, productOfRow, readPriceCell } from '../www/import/prices.js'
import { guessed, mostMistakes, read } from '../www/import/reading.js'
import { readTable } from '../www/import/table.js'
import { rowsAsText } from '../www/grid/clipboard.js'
import { catalogue } from '../www/pkg/node.js'

const facts = await catalogue()
const means = { catalogue: facts, sites: [{ id: 's1', name: 'North Campus' }] }
const bytes = (/** @type {number[]} */ ...list) => new Uint8Array(list)

test('a day is read in every form that has one meaning', () => {
  for (const text of ['2026-03-04', '2026/3/4', '2026.3.4', '2026年3月4日', '２０２６／３／４', '20260304', '4-Mar-26', '4 March 2026', '4th March 2026', 'Mar 4, 2026', 'March 4 2026', '4.3.2026', '46085', '2026/3/4 0:00', ' 2026-03-04T00:00:00 ']) {
    assert.equal(readDay(text), '2026-03-04', text)
  }
})

test('what is no day is not made one', () => {
  for (const text of ['soon', '2026-02-30', '2026/13/1', '31/31/2026', '500', '12', '4-Mrz-26x', '99999', '']) assert.equal(readDay(text), undefined, text)
  assert.equal(readDay('2024-02-29'), '2024-02-29')
})

test('where day and month could be either, the answer decides, and the rest of the column may answer', () => {
  assert.equal(readDay('3/4/2026'), 'ambiguous')
  assert.equal(readDay('3/4/2026', 'mdy'), '2026-03-04')
  assert.equal(readDay('3/4/2026', 'dmy'), '2026-04-03')
  assert.equal(readDay('13/4/2026'), '2026-04-13')
  assert.equal(readDay('4/13/2026'), '2026-04-13')
  assert.equal(readDay('5/5/26'), '2026-05-05')
  assert.equal(orderOf(['3/4/2026', '5/6/2026']), 'ask')
  assert.equal(orderOf(['3/4/2026', '25/6/2026']), 'dmy')
  assert.equal(orderOf(['3/4/2026', '6/25/2026']), 'mdy')
  assert.equal(orderOf(['13/4/2026', '4/13/2026', '1/2/2026']), 'ask')
  assert.equal(orderOf(['2026-03-04', '25/6/2026']), undefined)
})

test('a number keeps every digit whatever parts its thousands', () => {
  for (const [text, number, decimal] of /** @type {const} */ ([
    ['1200', '1200', '.'], ['1,200', '1200', '.'], ['１，２００', '1200', '.'], ['1,234,567.89', '1234567.89', '.'], ['12,34,567', '1234567', '.'], ['1 200', '1200', '.'], ['1’200.50', '1200.50', '.'],
    ['1.200,50', '1200.50', ','], ['9.000', '9000', ','], ['USD 9,000.00', '9000.00', '.'], ['¥9,000', '9000', '.'], ['9000 元', '9000', '.'], ['€ 1.950,00', '1950.00', ','], ['-5', '-5', '.'], ['007', '7', '.'],
    ['99999999999999999999', '99999999999999999999', '.'],
  ])) assert.equal(readNumber(text, decimal), number, text)
  for (const text of ['', 'many', '1.2.3', '1,2', '12e3', '--1', '1,20,0']) assert.equal(readNumber(text), undefined, text)
  assert.equal(decimalOf(['1.234,50', '9,5']), ',')
  assert.equal(decimalOf(['1,234.50', '1,000']), '.')
})

test('a rate is read as a part or as a percentage', () => {
  assert.deepEqual(['0.7', '70%', '70 %', '７０％', '70', '1', '12.5%'].map((text) => readRate(text)), ['0.7', '70%', '70%', '70%', '70%', '1', '12.5%'])
  assert.equal(readRate('0,7', ','), '0.7')
  assert.equal(readGroupCell('passRate', '150%', means)?.reason, 'too-large')
  assert.equal(readGroupCell('passRate', '0', means)?.reason, 'too-small')
  assert.equal(readGroupCell('noShowRate', '100%', means)?.reason, 'too-large')
})

test('a count is whole, with thousands parted in either way', () => {
  assert.deepEqual(readGroupCell('people', '1.200', means), { value: '1200' })
  assert.deepEqual(readGroupCell('people', '５０１', means), { value: '501' })
  assert.deepEqual(readGroupCell('people', '20.0', means), { value: '20' })
  assert.equal(readGroupCell('people', '1.5', means)?.reason, 'not-whole')
  assert.equal(readGroupCell('people', '0', means)?.reason, 'too-small')
  assert.equal(readGroupCell('people', '2000001', means)?.reason, 'too-large')
  assert.deepEqual(readGroupCell('people', 'a dozen', means), { value: 'a dozen', reason: 'not-a-number' })
  assert.equal(readGroupCell('people', '  ', means), undefined)
})

test('several exam days stand in one cell with the people of each', () => {
  assert.deepEqual(readGroupCell('sittings', '2026-03-04 (60); 2026/5/6 (50)', means), { value: [{ day: '2026-03-04', people: '60' }, { day: '2026-05-06', people: '50' }] })
  assert.deepEqual(readGroupCell('sittings', '2026年3月4日×60；2026年5月6日×50', means)?.value, [{ day: '2026-03-04', people: '60' }, { day: '2026-05-06', people: '50' }])
  assert.deepEqual(readGroupCell('sittings', '3/4/2026', means), { value: [{ day: '3/4/2026', people: '' }], reason: 'which-first', about: '3/4/2026' })
  assert.deepEqual(readGroupCell('sittings', '3/4/2026', { ...means, order: 'dmy' })?.value, [{ day: '2026-04-03', people: '' }])
})

test('heads are recognised in English and Chinese, each field once', () => {
  assert.deepEqual(recognised(['Group name', 'Number of people', 'Role', 'Certification (target)', 'Exam date', 'Pass rate %', 'Max attempts', 'Remarks'], groupHeads), ['name', 'people', 'audience', 'certifications', 'sittings', 'passRate', 'attempts', ''])
  assert.deepEqual(recognised(['班级', '人数', '人员类别', '认证名称', '考试日期', '通过率', '地点'], groupHeads), ['name', 'people', 'audience', 'certifications', 'sittings', 'passRate', 'site'])
  assert.deepEqual(recognised(['Part Number', 'Product Name', 'Net price', 'Currency', 'Min qty'], priceHeads), ['partNumber', 'product', 'price', 'currency', 'units'])
  assert.deepEqual(recognised(['产品名称', '部件号', '单价', '币种', '起订数量'], priceHeads), ['product', 'partNumber', 'price', 'currency', 'units'])
  assert.ok(isHead(['班级', '人数', '备注'], groupHeads))
  assert.ok(!isHead(['Class A', '30', 'students'], groupHeads))
})

test('columns without heads are told by what stands in them', () => {
  const { fields, headed } = guessed('groups', [['Class A', '30', 'AZ-900', '2026-03-04', '70%'], ['Class B', '25', 'AZ-104', '2026-05-06', '80%']])
  assert.deepEqual([headed, fields], [false, ['name', 'people', 'certifications', 'sittings', 'passRate']])
})

test('a certification is found by name, by id and by exam number; an exam of several certifications is not guessed', () => {
  assert.equal(certificationOf('Microsoft Certified: Azure Fundamentals', facts), 'azure-fundamentals')
  assert.equal(certificationOf('azure fundamentals', facts), 'azure-fundamentals')
  assert.equal(certificationOf('AZ-104', facts), 'azure-administrator')
  assert.equal(certificationOf('Exam az104', facts), 'azure-administrator')
  assert.equal(certificationOf('77-725', facts), 'mos-word-2016')
  assert.equal(certificationOf('Basket weaving', facts), undefined)
  assert.deepEqual(certificationParts('AZ-900, AZ-104', facts), ['AZ-900', 'AZ-104'])
  assert.deepEqual(certificationParts('Microsoft Certified: Security, Compliance, and Identity Fundamentals; DP-900', facts), ['Microsoft Certified: Security, Compliance, and Identity Fundamentals', 'DP-900'])
  assert.deepEqual(readGroupCell('certifications', 'AZ-900; Basket weaving', means), { value: ['azure-fundamentals', 'Basket weaving'], reason: 'unknown-certification', about: 'Basket weaving' })
})

test('every certification is found by its own name in both languages', () => {
  for (const { id, name } of facts.certifications) {
    assert.equal(certificationOf(name.en, facts), id)
    assert.equal(certificationOf(name.zh, facts), id)
  }
})

test('audiences and sites are known by their names, others are kept as typed', () => {
  assert.deepEqual(['Students', '教师', 'Faculty', '员工', 'robots'].map(audienceOf), ['student', 'staff', 'staff', 'employee', undefined])
  assert.deepEqual(readGroupCell('site', 'north campus', means), { value: 's1' })
  assert.deepEqual(readGroupCell('site', 'South', means), { value: 'South', reason: 'unknown-site' })
})

test('a product is known by its names, or by its size and families', () => {
  for (const { id, name, short } of facts.products) for (const each of [id, name.en, name.zh, short.en, short.zh]) assert.equal(productOf(each, facts), id, each)
  assert.equal(productOf('Site Pack (500 exams)', facts), 'site-500')
  assert.equal(productOf('125 exam pack MTA', facts), 'site-125-mta')
  assert.equal(productOf('Single exam voucher', facts), 'voucher-1')
  assert.equal(productOf('125 exam pack', facts), undefined)
  assert.equal(productOf('Toaster', facts), undefined)
})

test('a price list is put into the price book: breaks by units, part numbers, other products left alone', () => {
  const prices = [{ product: 'site-500', price: '1', partNumber: 'AB-1', breaks: [] }, { product: 'class-30', price: '2', partNumber: '', breaks: [] }]
  const rows = [{ product: 'voucher-1', price: '120', units: '1' }, { product: 'voucher-1', price: '112', units: '50' }, { product: 'voucher-1', price: '115', units: '10' }, { product: 'site-500', price: '9000' }]
  assert.deepEqual(priced(prices, rows), [
    { product: 'site-500', price: '9000', partNumber: 'AB-1', breaks: [] }, prices[1],
    { product: 'voucher-1', price: '120', partNumber: '', breaks: [{ units: '10', price: '115' }, { units: '50', price: '112' }] },
  ])
  const all = { ...means, prices, currency: 'USD' }
  assert.equal(productOfRow({ product: 'unheard of', partNumber: 'ab1' }, all), 'site-500')
  assert.equal(productOfRow({ product: 'unheard of' }, all), undefined)
  assert.equal(readPriceCell('currency', 'eur', all)?.reason, 'other-currency')
  assert.equal(readPriceCell('price', 'on request', all)?.reason, 'not-a-number')
})

test('a text is parted where its writer parted it: tabs, commas, semicolons, quotes with line ends', () => {
  assert.deepEqual(readTable('Name\tPeople\r\nClass A\t30\r\n\r\n'), { rows: [['Name', 'People'], ['Class A', '30']], delimiter: '\t' })
  assert.deepEqual(readTable('Name,People\n"Class ""A"", evening",30').rows, [['Name', 'People'], ['Class "A", evening', '30']])
  assert.equal(readTable('Name;People;Rate\nA;30;0,7\nB;20;0,8').delimiter, ';')
  assert.deepEqual(readTable('sep=;\nName;People\nA;30').rows, [['Name', 'People'], ['A', '30']])
  assert.deepEqual(readTable('"two\nlines"\t5').rows, [['two\nlines', '5']])
  assert.deepEqual(readTable('A;1\nB,2;3', ',').rows, [['A;1', ''], ['B', '2;3']])
  assert.deepEqual(readTable("'=SUM(A1)\t'quoted").rows, [['=SUM(A1)', "'quoted"]])
})

test('the encoding is guessed from the bytes, and can be said', () => {
  assert.equal(guess(new TextEncoder().encode('班级,人数')), 'utf-8')
  assert.deepEqual(decode(bytes(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc8, 0xcb, 0xca, 0xfd)), { text: '姓名,人数', encoding: 'gb18030' })
  assert.deepEqual(decode(bytes(0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x2c, 0x90, 0x6c, 0x90, 0x94)), { text: 'テスト,人数', encoding: 'shift_jis' })
  assert.deepEqual(decode(bytes(0xff, 0xfe, 0x41, 0, 0x2c, 0, 0x31, 0)), { text: 'A,1', encoding: 'utf-16le' })
  assert.deepEqual(decode(bytes(0x41, 0, 0x2c, 0, 0x31, 0, 0x0a, 0)), { text: 'A,1\n', encoding: 'utf-16le' })
  assert.deepEqual(decode(bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72)), { text: 'Müller', encoding: 'windows-1252' })
  assert.equal(decode(bytes(0xd0, 0xd5), 'windows-1252').text, 'ÐÕ')
  assert.equal(decode(bytes(0xef, 0xbb, 0xbf, 0x41)).text, 'A')
})

test('mistakes name row, column and reason; after a thousand only their number is told', () => {
  const rows = [['People'], ...Array.from({ length: 1500 }, (_, index) => [index === 2 ? '30' : 'many'])]
  const { entries, mistakes, more } = read(rows, guessed('groups', rows), (field, text) => readGroupCell(field, text, means))
  assert.equal(entries.length, 1500)
  assert.deepEqual(mistakes[0], { row: 2, column: 0, field: 'people', text: 'many', reason: 'not-a-number', about: undefined })
  assert.deepEqual([mistakes.length, more], [mostMistakes, 499])
})

test('a block is written over the groups from a row on, and what it does not speak of stays', () => {
  const blank = { name: '', people: '' }
  assert.deepEqual(filled([{ name: 'A', people: '1' }, { name: 'B', people: '2' }], [{ people: '5' }, { people: '6' }], 1, blank), [{ name: 'A', people: '1' }, { name: 'B', people: '5' }, { name: '', people: '6' }])
})

test('what is copied from the grid is read back as it was', () => {
  const group = { name: '=Class "A"', people: '30', audience: /** @type {const} */ ('staff'), certifications: ['azure-fundamentals', 'mos-word-2016'], site: 's1', sittings: [{ day: '2026-03-04', people: '60' }, { day: '2026-05-06', people: '50' }], passRate: '70%' }
  const view = /** @type {any} */ ({ names: { certification: (/** @type {string} */ id) => facts.certifications.find((each) => each.id === id)?.name.en }, m: { audiences: { staff: 'staff' } }, input: { sites: means.sites }, siteAt: () => 'North Campus' })
  const columns = /** @type {const} */ (['name', 'certifications', 'people', 'audience', 'site', 'sittings', 'passRate'])
  const [row = []] = readTable(rowsAsText(view, [group], [...columns])).rows
  assert.deepEqual(Object.fromEntries(columns.map((column, place) => [column, readGroupCell(column, row[place] ?? '', means)?.value])), group)
})
