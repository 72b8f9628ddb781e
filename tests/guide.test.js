// The guide to embedding says what the contract says, and the policies that it gives are those that the planner needs.
// `UPDATE=1 node --test tests/guide.test.js` writes its tables again.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { attributes, events, parts, properties, tokens } from '../www/embed/contract.js'
import { lineOf, needsOf, trustedTypesOf } from '../www/embed/policy.js'

const file = new URL('../www/guide/embedding.md', import.meta.url)
const guide = readFileSync(file, 'utf8')

/** @param {string} text */
const code = (text) => `\`${text.replaceAll('|', '\\|')}\``
/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) => ['', `| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`), ''].join('\n')

const tables = {
  attributes: table(['Attribute', 'Values', 'Without it', 'What it does'], attributes.map(({ name, type, fallback, text }) => [code(name), code(type), fallback ? code(fallback) : '', text.en])),
  properties: table(['Property', 'Type', 'What it is'], properties.map(({ name, type, set, readonly, text }) => [code(name), `${code(type)}${readonly ? ', read only' : ''}${set ? `; takes ${code(set)}` : ''}`, text.en])),
  events: table(['Event', 'Detail', 'When'], events.map(({ name, detail, cancelable, text }) => [code(name), `${code(detail)}${cancelable ? ', can be prevented' : ''}`, text.en])),
  parts: table(['Part', 'What it is'], parts.map(({ name, text }) => [code(name), text.en])),
  tokens: table(['Token', 'What it sets'], tokens.map(({ name, text }) => [code(`--voucher-planner-${name}`), text.en])),
}

test('its tables are those of the contract', () => {
  const fresh = Object.entries(tables).reduce((text, [name, rows]) => text.replace(new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end -->)`), (_, before, after) => `${before}${rows}\n${after}`), guide)
  if (process.env.UPDATE) writeFileSync(file, fresh)
  else assert.equal(guide, fresh, 'UPDATE=1 node --test tests/guide.test.js writes them again')
})

test('its policies are what each way to embed needs', () => {
  const origin = 'https://planner.example'
  const given = (/** @type {string} */ name) => new RegExp(`^\`\`\`csp-${name}\n(.*)\n\`\`\`$`, 'm').exec(guide)?.[1]
  for (const route of /** @type {const} */ (['element', 'frame', 'package'])) assert.equal(given(route), lineOf(needsOf(route, origin)))
  assert.equal(given('trusted-types'), lineOf(trustedTypesOf('element')))
})
