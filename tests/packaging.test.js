// The npm package, packed and installed into another project, does there what its README says: in Node, for TypeScript, with a
// bundler, and on a page without one.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { build, createServer } from 'vite'
import * as contract from '../www/embed/contract.js'
import { openPage } from './browser/browser.js'
import { Person } from './browser/person.js'
import { loaded } from './package-size.js'
import { project, served } from './packaged.js'

/** @type {ReturnType<typeof project>} */
let other
/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
before(async () => {
  other = project()
  page = await openPage()
  person = new Person(page)
  // What the planner's own page does when it is left is not looked at here.
  await page.driver.get('about:blank')
})
after(async () => {
  await page?.close()
  other?.remove()
})

/** What the README of the repository says of the engine. */
const [, ours = ''] = readFileSync(new URL('../README.md', import.meta.url), 'utf8').split('## The engine from JavaScript')

/** The first example of a README, by default the package's. @param {string} language @param {string} [readme] */
function example(language, readme = other.read('README.md')) {
  const found = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1]
  assert.ok(found, `the README has an example in ${language}`)
  return found
}

test('the package holds what it offers, and nothing else', () => {
  const { exports, sideEffects } = JSON.parse(other.read('package.json'))
  const offered = [...new Set(JSON.stringify(exports).match(/(?<=:"\.\/)[^"*]+\.[a-z.]+(?=")/g))]
  assert.deepEqual(offered.filter((file) => !other.files.includes(file)), [])
  const acting = other.files.filter((file) => /\.js$/.test(file) && !/^(catalogue|facts|functions|on-demand|planners|schema-.*|slim|voucher_.*|element\/(class|node))\.js$/.test(file))
  assert.deepEqual(acting.filter((file) => !sideEffects.includes(`./${file}`) && !file.startsWith('element/parts/')), [], 'what does something when it is imported is listed as that')
  for (const file of ['README.md', 'LICENSE-APACHE', 'LICENSE-MIT', 'LICENSES.md', 'custom-elements.json', 'web-types.json', 'types/react.d.ts', 'schema/scenario.json']) assert.ok(other.files.includes(file), file)
  for (const name of ['lit - 3', 'd3-scale', 'papaparse', 'chrono 0', 'rust_xlsxwriter']) assert.ok(other.read('LICENSES.md').includes(name), `${name} says under which terms it is inside`)
  assert.deepEqual(other.files.filter((file) => !/\.(js|json|d\.ts|wasm|md)$|^LICENSE-/.test(file)), [])
})

test('in Node the examples of both READMEs print what they say', () => {
  const [, said] = /prints `(.*)`/.exec(other.read('README.md')) ?? []
  assert.equal(other.runs(example('js')).trim(), said)
  assert.equal(other.runs(example('js', ours)), example('text', ours))
})

test('in Node every entry can be imported, the element too, which does nothing there', () => {
  const told = JSON.parse(other.runs(`
    import { amend, catalogue, compare, facts, plan, schema, version } from 'voucher-planner'
    import { calendar } from 'voucher-planner/exports'
    import { VoucherPlanner } from 'voucher-planner/element'
    import { VoucherPlanner as same } from 'voucher-planner/element/class'
    import described from 'voucher-planner/custom-elements.json' with { type: 'json' }
    import scenario from 'voucher-planner/schema/scenario.json' with { type: 'json' }
    import about from 'voucher-planner/package.json' with { type: 'json' }
    VoucherPlanner.define()
    console.log(JSON.stringify({
      outcomes: [plan({}), compare({}), amend({}, {})].map(({ outcome }) => outcome), rules: (await catalogue()).rules.length, products: facts().products.length > 5,
      same: same === VoucherPlanner, home: (VoucherPlanner.home = 'https://example.com/', VoucherPlanner.home), calendar: typeof calendar,
      described: described.modules[0].path, schema: JSON.stringify(scenario) === JSON.stringify(JSON.parse(await schema('scenario'))), version: about.version === version(),
      engine: import.meta.resolve('voucher-planner/engine.wasm').split('/').at(-1),
    }))`))
  assert.deepEqual(told, {
    outcomes: ['refused', 'refused', 'refused'], rules: 35, products: true, same: true, home: 'https://example.com/', calendar: 'function',
    described: 'element/index.js', schema: true, version: true, engine: 'voucher_planner_bg.wasm',
  })
})

test('programs of the older kind in Node can require it', () => {
  assert.equal(other.runs("console.log(require('voucher-planner').plan({}).outcome, typeof require('voucher-planner/element').VoucherPlanner.define)", 'commonjs').trim(), 'refused function')
})

test('TypeScript knows every entry, in all ways to look for one, and its own types of the package have no mistake', () => {
  for (const ways of [['--module', 'esnext', '--moduleResolution', 'bundler'], ['--module', 'node16']]) {
    // Without React: what is only for those who have it does not reach the others.
    assert.equal(other.types([...ways, '--skipLibCheck', 'false', '--types', '', 'program.ts']), '', ways.join(' '))
  }
})

test('TypeScript knows the tag in React’s JSX', () => {
  assert.equal(other.types(['--module', 'esnext', '--moduleResolution', 'bundler', '--jsx', 'react-jsx', 'tag.tsx']), '')
})

/** Opens a page of the other project, and does there what people do: reads the answer, waits for what is worked out beside the page, saves a file. @param {string} url */
async function plans(url) {
  await page.complaints()
  await page.driver.get(url)
  await page.driver.wait(() => page.driver.executeScript("return Boolean(document.querySelector('voucher-planner')?.shadowRoot)"), 20_000, 'the element is defined')
  await person.reads(/^Order 1 × Site pack 500/)
  await person.sees(() => person.look("return root.querySelector('.what-if[aria-busy=false]') !== null"), Boolean, 'the plan is compared with others')
  assert.equal(await person.look('return root.host.engine.canWorkBeside'), true, 'beside the page')
  await person.look("root.host.addEventListener('planner-export', (event) => { event.preventDefault(); root.host.taken = { ...event.detail, blob: event.detail.blob.size } }, { once: true })")
  await person.presses('Export')
  await person.presses('Workbook (XLSX)')
  const taken = /** @type {any} */ (await person.sees(() => person.look('return root.host.taken'), Boolean, 'the page is given the workbook'))
  assert.match(taken.name, /\.xlsx$/)
  assert.ok(taken.blob > 5000 && taken.blob === taken.size)
  assert.deepEqual(await page.complaints(), [])
}

test('on a page without a bundler the example of the README plans, compares and saves, under the strictest policy', async () => {
  const host = await served(other.folder, { '/index.html': example('html') })
  try {
    await plans(host.url)
    await live()
    const fetched = /** @type {string[]} */ (await page.driver.executeScript("return performance.getEntriesByType('resource').map(({ name }) => name.split('/voucher-planner/')[1])"))
    // Not every browser lists workers.
    const listed = (/** @type {Iterable<string>} */ files) => [...files].filter((file) => !file.endsWith('/worker.js')).sort()
    assert.deepEqual(listed(new Set(fetched)), listed(Object.values(loaded()).flat()), 'it fetches what the table of sizes weighs')
  } finally {
    await host.close()
  }
})

test('on a page without a bundler the engine plans as the README shows', async () => {
  const [, said] = /shows `(.*)`/.exec(ours) ?? []
  const host = await served(join(other.folder, 'node_modules'), { '/index.html': example('html', ours) }, {})
  try {
    await page.driver.get(host.url)
    await person.sees(() => page.driver.executeScript("return document.querySelector('output').textContent"), (shown) => shown === said, `the page shows ${said}`)
  } finally {
    await host.close()
  }
})

/** What the element on the page really has of the contract. */
async function live() {
  const { attributes, fields, locked } = /** @type {{ attributes: string[], fields: string[], locked: boolean[] }} */ (await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    const known = new Set([...planner.constructor.observedAttributes, 'name', 'disabled'])
    return { attributes: [...known].sort(), fields: arguments[0].filter((name) => name in planner), locked: [planner.disabled, planner.readonly] }`, [...contract.attributes, ...contract.properties].map(({ name }) => name)))
  assert.deepEqual(attributes, contract.attributes.map(({ name }) => name).sort(), 'the attributes of the contract, and no others')
  assert.deepEqual(fields, [...contract.attributes, ...contract.properties].map(({ name }) => name), 'the properties of the contract')
}

test('a page that Vite builds plans, compares and saves, under the strictest policy', async () => {
  await build({ root: other.folder, configFile: false, logLevel: 'error', build: { outDir: 'built', chunkSizeWarningLimit: 1000 } })
  const host = await served(join(other.folder, 'built'))
  try {
    await plans(host.url)
    assert.equal(await page.driver.executeScript('return document.documentElement.dataset.ready'), 'refused true true', 'the engine answers, and both entries give the one class')
  } finally {
    await host.close()
  }
})

test('a page on Vite’s development server does too, with no line of configuration', async () => {
  const server = await createServer({ root: other.folder, configFile: false, logLevel: 'error', server: { host: '127.0.0.1', port: 0 } })
  try {
    await server.listen()
    const address = server.httpServer?.address()
    await plans(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  } finally {
    await server.close()
  }
})
