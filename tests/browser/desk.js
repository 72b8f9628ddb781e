// A page with a planner as on the first day before each test: nothing kept, an example shown. And what one sees of its desk.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach } from 'node:test'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
export let page
/** @type {Person} */
export let person

export const school = 'School district, EES: which site packs?'

/** The answer and what is loaded after it are there. */
export const ready = async () => {
  await person.reads(/Order|What should you order/)
  await person.sees(() => person.look("return root.querySelector('#new') !== null && root.querySelector('[popovertarget=new]').disabled === false"), Boolean, 'everything is loaded')
}
/** Names in the strip, the shown one in brackets. @returns {Promise<string[]>} */
export const strip = () => person.look("return [...root.querySelectorAll('.strip .name')].map((each) => each.hasAttribute('aria-current') ? `[${text(each)}]` : text(each))")
/** @param {string[]} names */
export const hasStrip = (names) => person.sees(strip, (found) => JSON.stringify(found) === JSON.stringify(names), `the scenarios are ${names.join(', ')}`)
export const notices = () => /** @type {Promise<string>} */ (person.look("return text(root.querySelector('.notices'))"))
/** @param {RegExp} wish */
export const isTold = (wish) => person.sees(notices, (text) => wish.test(text), `a notice says ${wish}`)
/** What IndexedDB and the local storage of the page hold. @returns {Promise<{ desk: any, local: Record<string, string> }>} */
export const kept = () => page.driver.executeAsyncScript(`
  const done = arguments[arguments.length - 1]
  const local = { ...localStorage }
  indexedDB.databases().then((all) => {
    if (!all.some(({ name }) => name === 'voucher-planner')) return done({ desk: null, local })
    const request = indexedDB.open('voucher-planner')
    request.onsuccess = () => {
      const reading = request.result.transaction('desk').objectStore('desk').get('desk')
      reading.onsuccess = () => { request.result.close(); done({ desk: reading.result ?? null, local }) }
    }
  })`)
export const isKept = (/** @type {(desk: any) => unknown} */ right, /** @type {string} */ wish) => person.sees(kept, ({ desk }) => Boolean(right(desk)), wish)
/** In one look: the row may be drawn anew at any time. */
export const people = async () => String(await person.look("const cell = [...within('Group 1').querySelectorAll('td[data-label]')].find((each) => each.dataset.label === 'People'); return cell?.querySelector('input')?.value ?? text(cell)"))
export const hasPeople = (/** @type {string} */ number) => person.sees(people, (value) => value === number, `the first group has ${number} people`)
/** The link that the panel shows. */
export const sharedLink = () => /** @type {Promise<string>} */ (person.sees(() => person.look("return root.querySelector('#share-link')?.value ?? ''"), (link) => /#1\./.test(String(link)), 'a link is shown'))
export const focused = () => person.look("return root.activeElement ? name(root.activeElement) : ''")
/** Cells of the comparison by the name of their row. @returns {Promise<Record<string, string[]>>} */
export const rows = () => person.look("return Object.fromEntries([...root.querySelectorAll('.compare tbody tr')].map((row) => [text(row.cells[0]), [...row.cells].slice(1).map(text)]))")
export const comparedRows = () => person.sees(rows, (found) => Object.keys(found).length > 10 && !JSON.stringify(found).includes('Planning'), 'everything is planned')

/** Drops a file on the page. @param {string} name @param {string} text */
export const drops = (name, text) => page.driver.executeScript(`
  const data = new DataTransfer()
  data.items.add(new File([arguments[1]], arguments[0]))
  document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`, name, text)

before(async () => {
  page = await openPage({ width: 1440, height: 1000 })
  person = new Person(page)
  await ready()
})
after(() => page?.close())

beforeEach(async () => {
  // As on the first day: nothing kept, an example shown.
  await page.driver.executeAsyncScript("const done = arguments[arguments.length - 1]; document.querySelector('voucher-planner').keeping.forget().then(done)")
  await person.look("for (const open of root.querySelectorAll(':popover-open')) open.hidePopover()")
  await page.driver.executeScript("document.querySelector('voucher-planner').showPlace(undefined); document.querySelector('voucher-planner').language = 'en'; document.querySelector('voucher-planner').theme = 'auto'")
  await person.reads(/^Order 1 × Site pack 500, 1/)
  await hasStrip([`[${school}]`])
})
afterEach(async () => { assert.deepEqual(await page.complaints(), []) })
