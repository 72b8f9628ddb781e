// The page opens, whole and without a complaint.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { afterwards, firstVisit } from '../size.js'
import { openPage } from './browser.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
before(async () => { page = await openPage() })
after(() => page?.close())

test('the page says what it is', async () => {
  assert.match(await page.driver.getTitle(), /voucher planner/i)
})

test('nothing fails while the page loads, under whatever path it lives', async () => {
  assert.deepEqual(await page.complaints(), [])
})

test('everybody can use the page', async () => {
  assert.deepEqual(await page.violations(), [])
})

test('a first visit fetches no file that the size table does not weigh', async () => {
  const weighed = [...firstVisit(), ...afterwards()]
  assert.deepEqual((await page.fetched()).filter((file) => !weighed.includes(file)), [])
})

test('under a strict policy for its contents the page plans and compares, without a complaint', async () => {
  const strict = await openPage({ headers: {
    'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; require-trusted-types-for 'script'",
  } })
  try {
    await strict.driver.wait(() => strict.driver.executeScript("return document.querySelector('voucher-planner').shadowRoot.querySelector('.what-if[aria-busy=false]') !== null"), 10_000)
    assert.equal(await strict.driver.executeScript("return document.querySelector('voucher-planner').engine.canWorkBeside"), true, 'workers start')
    assert.deepEqual(await strict.complaints(), [])
  } finally {
    await strict.close()
  }
})
