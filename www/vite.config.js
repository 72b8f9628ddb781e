// How the page is served while it is written, and built for any web server.
import { fileURLToPath } from 'node:url'
import { defineConfig, normalizePath } from 'vite'
import { checksums } from './build/checksums.js'
import { serviceWorker } from './build/service-worker.js'
import { singleFile } from './build/single-file.js'
import { loader, selfTest } from './embed/build.js'
import { sample } from './samples.js'
import { languages } from './say.js'

/** What the bundler knows of modules. @typedef {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} Graph */

/**
 * What is reached without `import()`: in one file it is one request.
 * @param {Graph} graph @param {string} start
 */
export function reached(graph, start) {
  const found = new Set([start])
  for (const id of found) for (const each of graph.getModuleInfo(id)?.importedIds ?? []) found.add(each)
  return found
}

/** Which file a module goes into, where that is not left to the bundler. @param {string} id @param {Graph} graph */
function fileOf(id, graph) {
  // A path that has spaces or other letters in it is written otherwise in an address.
  const module = (/** @type {string} */ name) => normalizePath(fileURLToPath(new URL(name, import.meta.url)))
  const [main, later] = [module('./main.js'), module('./later.js')]
  // `main.js` itself waits for the engine; whatever the engine's files share with the page must not wait for it.
  if (id !== main && reached(graph, main).has(id) || /preload-helper|\/words\.js$|\/pkg\/facts\.js$/.test(id)) return 'page'
  return reached(graph, later).has(id) || id.includes('rolldown/runtime') ? 'rest' : null
}

/** Tells the browser with the first line of HTML what the page will ask for anyway: the engine need not wait for the page's script, but lets it go first. @returns {import('vite').Plugin} */
const hints = () => ({
  name: 'hints',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle, path }) {
      if (!path.endsWith('/index.html')) return []
      const files = Object.keys(bundle ?? {})
      const engine = files.find((file) => /voucher_planner_bg.*\.wasm$/.test(file))
      const scripts = files.filter((file) => /\/(page|first-answer|pkg)-.*\.js$/.test(file))
      return [
        ...engine ? [{ tag: 'link', injectTo: /** @type {const} */ ('head'), attrs: { rel: 'preload', as: 'fetch', type: 'application/wasm', crossorigin: true, fetchpriority: 'low', href: `./${engine}` } }] : [],
        ...scripts.map((script) => ({ tag: 'link', injectTo: /** @type {const} */ ('head'), attrs: { rel: 'modulepreload', href: `./${script}` } })),
      ]
    },
  },
})

/** Answers the example of a first visit, so that the page has something to show while the engine is on its way. @returns {import('vite').Plugin} */
const answers = () => ({
  name: 'answers',
  resolveId: (id) => (id === 'virtual:first-answer' ? `\0${id}` : undefined),
  async load(id) {
    if (id !== '\0virtual:first-answer') return undefined
    const { plan } = /** @type {typeof import('./pkg/index.js')} */ (await import(new URL('./pkg/node.js', import.meta.url).href))
    const plans = Object.fromEntries(languages.map((language) => {
      const reply = plan(sample('school', language))
      if (reply.outcome !== 'planned') throw new Error('the example has no plan')
      return [language, reply.plan]
    }))
    // As text: browsers read JSON faster than the same as a program.
    return `export const plans = JSON.parse(${JSON.stringify(JSON.stringify(plans))})`
  },
})

export default defineConfig({
  // Relative links: the built page works under whatever path it is put.
  base: './',
  plugins: [answers(), hints(), loader(), selfTest(), serviceWorker(), singleFile(), checksums()],
  build: {
    // Browsers of the last two and a half years.
    target: 'baseline-widely-available',
    // No links in the heads of pages that the element is a part of; of the own page, `hints` says what it needs.
    modulePreload: false,
    // The engine stays a file of its own, so that the browser compiles it while it arrives.
    assetsInlineLimit: 0,
    // Which file loads which: `tests/size.js` weighs the first visit by it.
    manifest: true,
    rolldownOptions: {
      input: { index: fileURLToPath(new URL('index.html', import.meta.url)), embed: fileURLToPath(new URL('embed.html', import.meta.url)), 'voucher-planner': fileURLToPath(new URL('embed/hosted.js', import.meta.url)) },
      // Other pages name this file, whatever it contains.
      preserveEntrySignatures: 'exports-only',
      output: { entryFileNames: ({ name }) => (name === 'voucher-planner' ? '[name].js' : 'assets/[name]-[hash].js'), codeSplitting: { groups: [{ name: fileOf, debugName: 'first' }] } },
    },
  },
})
