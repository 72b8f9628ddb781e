// The weight of the first visit, as a table: `npm run size`. Fails over the budget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { precached } from '../www/build/service-worker.js'

/**
 * What may arrive with brotli, as a good web server sends it, before the first answer stands on the page, and before the
 * engine answers what is entered. The aim for both together is 150,000; the engine keeps them above it. Nothing may come on top.
 */
const budgets = { answer: 55_000, engine: 211_000 }

/**
 * Modules the page imports with `import()` but needs at once, by their path in www: for the answer to the example, and for
 * the engine. All others that are imported so arrive later. A page test compares this with what a browser fetches.
 */
const forTheAnswer = ['first-answer.js', 'messages/en/first.js']
const forTheEngine = ['pkg/index.js']

const dist = fileURLToPath(new URL('../www/dist/', import.meta.url))

/** What browsers ask for by themselves, because the HTML names it. */
const besides = ['icon.svg', 'manifest.json']

/** Modules that are loaded by themselves once the first answer is shown: weighed too, but nobody waits for them. */
const afterTheAnswer = ['later.js', 'messages/en/later.js', 'pkg/catalogue.js', 'offline/updates.js']

/** Modules that come when somebody exports: the first with the menu, the other with a workbook or a calendar. */
const withAnExport = ['exports/index.js', 'pkg/exports.js']

/** The files of the built page that a first visit fetches before it shows an answer, by their path in www/dist. */
export function firstAnswer() {
  return files(forTheAnswer)
}

/** The same, and the engine, which then answers whatever is entered. */
export function firstVisit() {
  return files([...forTheAnswer, ...forTheEngine])
}

/** What a frame in a partner's page fetches before it plans; the page around it has the loader besides. */
export function framed() {
  return files(['embed/frame.js', 'messages/en/first.js', 'pkg/index.js'])
}

/** The files that follow by themselves. */
export function afterwards() {
  const before = firstVisit()
  return [...files([...forTheAnswer, ...forTheEngine, ...afterTheAnswer], true), ...besides].filter((file) => !before.includes(file))
}

/** @param {string[]} imported what is followed of the modules imported with `import()` @param {boolean} [workers] whether workers count: they count as assets of the file that starts them */
function files(imported, workers = false) {
  /** @type {Record<string, { file: string, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }>} */
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const files = new Set(['index.html'])
  const seen = new Set()
  const visit = (/** @type {string} */ name) => {
    const chunk = manifest[name]
    if (!chunk || seen.has(name)) return
    seen.add(name)
    const assets = chunk.assets?.filter((file) => workers || !file.includes('worker')) ?? []
    for (const file of [chunk.file, ...chunk.css ?? [], ...assets]) files.add(file)
    chunk.imports?.forEach(visit)
    chunk.dynamicImports?.filter((each) => imported.includes(each)).forEach(visit)
  }
  // The page's own script; what its HTML only hints at is asked for by that script.
  Object.keys(manifest).filter((name) => name === 'index.html').forEach(visit)
  return [...files].sort()
}

/** The parts of the single file, each of which it holds in an element of its own. @returns {[name: string, bytes: Buffer][]} */
function partsOfFile() {
  const whole = readFileSync(join(dist, 'voucher-planner.html'), 'utf8')
  const packed = [...whole.matchAll(/<script type="text\/plain" id="(\w+)">.*?<\/script>/gs)]
  const rest = packed.reduce((text, [element]) => text.replace(element, ''), whole)
  return [['page, style, first script', rest], ...packed.map(([element, name = '']) => [name, element])].map(([name = '', text = '']) => [name, Buffer.from(text)])
}

const line = (/** @type {(string | number)[]} */ [name = '', ...numbers]) =>
  console.log(String(name).padEnd(48), ...numbers.map((number) => String(number).padStart(9)))

/** @param {Buffer} bytes */
export const weightOf = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
})

/** Weights by file: to press a file small takes a while. @type {Map<string, ReturnType<typeof weightOf>>} */
const weights = new Map()

/** Prints what parts weigh, each and together. @param {string} title @param {[name: string, weight: ReturnType<typeof weightOf>][]} all @param {boolean} [each] */
export function sum(title, all, each = true) {
  line([title, 'raw', 'gzip -9', 'brotli 11'])
  const total = { raw: 0, gzip: 0, brotli: 0 }
  for (const [name, { raw, gzip, brotli }] of all) {
    if (each) line([name, raw, gzip, brotli])
    total.raw += raw
    total.gzip += gzip
    total.brotli += brotli
  }
  line(['total', total.raw, total.gzip, total.brotli])
  return total
}

/** The same of files. @param {string} title @param {string[]} names @param {string} [folder] @param {boolean} [each] */
export function table(title, names, folder = dist, each = true) {
  return sum(title, names.map((name) => {
    const file = join(folder, name)
    const weight = weights.get(file) ?? weightOf(readFileSync(file))
    weights.set(file, weight)
    return [name, weight]
  }), each)
}

function weigh() {
  const [answer, engine] = [firstAnswer(), firstVisit()]
  const first = table('first answer, bytes', answer)
  const rest = table('then the engine', engine.filter((file) => !answer.includes(file)))
  const both = first.brotli + rest.brotli
  line(['both', '', '', both])
  table('after that by themselves', afterwards())
  table('with the first export of a file', files([...forTheAnswer, ...forTheEngine, ...afterTheAnswer, ...withAnExport]).filter((file) => ![...engine, ...afterwards()].includes(file)))
  const kept = precached(dist).map(({ url }) => url)
  table(`kept for times without a network, ${kept.length + 1} files`, ['service-worker.js', ...kept], dist, false)
  sum('the single file', partsOfFile().map(([name, bytes]) => [name, weightOf(bytes)]))
  for (const [what, weight, budget] of /** @type {const} */ ([['The first answer', first.brotli, budgets.answer], ['The first answer and the engine', both, budgets.engine]])) {
    if (weight <= budget) continue
    console.error(`${what} takes ${weight} bytes; the budget is ${budget}.`)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) weigh()
