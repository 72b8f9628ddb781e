// Where the engine works: beside the page while somebody waits for it, on the page in turns. Runs without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Background } from '../www/background.js'
import { Engine } from '../www/engine.js'
import * as module from '../www/pkg/node.js'
import { sample } from '../www/samples.js'

/** Workers that never answer, and how many of them are at work. */
function workers() {
  let open = 0
  const start = () => {
    open += 1
    return /** @type {any} */ ({ postMessage() {}, terminate() { open -= 1 } })
  }
  return { start, open: () => open }
}

test('two planners without workers of their own both finish their comparisons, each of its own scenario', async () => {
  const engines = /** @type {const} */ (['school', 'company']).map((name) => ({ engine: new Engine(/** @type {any} */ (module)), scenario: sample(name, 'en') }))
  const compared = await Promise.all(engines.map(({ engine, scenario }) => engine.compare(scenario)))
  assert.deepEqual(compared, engines.map(({ engine, scenario }) => engine.compareNow(scenario)))
  assert.notDeepEqual(compared[0], compared[1])
})

test('a comparison that is given up before its turn lets the next one have it', async () => {
  const engines = [1, 2, 3].map(() => new Engine(/** @type {any} */ (module)))
  const all = engines.map((engine) => engine.compare(sample('school', 'en')))
  engines[0]?.giveUp()
  engines[1]?.giveUp()
  assert.deepEqual((await Promise.all(all)).map(Boolean), [false, false, true])
})

test('an engine that rests keeps no worker, and what it was asked is given up', async () => {
  const { start, open } = workers()
  const engine = new Engine(/** @type {any} */ (module), { background: new Background(start), aside: new Background(start) })
  const asked = engine.planBeside(sample('school', 'en'))
  assert.equal(open(), 1)
  engine.rest()
  assert.deepEqual([open(), await asked], [0, undefined])
  void engine.planBeside(sample('school', 'en'))
  assert.equal(open(), 1, 'the next task starts another')
})
