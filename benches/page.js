// How long people wait for the page: `npm run bench:page` measures the built page in Chromium, on a slow network and processor.
//
// The page comes from a server that compresses as good ones do. “Answer” is when the first answer has been painted, “edited” when
// moreover a field changed right then has led to another answer. Times are medians; they are noisy, so compare within a run.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { engines } from '../tests/browser/engines.js'

const dist = fileURLToPath(new URL('../www/dist/', import.meta.url))
const runs = Number(process.env.RUNS ?? 5)

/** Networks as browsers name them: bits per second, milliseconds of latency, and how many times slower the processor is. */
const machines = [
  { name: 'slow 4G, processor 4x slower', bits: 1_600_000, latency: 150, processor: 4 },
  { name: 'fast 4G, processor 4x slower', bits: 9_000_000, latency: 60, processor: 4 },
  { name: 'as is', bits: 0, latency: 0, processor: 1 },
]

const types = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml' })
/** @type {Map<string, { body: Buffer, type: string }>} */
const compressed = new Map()

/** What a good web server answers: compressed, and kept by browsers where the name carries a hash. */
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname).replace(/\/$/, '/index.html')
  try {
    const found = compressed.get(path) ?? { body: brotliCompressSync(readFileSync(join(dist, path))), type: types[extname(path)] ?? 'application/octet-stream' }
    compressed.set(path, found)
    response.writeHead(200, { 'content-type': found.type, 'content-encoding': 'br', 'content-length': found.body.length, 'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache' })
    response.end(found.body)
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const address = server.address()
const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`

/** Put into the page before its own scripts: notes when the first answer is painted, and what the browser thought of it. */
const watch = `
  window.seen = { shift: 0, largest: 0, blocked: 0 }
  new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) seen.shift += each.value }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.largest = each.startTime }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.blocked += Math.max(0, each.duration - 50) }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const answer = document.querySelector('voucher-planner')?.shadowRoot?.querySelector('.answer-sentence h2')?.textContent
    const ready = answer && !document.querySelector('voucher-planner').engine.provisional
    if (answer) requestAnimationFrame(() => { seen.answer ??= performance.now() })
    if (ready) requestAnimationFrame(() => { seen.engine ??= performance.now() })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)`

/** Changes a field and waits until the answer that follows has been painted. Returns how long that took and when it was, in milliseconds. */
const edit = `
  const [place, text, done] = arguments
  const root = document.querySelector('voucher-planner').shadowRoot
  const answer = () => root.querySelector('.answer-sentence').textContent
  const before = answer()
  const planner = root.host
  const started = performance.now()
  planner.actions.set(place, text)
  const look = () => (answer() === before ? requestAnimationFrame(look) : requestAnimationFrame(() => done([performance.now() - started, performance.now()])))
  requestAnimationFrame(look)`

/** The middle of an odd number of measurements. @param {number[]} list */
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN

/** A new browser: nothing of the page is kept from before. */
const chromium = async () => /** @type {import('selenium-webdriver/chrome.js').Driver} */ ((await engines.chromium({ language: 'en', width: 1280, height: 900, features: {}, folder: tmpdir() })).driver)

/** @param {typeof machines[number]} machine */
async function firstVisit(machine) {
  const driver = await chromium()
  try {
    await slow(driver, machine)
    await driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: watch })
    await driver.manage().setTimeouts({ script: 60_000 })
    await driver.get(url)
    await driver.wait(() => driver.executeScript('return seen.answer !== undefined'), 60_000)
    const [, typed] = /** @type {[number, number]} */ (await driver.executeAsyncScript(edit, 'agreements[0].groups[0].people', '640'))
    await driver.sleep(machine.processor * 1000)
    const seen = /** @type {{ answer: number, shift: number, largest: number, blocked: number }} */ (await driver.executeScript('return seen'))
    const files = /** @type {{ name: string, size: number, end: number }[]} */ (await driver.executeScript(`
      return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
        .filter(({ name }) => name.startsWith('http')).map(({ name, transferSize, responseEnd }) => ({ name, size: transferSize, end: responseEnd }))`))
    const first = files.filter(({ end }) => end <= seen.answer)
    return { ...seen, typed, requests: first.length, bytes: sum(first), allRequests: files.length, allBytes: sum(files) }
  } finally {
    await driver.quit()
  }
}

/** The page opened again, out of what the service worker keeps: the network does not matter, the processor does. @param {number} processor */
async function warmStart(processor) {
  const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (await chromium({ language: 'en', width: 1280, height: 900 }))
  try {
    await driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: watch })
    await driver.manage().setTimeouts({ script: 60_000 })
    await driver.get(url)
    await driver.wait(() => driver.executeScript("return document.querySelector('voucher-planner').offline?.state === 'kept'"), 60_000)
    await driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: processor })
    const starts = []
    // The first of them also compiles what is kept.
    for (let run = 0; run < runs + 1; run += 1) {
      await driver.get(url)
      await driver.wait(() => driver.executeScript('return seen.engine !== undefined'), 60_000)
      const seen = /** @type {{ answer: number, engine: number }} */ (await driver.executeScript('return seen'))
      const fetched = Number(await driver.executeScript("return performance.getEntriesByType('resource').filter(({ transferSize, name }) => transferSize > 0 && name.startsWith('http')).length"))
      if (run) starts.push({ ...seen, fetched })
    }
    return starts
  } finally {
    await driver.quit()
  }
}

/** @param {{ size: number }[]} files */
const sum = (files) => files.reduce((total, { size }) => total + size, 0)

/** @param {import('selenium-webdriver/chrome.js').Driver} driver @param {typeof machines[number]} machine */
async function slow(driver, { bits, latency, processor }) {
  if (bits) await driver.setNetworkConditions({ offline: false, latency, download_throughput: bits / 8, upload_throughput: bits / 16 })
  await driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: processor })
}

/** An agreement with so many groups. @param {number} groups */
function large(groups) {
  const certifications = ['mos-word-2016', 'mos-excel-2016', 'mta-networking-fundamentals', 'mta-database-fundamentals', 'microsoft-certified-educator']
  return {
    version: 1, name: 'Many groups', today: '2020-08-03',
    agreements: [{
      id: '1', name: 'District', programme: 'ees', start: '2020-07-01', end: '2021-06-30', currency: 'USD',
      sites: [{ id: 'site-1', name: 'Central', testCentreFrom: '2019-08-01' }],
      groups: Array.from({ length: groups }, (_, index) => ({
        name: `Class ${index + 1}`, people: String(12 + (index * 7) % 23), audience: 'student', certifications: [certifications[index % certifications.length]],
        preparationStart: '2019-07-01', passRate: '0.8', attempts: '2', sittings: [{ day: ['2020-12-07', '2021-02-15', '2021-05-03'][index % 3], people: '' }],
      })),
      prices: [{ product: 'site-500', price: '9000' }, { product: 'site-125-mta', price: '3300' }, { product: 'site-125-mos', price: '3300' }],
    }],
  }
}

/** Milliseconds from a change to the answer that follows, at so many groups. @param {number} groups @param {number} processor */
async function edits(groups, processor) {
  const driver = await chromium()
  try {
    await driver.manage().setTimeouts({ script: 120_000 })
    await driver.get(url)
    await driver.wait(() => driver.executeScript("return document.querySelector('voucher-planner').later !== undefined"), 60_000)
    await driver.executeScript("document.querySelector('voucher-planner').load(arguments[0])", large(groups))
    await driver.sleep(3000)
    await driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: processor })
    const times = []
    for (let run = 0; run < runs * 2 + 1; run += 1) {
      const [took] = /** @type {[number, number]} */ (await driver.executeAsyncScript(edit, `agreements[0].groups[${(run * 3) % groups}].people`, String(400 + run * 11)))
      times.push(took)
      await driver.sleep(300)
    }
    const engine = /** @type {number} */ (await driver.executeScript("return document.querySelector('voucher-planner').engine.took"))
    return { middle: median(times), worst: Math.max(...times), engine }
  } finally {
    await driver.quit()
  }
}

const line = (/** @type {string} */ name, /** @type {(string | number)[]} */ ...cells) => console.log(name.padEnd(34), ...cells.map((cell) => String(typeof cell === 'number' ? Math.round(cell) : cell).padStart(11)))

try {
  line('first visit', 'answer ms', 'edited ms', 'largest ms', 'blocked ms', 'shift', 'requests', 'bytes', 'in all', 'bytes')
  for (const machine of machines) {
    const visits = []
    for (let run = 0; run < runs; run += 1) visits.push(await firstVisit(machine))
    const middle = (/** @type {keyof typeof visits[number]} */ what) => median(visits.map((visit) => visit[what]))
    line(machine.name, middle('answer'), middle('typed'), middle('largest'), middle('blocked'), middle('shift').toFixed(3), middle('requests'), middle('bytes'), middle('allRequests'), middle('allBytes'))
  }
  console.log()
  line('opened again, from what is kept', 'answer ms', 'engine ms', 'fetched')
  for (const processor of [1, 4]) {
    const starts = await warmStart(processor)
    const middle = (/** @type {keyof typeof starts[number]} */ what) => median(starts.map((start) => start[what]))
    line(processor > 1 ? `processor ${processor}x slower` : 'as is', middle('answer'), middle('engine'), middle('fetched'))
  }
  console.log()
  line('an edit until its answer is painted', 'middle ms', 'worst ms', 'engine ms')
  for (const [groups, processor] of /** @type {const} */ ([[3, 1], [20, 1], [200, 1], [200, 4]])) {
    const { middle, worst, engine } = await edits(groups, processor)
    line(`${groups} groups${processor > 1 ? `, processor ${processor}x slower` : ''}`, middle, worst, engine)
  }
} finally {
  server.close()
}
