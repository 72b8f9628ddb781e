// The npm package as others install it, in `www/npm`: the engine of `www/pkg`, the element, types, schemas, and what describes them.
// `npm run build:package`
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildElement } from './element.js'
import { engineLicenses } from './engine-licenses.js'
import { manifest, webTypes } from './element-manifest.js'
import { elementTypes, frameworkTypes } from './element-types.js'

const top = fileURLToPath(new URL('../../', import.meta.url))
const [engine, made] = [join(top, 'www/pkg'), join(top, 'www/npm')]
if (!existsSync(join(engine, 'package.json'))) throw new Error('there is no engine to put into the package: npm run wasm')

rmSync(made, { recursive: true, force: true })
cpSync(engine, made, { recursive: true })

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(made, 'package.json'), 'utf8'))

/** @param {string} name @param {string} text */
function write(name, text) {
  mkdirSync(dirname(join(made, name)), { recursive: true })
  writeFileSync(join(made, name), text)
}
const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`

for (const name of ['LICENSE-APACHE', 'LICENSE-MIT']) copyFileSync(join(top, name), join(made, name))
cpSync(join(top, 'www/schema'), join(made, 'schema'), { recursive: true })

await buildElement(made)
const inside = readFileSync(join(made, 'LICENSES.md'), 'utf8').replace(/^# .*\n\n.*\n/, '# Inside the element\n')
write('LICENSES.md', `What others wrote and is inside this package says here under which terms.\n\n${inside}\n${engineLicenses()}`)
write('element/node.js', readFileSync(join(top, 'www/package/element/node.js'), 'utf8').replace('0.0.0', version))
write('element/index.d.ts', elementTypes())
write('element/details.d.ts', readFileSync(join(top, 'www/embed/details.d.ts'), 'utf8').replace('../pkg/index.js', '../index.js'))
for (const [name, text] of Object.entries(frameworkTypes)) write(`types/${name}.d.ts`, text)
write('custom-elements.json', json(manifest()))
write('web-types.json', json(webTypes(version)))
