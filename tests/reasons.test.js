// Every figure of a plan leads down to a rule, a text, a choice, an entry, or the chances that were entered. Runs without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plan } from '../www/pkg/node.js'
import { sample } from '../www/samples.js'

for (const name of /** @type {const} */ (['school', 'university', 'company'])) {
  test(`each figure of the ${name} rests on something that can be named`, () => {
    const reply = plan(sample(name, 'en'))
    assert.equal(reply.outcome, 'planned')
    const figures = reply.outcome === 'planned' ? reply.plan.figures : []
    /** @type {boolean[]} */
    const grounded = []
    figures.forEach(({ rules = [], cites = [], policy, step, of = [] }, id) => {
      grounded[id] = rules.length > 0 || cites.length > 0 || Boolean(policy) || step.kind === 'input' || ['bound', 'chosen', 'allotted'].includes(step.kind) || 'terms' in step || of.length > 0 && of.every((part) => grounded[part])
    })
    assert.deepEqual(figures.filter((_, id) => !grounded[id]).map(({ what, step }) => `${what} (${step.kind})`), [])
  })
}
