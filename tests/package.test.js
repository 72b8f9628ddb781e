// Another project can import the engine by its name, in Node too.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const made = new URL('../www/pkg/', import.meta.url)

const { catalogue, facts, plan, planText, schema } = await import(new URL('node.js', made).href)

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
  for (const name of ['scenario', 'plan', 'catalogue']) {
    const text = await schema(name)
    assert.equal(text, readFileSync(new URL(`../www/schema/${name}.json`, import.meta.url), 'utf8').trim())
    assert.ok(Object.keys(JSON.parse(text).$defs).length > 10)
  }
  await assert.rejects(schema('order'), { name: 'RangeError', message: 'There is no schema "order", only scenario, plan, catalogue.' })
  await assert.rejects(schema('toString'), RangeError)
})

test('a live scenario and a written one get the same answer', () => {
  const scenario = { version: 1, today: '2021-03-10', agreements: [{ programme: 'ees', start: '2020-07-01', end: '2021-06-30', groups: [{ people: 7, certifications: ['mos-word-2016'] }] }] }
  assert.equal(plan(scenario).outcome, 'planned')
  assert.deepEqual(plan(scenario), JSON.parse(planText(JSON.stringify(scenario))))
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
