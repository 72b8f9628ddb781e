// Rust for WebAssembly where rustup may not download: Debian's compiler, and its standard library built from Debian's source.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aptInstall, findProgram, run, say } from './system.js'

// Debian keeps a new Rust for building browsers, beside its old one. lld-22 has the linker for WebAssembly.
const debianPackages = ['rustc-web', 'cargo-web', 'rust-web-src', 'rust-web-clippy', 'rustfmt-web', 'lld-22']
const rustlib = '/usr/lib/rustlib'

/** Installs the compiler, builds the standard library once, and makes this folder use them. @param {string} target */
export function addWithDebian(target) {
  const folder = join(rustlib, target, 'lib')
  if (!existsSync('/usr/bin/wasm-ld-22') || !existsSync(join(rustlib, 'src')) || !existsSync('/usr/bin/cargo-clippy')) {
    say("installing Debian's Rust, because rustup may not download the target for WebAssembly here (half a minute)")
    aptInstall(debianPackages)
  }
  if (!existsSync(stamp(folder)) || debianStandardLibraryIsStale(folder)) {
    say("building Rust's standard library for WebAssembly, because Debian's has none (a minute, once)")
    buildStandardLibrary(target, folder)
  }
  if (findProgram('rustup')) {
    say("choosing Debian's Rust for this folder: rustup override")
    run(['rustup', 'toolchain', 'link', 'debian', '/usr'])
    run(['rustup', 'override', 'set', 'debian'])
  }
}

/** A standard library fits only the compiler that built it, and Debian updates its compiler. @param {string} folder */
export function debianStandardLibraryIsStale(folder) {
  return existsSync(stamp(folder)) && readFileSync(stamp(folder), 'utf8') !== compiler()
}

/** Which compiler built the library in this folder. Only a library that we built has such a file. @param {string} folder */
function stamp(folder) {
  return join(folder, '../built-by')
}

function compiler() {
  return execFileSync('/usr/bin/rustc', ['--version', '--verbose'], { encoding: 'utf8' })
}

/** @param {string} target @param {string} folder */
function buildStandardLibrary(target, folder) {
  const workshop = mkdtempSync(join(tmpdir(), 'wasm32-std-'))
  mkdirSync(join(workshop, 'src'))
  writeFileSync(join(workshop, 'src/lib.rs'), '')
  writeFileSync(join(workshop, 'Cargo.toml'), `[package]
name = "sysroot"
edition = "2024"
[profile.release]
panic = "abort"
[workspace]
`)
  run(['/usr/bin/cargo', 'build', '--release', '--target', target, '--target-dir', 'target', '-Z', 'build-std=std,panic_abort,test'], {
    cwd: workshop,
    env: {
      // Debian's compiler must not find rustup's.
      PATH: '/usr/bin:/bin',
      // Allows -Z.
      RUSTC_BOOTSTRAP: '1',
      // So that link-time optimisation covers the standard library, as with rustup's.
      RUSTFLAGS: '-Cembed-bitcode=yes',
    },
  })

  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const built = join(workshop, 'target', target, 'release/deps')
  for (const file of readdirSync(built)) {
    if (file.endsWith('.rlib') && !file.startsWith('libsysroot-')) copyFileSync(join(built, file), join(folder, file))
  }

  // Where rustc looks for its linker for WebAssembly.
  const host = /^host: (.+)$/m.exec(compiler())?.[1] ?? ''
  const linker = join(rustlib, host, 'bin/rust-lld')
  mkdirSync(join(linker, '..'), { recursive: true })
  rmSync(linker, { force: true })
  symlinkSync('/usr/bin/wasm-ld-22', linker)

  rmSync(workshop, { recursive: true })
  // Last, so that a build that was interrupted is done again.
  writeFileSync(stamp(folder), compiler())
}
