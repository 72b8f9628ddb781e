// What differs between scenarios, which of them is best, and how many people a budget covers. Runs without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plan } from '../www/pkg/node.js'
import { sample } from '../www/samples.js'
import { withValue } from '../www/scenario.js'
import { largestCovered, sharedOut } from '../www/state/goal.js'
import { bestOf, measures } from '../www/view/columns.js'
import { differencesBetween } from '../www/view/differences.js'
import { minorOf } from '../www/view/goal-seek.js'

const school = sample('school', 'en')

// ---- Which entries differ

test('entries that differ are found by what they stand for, not by their place', () => {
  const [agreement] = structuredClone(school.agreements ?? [])
  assert.ok(agreement?.groups && agreement.prices)
  const after = { ...school, name: 'Other', agreements: [{ ...agreement, end: '2021-12-31', groups: agreement.groups.slice(1), prices: agreement.prices.toReversed(), policies: { months: /** @type {const} */ ('none') } }] }
  assert.deepEqual(differencesBetween(school, after).map(({ before, after: to, was, is }) => [before, to, typeof was === 'object' ? 'entry' : was, is]), [
    ['agreements[0].end', 'agreements[0].end', '2021-06-30', '2021-12-31'],
    ['agreements[0].groups[0]', undefined, 'entry', undefined],
    ['agreements[0].policies.months', 'agreements[0].policies.months', undefined, 'none'],
  ])
  assert.deepEqual(differencesBetween(school, structuredClone(school)), [])
  assert.deepEqual(differencesBetween({ agreements: [{ groups: [{ people: 5 }] }] }, { agreements: [{ groups: [{ people: '5' }] }] }), [], 'a number and the same typed are the same')
})

// ---- The largest need that a budget covers

/** @param {(people: number) => number} cost @param {number} budget */
const asking = (cost, budget) => async (/** @type {number} */ people) => ({ fits: cost(people) <= budget, charge: cost(people), uncovered: 0, proven: true })

test('the largest number that fits is found exactly, wherever the search begins', async () => {
  const steps = (/** @type {number} */ people) => Math.ceil(people / 125) * 3300
  for (let budget = 3300; budget < 40_000; budget += 1771) {
    const right = Math.floor(budget / 3300) * 125
    for (const start of [1, 60, right, right + 1, 5000]) {
      const { people, at, beyond, plans } = await largestCovered(asking(steps, budget), { start, most: 100_000 })
      assert.equal(people, right, `with ${budget} from ${start}`)
      assert.ok((at?.charge ?? 0) <= budget && (beyond?.charge ?? 0) > budget)
      assert.ok(plans < 45, `${plans} plans`)
    }
  }
})

test('none, and all, are answers too', async () => {
  assert.deepEqual((await largestCovered(asking(() => 10, 5), { start: 40, most: 1000 })).people, 0)
  assert.deepEqual((await largestCovered(asking(() => 10, 50), { start: 40, most: 1000 })).people, 1000)
})

test('a cost that falls where a price break begins does not hide a larger number that fits', async () => {
  const broken = (/** @type {number} */ people) => people * (people >= 50 ? 80 : 100)
  const { people } = await largestCovered(asking(broken, 4300), { start: 10, most: 1000 })
  assert.equal(people, 53)
})

test('people are shared out over exam days as before, every one of them', () => {
  assert.deepEqual(sharedOut([60, 50], 11), [6, 5])
  assert.deepEqual(sharedOut([1, 1, 1], 5), [2, 2, 1])
  assert.deepEqual(sharedOut([0, 0], 7), [7, 0])
})

test('a budget is read to the smallest coin, as people type it', () => {
  assert.equal(minorOf('12,345.60', 2), 1_234_560)
  assert.equal(minorOf('５０００', 2), 500_000)
  assert.equal(minorOf('0.07', 2), 7)
  assert.equal(minorOf('500', 0), 500)
  for (const text of ['', 'x', '1.234', '-5', '1e3']) assert.equal(minorOf(text, 2), undefined, text)
})

test('the number that a budget covers is the boundary that the engine’s own plans have', async () => {
  const budget = 620_000
  const charge = (/** @type {number} */ people) => {
    const reply = plan(withValue(school, 'agreements[0].groups[0].people', String(people)))
    return reply.outcome === 'planned' ? reply.plan.agreements[0]?.summary.charge?.value ?? 0 : Infinity
  }
  const { people, plans } = await largestCovered(asking(charge, budget), { start: 501, most: 1_000_000 })
  const right = Array.from({ length: 700 }, (_, place) => place + 1).findLast((number) => charge(number) <= budget)
  assert.equal(people, right)
  assert.ok(plans < 30, `${plans} plans`)
})

// ---- Which is best

/** A column with nothing but its numbers. @param {Partial<import('../www/view/columns.js').Numbers>} numbers @returns {any} */
const column = (numbers) => ({ numbers: { currency: 'USD', uncovered: 0, findings: { blocker: 0, warning: 0, note: 0 }, ...numbers } })

test('the cheapest is best only among those that leave least uncovered', () => {
  const [full, cheap, nothing] = [column({ charge: 900 }), column({ charge: 800 }), column({ charge: 0, uncovered: 40 })]
  assert.deepEqual([...bestOf([full, cheap, nothing], measures.charge)], [cheap])
  assert.deepEqual([...bestOf([full, cheap, nothing], measures.uncovered)], [full, cheap])
})

test('nothing is best where all are alike, where one stands alone, or where the currencies differ', () => {
  assert.equal(bestOf([column({ charge: 5 }), column({ charge: 5 })], measures.charge).size, 0)
  assert.equal(bestOf([column({ charge: 5 }), /** @type {any} */ ({ numbers: undefined })], measures.charge).size, 0)
  assert.equal(bestOf([column({ charge: 5 }), column({ charge: 4, currency: 'EUR' })], measures.charge).size, 0)
})
