// Policies for contents (CSP): what a page has to allow for each way to embed the planner, and a page's own policy with that added.
// The guide, the generator of embed code and the self-test all take their lines from here.

/** The ways to embed it: the element of a hosted planner, a frame of it, the package among the page's own scripts, the planner as one file. */
export const routes = /** @type {const} */ (['element', 'frame', 'package', 'file'])
/** @typedef {(typeof routes)[number]} Route */
/** What a directive has to allow. @typedef {{ directive: string, sources: readonly string[] }} Need */

/** Names of the Trusted Types policies that the element makes. */
export const trustedTypesPolicies = /** @type {const} */ (['lit-html', 'voucher-planner'])

/** What the page around has to allow. Who pins Trusted Types policies by name needs their names too: see `allowing`. @param {Route} route @param {string} origin of the planner's host @returns {Need[]} */
export function needsOf(route, origin) {
  switch (route) {
    case 'element': return [
      { directive: 'script-src', sources: [origin, "'wasm-unsafe-eval'"] },
      { directive: 'connect-src', sources: [origin] },
      { directive: 'img-src', sources: ['data:'] },
    ]
    case 'frame': return [{ directive: 'script-src', sources: [origin] }, { directive: 'frame-src', sources: [origin] }]
    case 'package': return [
      { directive: 'script-src', sources: ["'self'", "'wasm-unsafe-eval'"] },
      { directive: 'connect-src', sources: ["'self'"] },
      { directive: 'worker-src', sources: ["'self'"] },
      { directive: 'img-src', sources: ['data:'] },
    ]
    // A page of its own: what links to it allows nothing more.
    case 'file': return []
  }
}

/** The names, for pages that list which Trusted Types policies there may be. @param {Route} route @returns {Need[]} */
export const trustedTypesOf = (route) => (route === 'element' || route === 'package' ? [{ directive: 'trusted-types', sources: trustedTypesPolicies }] : [])

/** Needs as they stand in a policy. @param {readonly Need[]} needs */
export const lineOf = (needs) => needs.map(({ directive, sources }) => [directive, ...sources].join(' ')).join('; ')

/** Which directive decides where one is absent: the first that is there. @type {Record<string, readonly string[]>} */
const decides = {
  'script-src': ['script-src', 'default-src'],
  'script-src-elem': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'style-src': ['style-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'worker-src': ['worker-src', 'child-src', 'script-src', 'default-src'],
  'trusted-types': ['trusted-types'],
}

/** The directives of a policy, in their order. A directive that comes twice counts once. @param {string} policy @returns {Map<string, string[]>} */
function read(policy) {
  /** @type {Map<string, string[]>} */
  const directives = new Map()
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/)
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources)
  }
  return directives
}

/** The directive of a policy that decides about another, if one does. @param {string} policy @param {string} directive */
export const decidingIn = (policy, directive) => deciding(read(policy), directive)

/** @param {Map<string, string[]>} directives @param {string} directive */
const deciding = (directives, directive) => (decides[directive] ?? [directive, 'default-src']).find((name) => directives.has(name))

/**
 * A policy as a page has it, with what it lacks, and nothing else changed. `nonce`: where it names scripts by nonce and lets these load
 * more ('strict-dynamic'), no address helps; the script's tag needs the nonce.
 * @param {string} policy @param {readonly Need[]} needs @returns {{ policy: string, nonce: boolean }}
 */
export function allowing(policy, needs) {
  const directives = read(policy)
  let nonce = false
  for (const { directive, sources } of needs) {
    for (const source of sources) {
      // Scripts from an address may have a directive of their own; what compiles WebAssembly never does.
      const asked = directive === 'script-src' && !source.startsWith("'wasm") ? 'script-src-elem' : directive
      const name = deciding(directives, asked)
      if (name === undefined) continue
      const allowed = directives.get(name) ?? []
      if (asked === 'script-src-elem' && allowed.some((each) => /^'strict-dynamic'$/i.test(each))) nonce = true
      else if (!allowed.some((each) => covers(each, source))) directives.set(name === 'default-src' ? directive : name, [...allowed.filter((each) => !/^'none'$/i.test(each)), source])
    }
  }
  return { policy: [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; '), nonce }
}

/** Whether what is allowed allows another thing too. Where that depends on more, it does not count: to allow twice does no harm. @param {string} allowed @param {string} wanted */
export function covers(allowed, wanted) {
  if (allowed.toLowerCase() === wanted.toLowerCase()) return true
  if (wanted === "'wasm-unsafe-eval'") return allowed.toLowerCase() === "'unsafe-eval'"
  // Names of Trusted Types policies, which are no addresses.
  if (/^[\w-]+$/.test(wanted)) return allowed === '*'
  if (!/^https?:/.test(wanted)) return false
  const { protocol, host } = new URL(wanted)
  if (allowed === '*' || allowed.toLowerCase() === protocol) return true
  const [, scheme = protocol, star = '', rest = ''] = /^(https?:)?(?:\/\/)?(\*\.)?([^/*]+)\/?$/i.exec(allowed) ?? []
  return scheme.toLowerCase() === protocol && (star ? host.endsWith(`.${rest}`) : rest === host)
}
