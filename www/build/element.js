// The element as files of the npm package: modules that any page can load as they are, and any bundler can take further. The engine
// is not among them: they import that of the package around them.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { reached } from '../vite.config.js'

const www = new URL('../', import.meta.url)
const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, www))

/** In this folder of the package lie the files that the entries share; the package's own lie two folders above. */
const parts = 'element/parts'

/** @type {import('vite').BuildEnvironmentOptions['target']} */
const target = 'baseline-widely-available'

/** Modules of the engine stay where they are. @returns {import('vite').Plugin} */
const engine = () => ({
  name: 'engine',
  enforce: 'pre',
  resolveId(id) {
    const file = /(?:^|\/)pkg\/(\w[\w-]*\.js)$/.exec(id)?.[1]
    return file ? { id: `../../${file}`, external: true } : undefined
  },
})

/** The worker is a file of its own that bundlers copy as it is, so everything is inside. @returns {import('vite').Plugin} */
const worker = () => {
  const id = '\0worker'
  const ignored = /\/\* @vite-ignore \*\/\s*/
  return {
    name: 'worker',
    enforce: 'pre',
    resolveId: (asked) => (asked === './worker.js?worker&url' ? id : undefined),
    // Written out, because bundlers know such an address by its look; the one at work here is not to see it.
    load: (asked) => (asked === id ? "export default new URL(/* @vite-ignore */ './worker.js', import.meta.url).href" : undefined),
    transform(code, asked) {
      if (!asked.endsWith('/start-engine.js')) return undefined
      const again = 'new URL(workerUrl, import.meta.url).href'
      if (!code.includes(again)) throw new Error('the worker is started in another way than it was')
      // It is a whole address already, and bundlers warn of addresses that they cannot see through.
      return code.replace(again, 'workerUrl')
    },
    async generateBundle(_, bundle) {
      const starting = Object.values(bundle).filter((file) => file.type === 'chunk' && ignored.test(file.code))
      if (starting.length !== 1) throw new Error('the address of the worker is not in one file')
      for (const file of starting) if (file.type === 'chunk') file.code = file.code.replace(ignored, '')
      this.emitFile({ type: 'asset', fileName: `${parts}/worker.js`, source: await workerScript() })
    },
  }
}

async function workerScript() {
  const address = "new URL('voucher_planner_bg.wasm', import.meta.url)"
  const made = await build({
    configFile: false, logLevel: 'error', publicDir: false,
    plugins: [{
      name: 'given-engine',
      enforce: 'pre',
      transform(code, id) {
        if (!id.endsWith('/pkg/voucher_planner.js')) return undefined
        if (!code.includes(address)) throw new Error('the engine is fetched in another way than it was')
        // The worker is given the compiled engine: nothing has to lie beside it.
        return code.replace(address, 'undefined')
      },
    }],
    build: { write: false, target, modulePreload: false, rolldownOptions: { input: path('worker.js') } },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const files = output && 'output' in output ? output.output : []
  const [script] = files
  if (files.length !== 1 || script?.type !== 'chunk') throw new Error(`the worker is not one file: ${files.map(({ fileName }) => fileName).join(', ')}`)
  return script.code
}

/** What the element needs at once is one file, what it loads after the first answer another. @param {string} id @param {import('../vite.config.js').Graph} graph */
function fileOf(id, graph) {
  if (reached(graph, path('embed/voucher-planner.js')).has(id) || /\/words\.js$/.test(id)) return 'planner'
  return reached(graph, path('later.js')).has(id) || id.includes('rolldown/runtime') ? 'rest' : null
}

/** Builds the element into a package. @param {string} folder the package's */
export async function buildElement(folder) {
  await build({
    configFile: false, root: path('.'), base: './', logLevel: 'warn', publicDir: false,
    plugins: [engine(), worker()],
    build: {
      outDir: folder, emptyOutDir: false, target, modulePreload: false,
      // What others wrote and is inside says under which terms.
      license: { fileName: 'LICENSES.md' },
      // As a library's, its imports stay what they are: whatever page or bundler comes next sees them.
      lib: { entry: { index: path('embed/packaged.js'), class: path('embed/voucher-planner.js') }, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: 'element/[name].js',
          // A package has a version: its files need no hashes, and their names say what is inside.
          chunkFileNames: ({ facadeModuleId, name }) => `${parts}/${facadeModuleId?.startsWith(path('.')) ? facadeModuleId.slice(path('.').length, -'.js'.length).replaceAll('/', '-') : name}.js`,
          codeSplitting: { groups: [{ name: fileOf, debugName: 'parts' }] },
        },
      },
    },
  })
}
