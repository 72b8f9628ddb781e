// What the set-up, and the tests, ask of the machine.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** @param {string} what in one line, what is done and why */
export function say(what) {
  console.log(`set-up: ${what}`)
}

/** Where a program is, or undefined. @param {string} name @param {string[]} more folders beside those of the path */
export function findProgram(name, more = []) {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  return [...(process.env.PATH ?? '').split(delimiter), ...more].map((folder) => join(folder, file)).find(existsSync)
}

/** The engines the tests run in: the program that drives each, and the variable that names it where it is not on the path. Those are the variables of wasm-bindgen's test runner. */
export const drivers = {
  chromium: { program: 'chromedriver', variable: 'CHROMEDRIVER' },
  firefox: { program: 'geckodriver', variable: 'GECKODRIVER' },
  webkit: { program: 'WebKitWebDriver', variable: 'SAFARIDRIVER' },
}

/** The engines to test in: all, or those that BROWSER names, such as `BROWSER=chromium,firefox`. */
export function chosenEngines() {
  const all = /** @type {(keyof typeof drivers)[]} */ (Object.keys(drivers))
  const chosen = (process.env.BROWSER ?? '').split(',').map((name) => name.trim()).filter(Boolean)
  const unknown = chosen.find((name) => !all.some((each) => each === name))
  if (unknown) throw new Error(`BROWSER names ${unknown}, which is none of ${all.join(', ')}`)
  return chosen.length ? all.filter((each) => chosen.includes(each)) : all
}

/** Where the WebDriver of an engine is, or undefined. @param {keyof typeof drivers} engine */
export function findDriver(engine) {
  const { program, variable } = drivers[engine]
  // Where `cargo install` puts programs, also when nobody added it to the path.
  return process.env[variable] || findProgram(program, [join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin')])
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
