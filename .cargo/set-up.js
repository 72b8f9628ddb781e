// Installs what a fresh clone on a fresh machine lacks, and nothing else. The npm commands run it first:
//   node .cargo/set-up.js          what a build needs
//   node .cargo/set-up.js tests    and what the tests need
// It may use only what comes with Node: nothing else is installed yet.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { addWithDebian, debianStandardLibraryIsStale } from './debian-wasm32.js'
import { aptInstall, canUseApt, chosenEngines, drivers, findDriver, findProgram, say } from './system.js'

const wasm32 = 'wasm32-unknown-unknown'
process.chdir(fileURLToPath(new URL('..', import.meta.url)))

try {
  rust()
  packages()
  if (process.argv[2] === 'tests') {
    lints()
    await browsers()
  }
} catch (error) {
  console.error(`set-up: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

/** The Rust compiler with its standard library for WebAssembly. */
function rust() {
  if (!findProgram('rustc') || !findProgram('cargo')) {
    throw new Error('the engine is written in Rust, which is not installed: see https://rustup.rs')
  }
  if (hasWasm32()) return
  if (findProgram('rustup') && process.env.RUSTUP_AUTO_INSTALL !== '0') {
    say(`adding Rust's target ${wasm32}, which the engine is compiled for`)
    if (spawnSync('rustup', ['target', 'add', wasm32], { stdio: 'inherit' }).status === 0) return
  }
  if (!canUseApt()) {
    throw new Error(`Rust lacks the target ${wasm32}: run "rustup target add ${wasm32}"`)
  }
  addWithDebian(wasm32)
  if (!hasWasm32()) {
    // This variable stands above the choice of toolchain that we have just made for this folder.
    const pinned = process.env.RUSTUP_TOOLCHAIN
    throw new Error(pinned
      ? `RUSTUP_TOOLCHAIN=${pinned} has no ${wasm32}: unset it`
      : `rustc still has no ${wasm32}`)
  }
}

function hasWasm32() {
  const folder = execFileSync('rustc', ['--print', 'target-libdir', '--target', wasm32], { encoding: 'utf8' }).trim()
  return existsSync(folder) && !debianStandardLibraryIsStale(folder)
}

/** The npm packages of the lock file. */
function packages() {
  const installed = 'node_modules/.package-lock.json'
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return
  say('installing the npm packages that build and test the page')
  // The npm that started us, where one did: it may not be the first on the path.
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const done = spawnSync(program, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  if (done.status !== 0) throw new Error('npm ci failed')
}

/** rustfmt and clippy: a minimal Rust comes without. */
function lints() {
  const missing = ['rustfmt', 'clippy'].filter((name) => !works('cargo', name === 'rustfmt' ? 'fmt' : name, '--version'))
  if (missing.length === 0) return
  say(`adding ${missing.join(' and ')} to Rust, for the tests`)
  if (spawnSync('rustup', ['component', 'add', ...missing], { stdio: 'inherit' }).status !== 0) {
    throw new Error(`the tests need ${missing.join(' and ')}: install them beside Rust`)
  }
}

/** The browsers the tests run in, each with the program that drives it, a font with Chinese, for the screenshots, and the web server of the guide. */
async function browsers() {
  const engines = chosenEngines()
  const lack = (/** @type {keyof typeof drivers} */ engine) => engines.includes(engine) && !findDriver(engine)
  // Compiled while packages are fetched.
  const geckodriverIsThere = lack('firefox') ? geckodriver() : undefined
  if (canUseApt()) {
    const missing = []
    if (lack('chromium')) missing.push('chromium', 'chromium-driver')
    if (engines.includes('firefox') && !findProgram('firefox') && !findProgram('firefox-esr')) missing.push('firefox-esr')
    if (lack('webkit')) missing.push('webkit2gtk-driver')
    // WebKit needs a screen, if only one that nobody sees.
    if (engines.includes('webkit')) missing.push(...[['Xvfb', 'xvfb'], ['xauth', 'xauth']].flatMap(([program = '', name = '']) => (findProgram(program) ? [] : [name])))
    if (!existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) missing.push('fonts-noto-cjk')
    // A web server, with what it needs to send brotli.
    missing.push(...[['/usr/sbin/nginx', 'nginx-light'], ['/usr/lib/nginx/modules/ngx_http_brotli_static_module.so', 'libnginx-mod-http-brotli-static'], ['/usr/bin/brotli', 'brotli']].flatMap(([file = '', name = '']) => (existsSync(file) ? [] : [name])))
    if (missing.length) {
      say(`installing ${missing.join(', ')}, for the tests in real browsers`)
      aptInstall(missing)
    }
  }
  await geckodriverIsThere
  const wanted = engines.filter((engine) => !findDriver(engine))
  if (engines.includes('webkit') && !wanted.includes('webkit') && !findProgram('xvfb-run')) throw new Error('the tests in WebKit need a screen that nobody sees: install Xvfb and xvfb-run')
  if (wanted.length === 0) return
  throw new Error([
    'the tests run in three browser engines, and cannot start all of them:',
    ...wanted.map((engine) => `  ${engine}: install the browser and put ${drivers[engine].program} on the PATH, or name it in ${drivers[engine].variable}`),
    'BROWSER=chromium,firefox npm test, for instance, tests in fewer.',
  ].join('\n'))
}

/** Firefox's driver, which no Debian package has. Compiled without optimisation: it hands messages on, and compiling it takes half the time. */
function geckodriver() {
  const version = '0.37.1'
  say(`compiling geckodriver ${version}, for the tests in Firefox`)
  const compiling = spawn('cargo', ['install', 'geckodriver', '--version', version, '--locked', '--debug', '--quiet'], { stdio: 'inherit', env: { ...process.env, CARGO_PROFILE_DEV_DEBUG: '0' } })
  return new Promise((resolve, reject) => {
    compiling.on('error', reject)
    compiling.on('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error('geckodriver was not compiled'))))
  })
}

/** @param {string} program @param {string[]} args */
function works(program, ...args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
