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
