// The service worker of the built page: its list of files is made of what the page can ask for, so nothing is missing and nothing too much.
//
// Workbox keeps and gives out the files. Its generator is not used: `vite-plugin-pwa` and `workbox-build` bring 320 packages, among
// them a second bundler, to list files that Vite's manifest already names; and what they register is no trusted script address.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** What Vite says of a built file, in its manifest. @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }} Built */

/** Modules that the page never asks for where it works without a network: schemas, and what belongs to other pages around it. */
const unasked = /^(pkg\/(schema-|supply)|embed\/)/

/** @returns {import('vite').Plugin} */
export function serviceWorker() {
  let folder = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => { folder = resolve(root, outDir) },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: { FILES: JSON.stringify(precached(folder)) },
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'baseline-widely-available',
            rolldownOptions: { input: fileURLToPath(new URL('../offline/service-worker.js', import.meta.url)), output: { format: 'iife', entryFileNames: 'service-worker.js' } },
          },
        })
      },
    },
  }
}

/** The files of the built page, sorted; those whose names do not change with what they hold come with a hash of that. @param {string} folder */
export function precached(folder) {
  /** @type {{ icons: { src: string }[] }} */
  const { icons } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const revision = (/** @type {string} */ file) => createHash('sha256').update(readFileSync(join(folder, file))).digest('hex').slice(0, 32)
  return [...['index.html', 'manifest.json', ...icons.map(({ src }) => src.replace('./', ''))].map((file) => ({ url: file, revision: revision(file) })), ...reached(folder).map((url) => ({ url, revision: null }))]
    .sort((a, b) => (a.url < b.url ? -1 : 1))
}

/** What the page's own script leads to, at once or later, with style sheets, workers and the engine. @param {string} folder */
export function reached(folder) {
  /** @type {Record<string, Built>} */
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const names = new Set(['index.html'])
  for (const name of names) {
    const { imports = [], dynamicImports = [] } = manifest[name] ?? {}
    for (const each of [...imports, ...dynamicImports]) if (!unasked.test(each)) names.add(each)
  }
  return [...new Set([...names].flatMap((name) => {
    const { file, css = [], assets = [] } = manifest[name] ?? (() => { throw new Error(`the manifest does not name ${name}`) })()
    return [file, ...css, ...assets]
  }))]
}
