// The published schemas, held against documents by a checker that shares nothing with what makes them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { amend, catalogue, compare, plan } from '../www/pkg/node.js'
import { sample } from '../www/samples.js'
import { brokenDocuments, reseller } from './broken.js'

const ajv = new Ajv2020({ strict: false, validateFormats: false })

/** Checks documents against the schema of that name. @param {string} name */
function checker(name) {
  const check = ajv.compile(JSON.parse(readFileSync(new URL(`../www/schema/${name}.json`, import.meta.url), 'utf8')))
  return {
    fits: (/** @type {unknown} */ document) => check(JSON.parse(JSON.stringify(document))),
    /** @param {unknown} document */
    takes(document) { assert.ok(this.fits(document), ajv.errorsText(check.errors)) },
  }
}

/** @type {{ name: string, scenario: any }[]} */
const cases = JSON.parse(readFileSync(new URL('cases/plans.json', import.meta.url), 'utf8'))
const scenario = {
  version: 1, today: '2021-03-10', agreements: [{
    programme: 'ees', start: '2020-07-01', end: '2021-06-30', currency: 'USD', prices: [{ product: 'voucher-1', price: '70.00' }], policies: { months: 'started' },
    groups: [{ people: 7, audience: 'student', certifications: ['mos-word-2016'], sittings: [{ day: '2021-05-20' }] }],
  }],
}
const unknown = { ...scenario, agreements: [{ ...scenario.agreements[0], passRate: 1 }] }

test('scenarios fit their schema, and those that the engine cannot read do not', () => {
  const schema = checker('scenario')
  for (const each of [scenario, ...['school', 'university', 'company'].map((name) => sample(/** @type {any} */ (name), 'zh-CN'))]) schema.takes(each)
  for (const more of [{ passRate: 1 }, { programe: 'ees' }, { renewal: 'yes' }, { sites: [{ id: 7 }] }]) {
    const broken = { ...scenario, agreements: [{ ...scenario.agreements[0], ...more }] }
    assert.deepEqual([schema.fits(broken), plan(/** @type {any} */ (broken)).outcome], [false, 'refused'], JSON.stringify(more))
  }
})

test('whatever the engine answers fits the schema of it', () => {
  const schemas = /** @type {const} */ ([[checker('plan'), plan], [checker('comparison'), compare], [checker('amendment'), (/** @type {any} */ each) => amend(/** @type {any} */ (scenario), each)]])
  for (const [schema, ask] of schemas) for (const each of [scenario, unknown]) schema.takes(ask(/** @type {any} */ (each)))
  const [[plans]] = schemas
  for (const each of cases) plans.takes(plan(each.scenario))
  assert.equal(plans.fits({ ...plan(/** @type {any} */ (scenario)), outcome: 'guessed' }), false)
})

test('the catalogue, and what a partner supplies, fit their schemas', async () => {
  checker('catalogue').takes(await catalogue())
  checker('partner-catalogue').takes(reseller.catalogue)
  checker('price-book').takes(reseller.prices)
})

test('of a partner’s broken documents those fit their schema of which no schema can say what is wrong', () => {
  const schemas = { catalogue: checker('partner-catalogue'), prices: checker('price-book') }
  const found = brokenDocuments().map(({ name, document, documents }) => [name, schemas[document].fits(documents[document])])
  assert.deepEqual(found, brokenDocuments().map(({ name, fits }) => [name, fits]))
  assert.deepEqual([...new Set(found.map(([, fits]) => fits))].sort(), [false, true])
})
