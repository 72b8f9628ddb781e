// What the build adds for pages around the planner: the loader of the frame as one file that never changes, and its hash.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The loader as a script that is no module: a page pins it by its hash. */
async function loaderScript() {
  const made = await build({
    configFile: false, logLevel: 'error', publicDir: false,
    build: {
      write: false, target: 'baseline-widely-available', modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL('loader.js', import.meta.url)), output: { format: 'iife' } },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const script = output && 'output' in output ? output.output.find((file) => file.type === 'chunk') : undefined
  if (!script || script.type !== 'chunk') throw new Error('the loader was not built')
  return script.code
}

/** Puts the loader beside the page as `embed/loader-<hash>.js`, and what pages need to know of it in `embed/loader.json`. @returns {import('vite').Plugin} */
export const loader = () => ({
  name: 'loader',
  apply: 'build',
  async generateBundle() {
    const source = await loaderScript()
    const integrity = `sha384-${createHash('sha384').update(source).digest('base64')}`
    const name = `loader-${createHash('sha256').update(source).digest('hex').slice(0, 12)}.js`
    this.emitFile({ type: 'asset', fileName: `embed/${name}`, source })
    this.emitFile({ type: 'asset', fileName: 'embed/loader.json', source: `${JSON.stringify({ file: name, integrity }, null, 2)}\n` })
  },
})
