// The weight of the npm package, and of what a visitor of somebody else's page loads of it: `npm run size`.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { table } from './size.js'

const made = fileURLToPath(new URL('../www/npm/', import.meta.url))

/** A file of the package with all that it imports at once. @param {...string} starts */
function reached(...starts) {
  const found = new Set(starts)
  for (const file of found) {
    if (!file.endsWith('.js')) continue
    for (const [, path = ''] of readFileSync(join(made, file), 'utf8').matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)) found.add(join(dirname(file), path).replaceAll('\\', '/'))
  }
  return [...found]
}

/** What a visitor of a page in English loads of the element, by when; a test compares this with what a browser fetches. */
export function loaded() {
  const answer = reached('element/index.js', 'element/parts/messages-en-first.js', 'index.js', 'voucher_planner_bg.wasm')
  const rest = reached('element/parts/rest.js', 'element/parts/messages-en-later.js', 'element/parts/worker.js', 'catalogue.js').filter((file) => !answer.includes(file))
  const withAnExport = reached('element/parts/exports-index.js', 'exports.js', 'voucher_exports_bg.wasm').filter((file) => !answer.includes(file) && !rest.includes(file))
  return { answer, rest, withAnExport }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { answer, rest, withAnExport } = loaded()
  table('the element’s first answer', answer, made)
  table('after that by themselves', rest, made)
  table('with the first export of a file', withAnExport, made)
  const all = readdirSync(made, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(made.length))
  table('the whole package', all.sort(), made)
}
