// Another project can import the engine by its name, in Node too.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const made = new URL('../www/pkg/', import.meta.url)

test('a project in Node imports the engine by its name, and it is ready to use', (context) => {
  const project = mkdtempSync(join(tmpdir(), 'importing-'))
  context.after(() => rmSync(project, { recursive: true }))
  mkdirSync(join(project, 'node_modules'))
  symlinkSync(fileURLToPath(made), join(project, 'node_modules/voucher-planner'), 'junction')

  const script = "import { version } from 'voucher-planner'; console.log(version())"
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: project, encoding: 'utf8' })

  const { version } = JSON.parse(readFileSync(new URL('package.json', made), 'utf8'))
  assert.equal(said.trim(), version)
})
