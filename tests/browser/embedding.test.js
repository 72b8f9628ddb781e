// The examples of the guide to embedding, as they are written, in a page of somebody else: in each of them the planner answers.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { By } from 'selenium-webdriver'
import { openPage } from './browser.js'
import { answerOf, blocks, dist, fileHost, partner } from './hosts.js'
import { Person } from './person.js'

const examples = blocks('embedding.md', 'html')
/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Record<string, { html: string, type?: string, headers?: Record<string, string> }>} */
const pages = {
  '/events.js': { html: blocks('embedding.md', 'js')[0] ?? '', type: 'text/javascript' },
  '/brand.css': { html: blocks('embedding.md', 'css')[0] ?? '', type: 'text/css' },
  '/order': { html: '<!doctype html><title>Order</title>' },
}
/** @type {Awaited<ReturnType<typeof partner>>} */
let site
/** @type {Awaited<ReturnType<typeof fileHost>>} */
let host
before(async () => { [page, site, host] = await Promise.all([openPage(), partner(pages), fileHost({ headers: () => ({ 'access-control-allow-origin': '*' }) })]) })
after(() => Promise.all([page?.close(), site?.close(), host?.close()]))

/** Shows the example that contains this. @param {string} what */
async function visit(what) {
  const found = examples.filter((example) => example.includes(what))
  assert.equal(found.length, 1, `one example has ${what}`)
  const { file, integrity } = JSON.parse(readFileSync(join(dist, 'embed/loader.json'), 'utf8'))
  pages['/'] = { html: `<!doctype html><html lang="en"><title>Partner</title>${found[0]?.replaceAll('https://planner.example/', host.url).replace('loader-<hash>.js', file).replace('sha384-<hash>', integrity)}` }
  await page.driver.get(site.url)
}

test('the element', async () => {
  await visit('Plan exam vouchers</a>\n</voucher-planner>')
  assert.match(await answerOf(page.driver), /\d/)
})

test('the frame', async () => {
  await visit('class="voucher-planner"')
  await page.driver.switchTo().frame(await page.driver.wait(() => page.driver.executeScript("return document.querySelector('iframe')"), 5000))
  assert.match(await answerOf(page.driver), /\d/)
  assert.equal(await page.driver.executeScript("return document.querySelector('voucher-planner').view"), 'simple')
})

test('events', async () => {
  await visit('events.js')
  await answerOf(page.driver)
  const said = () => page.driver.executeScript("return document.getElementById('said').textContent")
  await page.driver.wait(async () => /^\d+ exams, [\d.]+ USD$/.test(String(await said())), 5000, 'the example says nothing')
})

test('a form', async () => {
  await visit('<form')
  await answerOf(page.driver)
  const sent = JSON.parse(String(await page.driver.executeScript("return new FormData(document.querySelector('form')).get('scenario')")))
  assert.deepEqual(sent, await page.driver.executeScript("return document.querySelector('voucher-planner').scenario"))
  await page.driver.findElement(By.css('form > button')).click()
  await page.driver.wait(async () => (await page.driver.getTitle()) === 'Order', 5000, 'the form is not sent')
})

test('colours and type', async () => {
  await visit('brand.css')
  await answerOf(page.driver)
  assert.deepEqual(await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    const link = planner.shadowRoot.querySelector('.link')
    return [getComputedStyle(planner).fontFamily, getComputedStyle(link).color, getComputedStyle(planner.shadowRoot.querySelector('[part=foot]')).display]`), ['Georgia, serif', 'rgb(179, 38, 30)', 'none'])
})

test('several in one page', async () => {
  await visit('scenario="school" view="answer"')
  const shown = () => page.driver.executeScript("return [...document.querySelectorAll('voucher-planner')].map((each) => each.plan ? 'planned' : each.failed ? 'failed' : each.engine ? 'with an engine' : 'without an engine')")
  await new Person(page).sees(shown, (states) => String(states) === 'planned,planned', 'both are planned')
  assert.deepEqual(await page.driver.executeScript("return [...document.querySelectorAll('voucher-planner')].map((each) => each.locale)"), ['en', 'zh-CN'])
  assert.equal(await page.driver.executeScript("return performance.getEntriesByType('resource').filter(({ name }) => /planner_bg.*wasm$/.test(name)).length"), 1)
})

test('the self-test', async () => {
  await visit('self-test.js')
  const { routes } = /** @type {import('../../www/embed/checks.js').Result} */ (await page.driver.executeAsyncScript('voucherPlannerSelfTest.then(arguments[0])'))
  assert.deepEqual(routes, { element: { works: true, policies: [] }, frame: { works: true, policies: [] } })
})
