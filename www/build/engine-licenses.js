// Under which terms others wrote what is compiled into the engine and its exports.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ id: string, name: string, version: string, license: string | null, manifest_path: string, source: string | null, targets: { kind: string[] }[] }} Crate */
/** @typedef {{ packages: Crate[], resolve: { root: string, nodes: { id: string, deps: { pkg: string, dep_kinds: { kind: string | null }[] }[] }[] } }} Metadata */

/** The crates whose code is in the modules: not what only builds or tests them. */
function crates() {
  /** @type {Metadata} */
  const { packages, resolve } = JSON.parse(execFileSync('cargo', ['metadata', '--format-version', '1', '--locked', '--filter-platform', 'wasm32-unknown-unknown', '--features', 'exports'], { cwd: fileURLToPath(new URL('../../', import.meta.url)), encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }))
  const byId = new Map(packages.map((crate) => [crate.id, crate]))
  const found = new Set([resolve.root])
  for (const id of found) {
    for (const { pkg, dep_kinds: kinds } of resolve.nodes.find((node) => node.id === id)?.deps ?? []) {
      // What runs in the compiler leaves no code behind.
      if (kinds.some(({ kind }) => kind === null) && !byId.get(pkg)?.targets.some(({ kind }) => kind.includes('proc-macro'))) found.add(pkg)
    }
  }
  return [...found].map((id) => byId.get(id)).filter((crate) => crate !== undefined && crate.source !== null).sort((a, b) => (`${a?.name}` < `${b?.name}` ? -1 : 1))
}

/** Each text once, with the crates that come under it, as Markdown. */
export function engineLicenses() {
  /** @type {Map<string, string[]>} */
  const texts = new Map()
  for (const crate of crates()) {
    if (!crate) continue
    const folder = dirname(crate.manifest_path)
    const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|unlicense|notice)/i.test(name)).sort()
    // Where there is a choice, the short one.
    const short = files.filter((name) => /mit/i.test(name) && /\bMIT\b/.test(crate.license ?? '') && !/\bAND\b/.test(crate.license ?? ''))
    const text = (short.length ? short : files).map((name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim()).join('\n\n')
    texts.set(text, [...texts.get(text) ?? [], `${crate.name} ${crate.version} (${crate.license})`])
  }
  const parts = [...texts].map(([text, names]) => `## ${names.join(', ')}\n\n${text || 'The crate brings no text of its licence.'}\n`)
  return `# Inside the engine and its exports\n\n${parts.join('\n')}`
}
