// What a page around the planner can rely on (www/embed/contract.js) is what the sources have, and what the package describes it by.
// The attributes and properties of the living element are held against it in packaging.test.js.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import { manifest, webTypes } from '../www/build/element-manifest.js'
import { elementTypes, frameworkTypes } from '../www/build/element-types.js'
import { version } from '../www/embed/changes.js'
import * as contract from '../www/embed/contract.js'
import { tokens } from '../www/styles/tokens.js'

const www = fileURLToPath(new URL('../www/', import.meta.url))
const names = (/** @type {{ name: string }[]} */ kinds) => kinds.map(({ name }) => name).sort()
/** @param {string} path */
const source = (path) => readFileSync(join(www, path), 'utf8')
/** Each once, in order. @param {Iterable<RegExpMatchArray>} found */
const once = (found) => [...new Set([...found].map(([, name = '']) => name))].sort()

/** All sources that draw, as one text. */
const drawn = readdirSync(www, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js') && !/^(dist|npm|pkg|package|build|embed|messages)\b/.test(path)).map(source).join('\n')

test('the parts of the contract stand in what is drawn, and no others', () => {
  assert.deepEqual(once(drawn.matchAll(/\spart="([^"]*)"/g)), names(contract.parts))
})

test('the tokens of the contract are what the styles take, and no others', () => {
  assert.deepEqual(once(tokens.cssText.matchAll(/var\(--voucher-planner-([\w-]+)/g)), names(contract.tokens))
  assert.equal(drawn.match(/var\(--voucher-planner-/g)?.length, tokens.cssText.match(/var\(--voucher-planner-/g)?.length, 'all in one file')
})

test('the events of the contract are what the element tells, with the details that have a type', () => {
  const element = source('embed/voucher-planner.js')
  assert.deepEqual(once(element.matchAll(/#tell\('([\w-]+)'/g)), names(contract.events))
  const details = Object.fromEntries([...source('embed/details.d.ts').matchAll(/^ {2}'([\w-]+)': (\w+)$/gm)].map(([, name, detail]) => [name, detail]))
  assert.deepEqual(Object.fromEntries(contract.events.map(({ name, detail }) => [name, detail])), details)
  assert.equal(version, contract.version)
})

test('everything in the contract is said in both languages', () => {
  for (const each of [...contract.attributes, ...contract.properties, ...contract.events, ...contract.parts, ...contract.tokens]) {
    assert.match(each.text.en, /^[A-Z].*\.$/, each.name)
    assert.match(each.text['zh-CN'], /\p{Script=Han}.*。$/u, each.name)
  }
})

test('the description of the element has the form that editors read', () => {
  const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('custom-elements-manifest/schema.json'), 'utf8'))
  const checks = new Ajv({ strict: false, allErrors: true }).compile(schema)
  assert.ok(checks(manifest()), JSON.stringify(checks.errors))
  assert.equal(checks({ ...manifest(), modules: [{}] }), false, 'a wrong one is found')
})

test('the descriptions and types name all of the contract', () => {
  const [described] = manifest().modules[0]?.declarations ?? []
  assert.ok(described)
  const [inWebTypes] = webTypes('1.0.0').contributions.html.elements
  assert.ok(inWebTypes)
  assert.deepEqual([described.attributes, described.events, described.cssParts].map(names), [contract.attributes, contract.events, contract.parts].map(names))
  assert.deepEqual([inWebTypes.attributes, inWebTypes.js.events, inWebTypes.css.parts].map(names), [contract.attributes, contract.events, contract.parts].map(names))
  assert.deepEqual(names(described.cssProperties), contract.tokens.map(({ name }) => `--voucher-planner-${name}`).sort())
  const fields = new Set([...contract.attributes, ...contract.properties].map(({ name }) => name))
  assert.deepEqual(names(described.members.filter(({ kind }) => kind === 'field')), [...fields].sort())
  const types = elementTypes()
  for (const name of fields) assert.match(types, new RegExp(`^ {2}(readonly |get )?${name}(\\(\\))?: `, 'm'), name)
  for (const text of Object.values(frameworkTypes)) assert.match(text, /'voucher-planner': /)
})
