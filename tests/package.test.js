// Another project can import the engine by its name, in Node too.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const made = new URL('../www/pkg/', import.meta.url)

const { amend, catalogue, compare, facts, plan, planText, schema } = await import(new URL('node.js', made).href)

test('a project in Node imports the engine by its name, and it is ready to use', (context) => {
  const project = mkdtempSync(join(tmpdir(), 'importing-'))
  context.after(() => rmSync(project, { recursive: true }))
  mkdirSync(join(project, 'node_modules'))
  symlinkSync(fileURLToPath(made), join(project, 'node_modules/voucher-planner'), 'junction')

  const script = "import { version } from 'voucher-planner'; console.log(version())"
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: project, encoding: 'utf8' })

  const { version } = JSON.parse(readFileSync(new URL('package.json', made), 'utf8'))
  assert.equal(said.trim(), version)
})

test('every entry of the package has what its types say', async () => {
  const { compiled, engine, planner } = await import(new URL('node.js', made).href)
  assert.ok(compiled instanceof WebAssembly.Module)
  assert.deepEqual([typeof engine, typeof planner], ['string', 'function'])
  // What compiles in a browser or in workerd does not run here: what it exports can be read.
  for (const name of ['index.js', 'workerd.js']) assert.match(readFileSync(new URL(name, made), 'utf8'), /^export (const compiled =|\{ compiled,)/m, name)
})

test('another project finds what writes workbooks and calendars under a name of its own', async () => {
  const { calendar, workbook } = await import(new URL('exports-node.js', made).href)
  assert.match(calendar({ name: 'Deadlines', stamp: '2020-09-21', events: [] }), /^BEGIN:VCALENDAR\r\n/)
  const bytes = workbook({ title: 'Plan', created: '2020-09-21', sheets: [{ name: 'Order', frozenRows: 0, frozenColumns: 0, landscape: false, widths: [], rows: [] }] })
  assert.deepEqual([...bytes.slice(0, 2)].map((byte) => String.fromCharCode(byte)), ['P', 'K'])
  assert.throws(() => calendar({ name: 'Deadlines', stamp: 'today', events: [] }), { message: 'not a day: today' })
  const { exports } = JSON.parse(readFileSync(new URL('package.json', made), 'utf8'))
  assert.deepEqual(Object.keys(exports['./exports']), Object.keys(exports['.']))
  for (const file of Object.values(exports['./exports'])) assert.ok(readFileSync(new URL(String(file), made)).length > 0)
})

/** @param {{ id: string, name: { en: string, zh: string } }} certification */
const names = ({ id, name }) => [id, name]

test('the whole catalogue holds what the engine computes with, and what people read', async () => {
  const whole = await catalogue()
  assert.deepEqual(Object.keys(facts()).filter((name) => !(name in whole)), [])
  assert.deepEqual(facts().certifications.map(names), whole.certifications.map(names))
  assert.equal(whole.rules.length, 35)
  assert.ok(whole.sources.every((/** @type {{ url: string }} */ { url }) => url.startsWith('https:')))
})

test('the package has the schema of each document, and says so where it has none', async () => {
  for (const name of ['scenario', 'plan', 'comparison', 'amendment', 'catalogue', 'partner-catalogue', 'price-book']) {
    const text = await schema(name)
    assert.equal(text, readFileSync(new URL(`../www/schema/${name}.json`, import.meta.url), 'utf8').trim())
    assert.ok(Object.keys(JSON.parse(text).$defs).length > 5)
  }
  await assert.rejects(schema('order'), { name: 'RangeError', message: 'There is no schema "order", only scenario, plan, comparison, amendment, catalogue, partner-catalogue, price-book.' })
  await assert.rejects(schema('toString'), RangeError)
})

test('a live scenario and a written one get the same answer', () => {
  const scenario = { version: 1, today: '2021-03-10', agreements: [{ programme: 'ees', start: '2020-07-01', end: '2021-06-30', groups: [{ people: 7, certifications: ['mos-word-2016'] }] }] }
  assert.equal(plan(scenario).outcome, 'planned')
  assert.deepEqual(plan(scenario), JSON.parse(planText(JSON.stringify(scenario))))
})

const school = (/** @type {number} */ people) => ({ version: 1, today: '2020-09-21', agreements: [{
  programme: 'ees', start: '2020-07-01', end: '2021-06-30', currency: 'USD', sites: [{ id: 'high', testCentreFrom: '2019-08-01' }],
  groups: [{ people, certifications: ['mos-word-2016'], preparationStart: '2020-06-01', sittings: [{ day: '2020-12-07' }] }],
  prices: [{ product: 'site-500', price: '9000' }, { product: 'site-125-mos', price: '3300' }],
}] })

test('a plan says how many search nodes it was allowed, and more or fewer can be asked for', () => {
  const { nodes } = plan(school(501)).plan
  assert.ok(nodes > 1)
  assert.equal(plan(school(501), nodes * 8).plan.nodes, nodes * 8)
  assert.equal(JSON.parse(planText(JSON.stringify(school(501)), 7)).plan.nodes, 7)
  assert.deepEqual(plan(school(501), nodes), plan(school(501)))
})

test('a comparison says what would change the plan', () => {
  const { outcome, comparison } = compare(school(501))
  assert.equal(outcome, 'compared')
  const [{ waiting, sensitivity, benefitBudgets, breakEvens }] = comparison.agreements
  assert.deepEqual([waiting.planned.charge, waiting.now.charge], [615000, 922500])
  assert.deepEqual(benefitBudgets.map((/** @type {{ outcome: { charge: number } }} */ { outcome: { charge } }) => charge), [615000, 1065000, 1230000])
  assert.deepEqual(sensitivity[0].low, { value: { type: 'count', count: 451 }, difference: { charge: -165000, exams: -125, orders: true, uncovered: 0, proven: true } })
  assert.deepEqual(breakEvens.map((/** @type {{ change: number }} */ { change }) => change), [125, -1])
  assert.deepEqual(compare({}), plan({}))
})

test('an amendment says what leads from one plan to another', () => {
  const { outcome, amendment } = amend(school(500), school(501))
  assert.equal(outcome, 'amended')
  assert.deepEqual(amendment.agreements, [{ id: '1', currency: 'USD', charge: 165000, exams: 125, lines: [{
    change: 'add', product: 'site-125-mos', orderDay: '2020-12-04', before: null, after: { units: 1, charge: 165000, usableUntil: '2021-06-30' },
  }] }])
  assert.equal(amend(school(500), {}).problems[0].path, 'after.version')
})

test('every field that cannot be read is named', () => {
  const { outcome, problems } = JSON.parse(planText('{"version":1,"agreements":[{"programe":"ees","groups":[{"people":true}]}]}'))
  assert.equal(outcome, 'refused')
  assert.deepEqual(problems.map((/** @type {{ path: string, code: string }} */ { path, code }) => [path, code]), [
    ['agreements[0].programe', 'malformed'],
    ['agreements[0].groups[0].people', 'malformed'],
  ])
  assert.deepEqual(plan(undefined).outcome, 'refused')
})
