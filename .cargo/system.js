// What the set-up, and the tests, ask of the machine.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @param {string} what in one line, what is done and why */
export function say(what) {
  console.log(`set-up: ${what}`)
}

/** Where a program is, or undefined. @param {string} name */
export function findProgram(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, file)).find(existsSync)
}

/** Debian's packages, which only root may install. We never ask for more rights than we were given. */
export function canUseApt() {
  return findProgram('apt-get') !== undefined && process.getuid?.() === 0
}

/** @param {string[]} packages */
export function aptInstall(packages) {
  const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120']
  run([...apt, 'update'])
  run([...apt, 'install', '--yes', '--no-install-recommends', ...packages])
}

/**
 * Runs a program whose output matters only when it fails.
 * @param {string[]} command
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
export function run([program = '', ...args], options = {}) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...options.env }
  const done = spawnSync(program, args, { ...options, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (done.status === 0) return
  throw new Error([`failed: ${program} ${args.join(' ')}`, done.error?.message, done.stdout, done.stderr].filter(Boolean).join('\n'))
}
