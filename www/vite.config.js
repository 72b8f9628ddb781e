// How the page is served while it is written, and built for any web server.
import { defineConfig } from 'vite'

/** What the bundler knows of modules. @typedef {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} Graph */

/**
 * What is reached without `import()`: the page waits for all of it. In one file it is one request.
 * @param {Graph} graph @param {string} start
 */
function reached(graph, start) {
  const found = new Set([start])
  for (const id of found) for (const each of graph.getModuleInfo(id)?.importedIds ?? []) found.add(each)
  return found
}

/** Which file a module goes into, where that is not left to the bundler. @param {string} id @param {Graph} graph */
function fileOf(id, graph) {
  const main = new URL('./main.js', import.meta.url).pathname
  // `main.js` itself waits for the engine; whatever the engine's files share with the page must not wait for it.
  return id !== main && reached(graph, main).has(id) || /preload-helper|\/words\.js$/.test(id) ? 'page' : null
}

/** Tells the browser with the first line of HTML what the page will ask for anyway: the engine need not wait for the page's script. @returns {import('vite').Plugin} */
const hints = () => ({
  name: 'hints',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const files = Object.keys(bundle ?? {})
      const engine = files.find((file) => /voucher_planner_bg.*\.wasm$/.test(file))
      const door = files.find((file) => /\/pkg-.*\.js$/.test(file))
      return [
        ...engine ? [{ tag: 'link', injectTo: /** @type {const} */ ('head'), attrs: { rel: 'preload', as: 'fetch', type: 'application/wasm', crossorigin: true, href: `./${engine}` } }] : [],
        ...door ? [{ tag: 'link', injectTo: /** @type {const} */ ('head'), attrs: { rel: 'modulepreload', href: `./${door}` } }] : [],
      ]
    },
  },
})

export default defineConfig({
  // Relative links: the built page works under whatever path it is put.
  base: './',
  plugins: [hints()],
  build: {
    // Browsers of the last two and a half years.
    target: 'baseline-widely-available',
    // The engine stays a file of its own, so that the browser compiles it while it arrives.
    assetsInlineLimit: 0,
    // Which file loads which: `tests/size.js` weighs the first visit by it.
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: fileOf, debugName: 'first' }] } } },
  },
})
