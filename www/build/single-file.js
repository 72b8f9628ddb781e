// The planner as one HTML file that opens with a double click: script, style, engine and exports lie inside, packed, under a policy
// that lets it ask for nothing.
//
// `vite-plugin-singlefile` puts scripts and styles into the HTML as they are. What makes this file small and shut, the packing, the
// engine without a request and the policy by hashes, would all still be written here: without packing it is 2.6 times as large.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRaw } from 'pako'
import { build } from 'vite'
import { reached } from './service-worker.js'

const www = fileURLToPath(new URL('../', import.meta.url))
const name = 'voucher-planner.html'

/** What takes the place of modules that would fetch something, by their paths in www. */
const inside = {
  'pkg/index.js': 'offline/inside/engine.js',
  'pkg/exports.js': 'offline/inside/exports.js',
  'embed/frame.js': 'offline/inside/frame.js',
  'first-answer.js': 'offline/inside/first-answer.js',
  'offline/updates.js': 'offline/inside/updates.js',
}

/** @returns {import('vite').Plugin} */
export function singleFile() {
  let folder = ''
  return {
    name: 'single-file',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => { folder = resolve(root, outDir) },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => writeFileSync(join(folder, name), Object.values(await partsOf(folder)).join('')),
    },
  }
}

/** The file's text in parts, by what they hold. @param {string} folder the built page */
export async function partsOf(folder) {
  const files = reached(folder)
  const built = (/** @type {RegExp} */ pattern) => readFileSync(join(folder, files.find((file) => pattern.test(file)) ?? ''), 'utf8').trim()
  const style = built(/\.css$/)
  const program = await scriptOf('main.js', built(/\/worker-.*\.js$/))
  const open = await scriptOf('offline/inside/open.js')
  const policy = [
    "default-src 'none'", `script-src ${hash(open)} ${hash(program)} 'wasm-unsafe-eval'`, `style-src ${hash(style)}`, 'img-src data:', 'worker-src blob:',
    "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
  ].join('; ')
  const page = replaced(readFileSync(join(www, 'index.html'), 'utf8'), [
    [/<meta charset="utf-8">\n/, (line) => `${line}<meta http-equiv="Content-Security-Policy" content="${policy}">\n`],
    [/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(readFileSync(join(www, 'public/icon.svg'), 'utf8').trim())}">`],
    [/<link rel="(manifest|apple-touch-icon)"[^>]*>\n/g, () => ''],
    [/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`],
    [/<script type="module"[^>]*><\/script>\n/, () => '\0'],
  ])
  const [head = '', foot = ''] = page.split('\0')
  const pkg = (/** @type {string} */ file) => readFileSync(join(www, 'pkg', file))
  return {
    page: head,
    program: packed('program', Buffer.from(program)),
    engine: packed('engine', pkg('voucher_planner_bg.wasm')),
    exports: packed('exports', pkg('voucher_exports_bg.wasm')),
    foot: `<script type="module">${open}</script>\n${foot}`,
  }
}

/** A script and all that it needs, as one text. @param {string} entry @param {string} [worker] the script of its workers */
async function scriptOf(entry, worker = '') {
  const result = await build({
    root: www,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [insideInstead(worker)],
    build: {
      write: false,
      target: 'baseline-widely-available',
      modulePreload: false,
      rolldownOptions: { input: join(www, entry), output: { format: 'es', codeSplitting: false } },
    },
  })
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (result)
  const [script, ...others] = output
  if (others.length) throw new Error(`${name} would not hold ${others.map(({ fileName }) => fileName).join(', ')}`)
  const code = script.code.trim()
  if (entry !== 'main.js' && /<\/script|<!--/i.test(code)) throw new Error(`${entry} would end its own element`)
  return code
}

/** @param {string} worker @returns {import('vite').Plugin} */
const insideInstead = (worker) => ({
  name: 'inside-instead',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (/worker\.js\?worker&url$/.test(source)) return '\0worker'
    const found = importer && source.startsWith('.') ? resolve(importer, '..', source) : source
    const place = Object.entries(inside).find(([from]) => found === join(www, from))?.[1]
    return place && join(www, place)
  },
  load: (id) => (id === '\0worker' ? `export default URL.createObjectURL(new Blob([${JSON.stringify(worker)}], { type: 'text/javascript' }))` : undefined),
  transform(code, id) {
    // What the engine's glue would fetch when it is given nothing: it is always given something.
    return /pkg\/voucher_\w+\.js$/.test(id) ? code.replace(/new URL\('\w+\.wasm', import\.meta\.url\)/, 'undefined') : undefined
  },
})

/** Letters that stand in HTML as they are. The packer is the same on every machine, which that of Node does not promise. @param {string} id @param {Uint8Array} bytes */
const packed = (id, bytes) => `<script type="text/plain" id="${id}">${Buffer.from(deflateRaw(bytes, { level: 9 })).toString('base64')}</script>\n`

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** @param {string} text @param {[RegExp, (found: string) => string][]} changes each of which there is something for */
function replaced(text, changes) {
  return changes.reduce((before, [pattern, change]) => {
    if (before.search(pattern) < 0) throw new Error(`index.html no longer has ${pattern}`)
    return before.replace(pattern, change)
  }, text)
}
