// What the build adds for pages around the planner: the loader of the frame as one file that never changes, and its hash; and the
// self-test of such pages.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** A script that is no module, in one file. @param {string} name of the file in this folder @param {Record<string, string>} [define] */
async function script(name, define = {}) {
  const made = await build({
    configFile: false, logLevel: 'error', publicDir: false, define,
    build: {
      write: false, target: 'baseline-widely-available', modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL(name, import.meta.url)), output: { format: 'iife' } },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const file = output && 'output' in output ? output.output.find((each) => each.type === 'chunk') : undefined
  if (!file || file.type !== 'chunk') throw new Error(`${name} was not built`)
  return file.code
}

/** Puts the loader beside the page as `embed/loader-<hash>.js`, which a page pins by its hash, and what pages need to know of it in `embed/loader.json`. @returns {import('vite').Plugin} */
export const loader = () => ({
  name: 'loader',
  apply: 'build',
  async generateBundle() {
    const source = await script('loader.js')
    const integrity = `sha384-${createHash('sha384').update(source).digest('base64')}`
    const name = `loader-${createHash('sha256').update(source).digest('hex').slice(0, 12)}.js`
    this.emitFile({ type: 'asset', fileName: `embed/${name}`, source })
    this.emitFile({ type: 'asset', fileName: 'embed/loader.json', source: `${JSON.stringify({ file: name, integrity }, null, 2)}\n` })
  },
})

/** Puts the self-test beside it, which knows what the planner's other files are called. @returns {import('vite').Plugin} */
export const selfTest = () => ({
  name: 'self-test',
  apply: 'build',
  async generateBundle(_, bundle) {
    const names = Object.keys(bundle)
    const files = { engine: names.find((file) => /voucher_planner_bg.*\.wasm$/.test(file)), worker: names.find((file) => /worker-.*\.js$/.test(file)) }
    this.emitFile({ type: 'asset', fileName: 'embed/self-test.js', source: await script('self-test.js', { plannerFiles: JSON.stringify(files) }) })
    this.emitFile({ type: 'asset', fileName: 'embed/probe.js', source: readFileSync(new URL('probe.js', import.meta.url), 'utf8') })
  },
})
