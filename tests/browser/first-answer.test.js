// The example is answered before the engine is there, and what is entered meanwhile is answered when it comes.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
after(() => page?.close())

/** The plan the page holds, whoever made it. */
const plan = () => page.driver.executeScript("const { plan } = document.querySelector('voucher-planner'); return JSON.stringify(plan)")

test('the example is answered while the engine is on its way, as the engine then answers it', async () => {
  page = await openPage({ held: /\.wasm$/ })
  person = new Person(page)
  await person.reads(/^Order 1 × Site pack 500, .*USD 7,800\.00\./)
  const [early, provisional] = /** @type {[string, boolean]} */ ([await plan(), await page.driver.executeScript("return document.querySelector('voucher-planner').engine.provisional")])
  assert.equal(provisional, true, 'the engine is not there yet')
  await page.driver.executeScript("document.querySelector('voucher-planner').actions.set('agreements[0].name', 'Renamed')")
  assert.match(String(await person.answer()), /USD 7,800\.00/, 'the answer stays while the new one is awaited')
  page.release()
  await person.sees(() => page.driver.executeScript("return document.querySelector('voucher-planner').engine.provisional"), (value) => value === false, 'the engine comes')
  await person.sees(async () => String(await plan()).includes('Renamed'), Boolean, 'what was entered meanwhile is planned')
  await person.presses('Undo')
  await person.sees(async () => await plan() === early, Boolean, 'the engine says the same of the example, figure by figure')
})

test('a language that is chosen while the page is still loading is spoken, without an error', async () => {
  const loading = await openPage({ held: /\/rest-[^/]*\.js$/ })
  try {
    const other = new Person(loading)
    await other.sees(() => loading.driver.executeScript("return document.querySelector('voucher-planner').engine?.provisional"), (provisional) => provisional === false, 'the engine is there, what comes after it is not')
    await other.presses('中文')
    await other.reads(/^请订购/)
    loading.release()
    await other.sees(() => other.look("return text(root.querySelector('.foot'))"), (text) => /保留了什么/.test(String(text)), 'the rest speaks it too')
    assert.deepEqual(await loading.complaints(), [])
  } finally { await loading.close() }
})
