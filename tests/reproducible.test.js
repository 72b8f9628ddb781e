// Whoever builds the page gets the same bytes: wherever it lies, whatever the clock, the language and the rights of files are there.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'voucher-planner-'))

/** Two machines, as different as a build may notice. */
const machines = {
  one: { umask: '022', TZ: 'UTC', LC_ALL: 'C', SOURCE_DATE_EPOCH: '1' },
  'another one/with a longer path/规划': { umask: '077', TZ: 'Pacific/Kiritimati', LC_ALL: 'zh_CN.UTF-8', SOURCE_DATE_EPOCH: '1900000000' },
}
/** Where each has built the page. */
const [first = '', second = ''] = Object.keys(machines).map((name) => join(folder, name, 'www/dist'))

before(() => {
  for (const [name, { umask, ...environment }] of Object.entries(machines)) {
    const checkout = join(folder, name)
    mkdirSync(checkout, { recursive: true })
    cpSync(join(top, 'www'), join(checkout, 'www'), { recursive: true, filter: (path) => relative(join(top, 'www'), path).split(/[\\/]/)[0] !== 'dist' })
    cpSync(join(top, 'package.json'), join(checkout, 'package.json'))
    symlinkSync(join(top, 'node_modules'), join(checkout, 'node_modules'))
    execFileSync('sh', ['-c', `umask ${umask} && exec "$0" node_modules/vite/bin/vite.js build www --logLevel warn`, process.execPath], { cwd: checkout, env: { ...process.env, ...environment }, stdio: 'inherit' })
  }
})
after(() => rmSync(folder, { recursive: true }))

/** @param {string} dist */
const list = (dist) => readFileSync(join(dist, 'SHA256SUMS'), 'utf8')

test('two builds in two places have the same bytes', () => {
  assert.equal(list(second), list(first))
})

test('the list of checksums names every file, sorted, and is right about each', () => {
  const files = readdirSync(first, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => relative(first, join(each.parentPath, each.name))).filter((file) => file !== 'SHA256SUMS').sort()
  const sum = (/** @type {string} */ file) => createHash('sha256').update(readFileSync(join(first, file))).digest('hex')
  assert.deepEqual(list(first).split('\n'), [...files.map((file) => `${sum(file)}  ${file}`), ''])
})

test('`sha256sum` reads the list, and finds what was changed', () => {
  const check = () => execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: first, stdio: 'pipe' }).toString()
  assert.equal(check(), '')
  writeFileSync(join(first, 'icon.svg'), '<svg/>')
  assert.throws(check, (error) => /icon\.svg: FAILED/.test(String(/** @type {{ stdout: Buffer }} */ (error).stdout)))
})
