// The weight of the first visit, as a table: `npm run size`. Fails over the budget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/**
 * What a first answer may weigh with brotli, as a good web server sends it. The aim is 150,000: the exact search, the
 * comparisons and the repairs came on top of an engine that met it. Nothing may come on top of this.
 */
const budget = 206_000

/**
 * Modules the page imports with `import()` but needs at once, by their path in www.
 * All others that are imported so arrive later and do not count. A page test compares this with what a browser fetches.
 */
const neededAtOnce = ['pkg/index.js', 'messages/en/first.js']

const dist = fileURLToPath(new URL('../www/dist/', import.meta.url))

/** Modules that are loaded by themselves once the first answer is shown: weighed too, but nobody waits for them. */
const afterTheAnswer = ['later.js', 'messages/en/later.js', 'pkg/catalogue.js']

/** Modules that come when somebody exports: the first with the menu, the other with a workbook or a calendar. */
const withAnExport = ['exports/index.js', 'pkg/exports.js']

/** The files of the built page that a first visit fetches before it shows an answer, by their path in www/dist. */
export function firstVisit() {
  return files(neededAtOnce)
}

/** The files that follow by themselves. */
export function afterwards() {
  const before = firstVisit()
  return files([...neededAtOnce, ...afterTheAnswer], true).filter((file) => !before.includes(file))
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
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  Object.keys(manifest).filter((name) => html.includes(manifest[name]?.file ?? name)).forEach(visit)
  return [...files].sort()
}

function weigh() {
  const line = (/** @type {(string | number)[]} */ [name = '', ...numbers]) =>
    console.log(String(name).padEnd(48), ...numbers.map((number) => String(number).padStart(9)))
  const table = (/** @type {string} */ title, /** @type {string[]} */ names) => {
    line([title, 'raw', 'gzip -9', 'brotli 11'])
    const total = { raw: 0, gzip: 0, brotli: 0 }
    for (const name of names) {
      const bytes = readFileSync(join(dist, name))
      const size = {
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
      }
      line([name, size.raw, size.gzip, size.brotli])
      total.raw += size.raw
      total.gzip += size.gzip
      total.brotli += size.brotli
    }
    line(['total', total.raw, total.gzip, total.brotli])
    return total
  }
  const first = table('first answer, bytes', firstVisit())
  table('after the first answer', afterwards())
  table('with the first export of a file', files([...neededAtOnce, ...afterTheAnswer, ...withAnExport]).filter((file) => ![...firstVisit(), ...afterwards()].includes(file)))
  if (first.brotli > budget) {
    console.error(`The first answer takes ${first.brotli} bytes; the budget is ${budget}.`)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) weigh()
