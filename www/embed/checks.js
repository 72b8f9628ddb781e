// The checks of the self-test: what this page, its policies for contents, the planner's host and this browser let the planner do. Each
// does the thing itself and looks at what happens; which directive was in the way is what the browser says, never a guess.
/** @import { Need, Route } from './policy.js' */
import { kindOf, message } from './protocol.js'
import { allowing, covers, trustedTypesPolicies } from './policy.js'

/** works; note: works, but something is otherwise; blocked; unknown: cannot be told before something else is put right. @typedef {'works' | 'note' | 'blocked' | 'unknown'} State */
/**
 * Why: policy: a directive of this page; nonce: likewise, where only a nonce helps; permission: the planner's host lets no other page read
 * its files; unreachable; status; type: the host says a file is something else; refused: the host lets this page have no frame; silent:
 * a frame came and said nothing; self: the host's policy names only itself, and in a sandbox nobody is that; origin: another host's, or none; absent: this browser has no such thing; waiting: for another check; failed.
 * @typedef {'policy' | 'nonce' | 'permission' | 'unreachable' | 'status' | 'type' | 'refused' | 'silent' | 'self' | 'origin' | 'absent' | 'waiting' | 'failed'} Reason
 */
/** What came of a check. directive: the one that decided; policies: those it stands in, whole; add: what they lack; line: what the planner's host has to say; detail: a status, a type, a message. @typedef {{ state: State, reason?: Reason, directive?: string, policies?: string[], add?: Need[], line?: string, detail?: string }} Finding */
/** @typedef {keyof typeof checks} CheckId */
/** @typedef {Finding & { id: CheckId, routes: readonly Route[] }} Check */
/** Where the planner's files are. engine, worker: their paths there. @typedef {{ host: string, engine: string, worker: string }} Files */
/** A corrected policy: `is` as this page has it. @typedef {{ is: string, becomes: string }} Correction */
/** What of it is for programs: plain, and the same in later versions of this number. @typedef {{ version: 1, host: string, page: string, routes: Partial<Record<Route, { works: boolean, policies: Correction[] }>>, checks: Check[] }} Result */

/** How long is waited: for what the browser says of its policies, for a frame that has loaded, for an engine. In milliseconds. */
const [moment, patience, long] = [80, 6000, 20_000]

const works = /** @type {const} */ ({ state: 'works' })

/** An empty window under the policies of this page, for what can be done only once in a window. @typedef {Window & typeof globalThis & { trustedTypes?: { createPolicy(name: string, rules: { createScriptURL?(url: string): string }): { createScriptURL(url: string): string } } }} Room */

/** Opens such a window while something is done in it. @template T @param {(room: Room) => T | Promise<T>} act */
async function inRoom(act) {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.documentElement.append(frame)
  try {
    return await act(/** @type {Room} */ (frame.contentWindow))
  } finally {
    frame.remove()
  }
}

/** Each check with the ways to embed that it is about. @satisfies {Record<string, { routes: readonly Route[], spare?: true, run: (files: Files, room: Room, before: Partial<Record<string, Finding>>) => Finding | Promise<Finding> }>} */
export const checks = {
  scripts: { routes: ['element', 'frame'], run: ({ host }) => scripts(host) },
  wasm: { routes: ['element', 'package'], run: wasm },
  files: { routes: ['element'], run: ({ host, engine }) => files(host + engine) },
  type: { routes: ['element'], spare: true, run: ({ host, engine }, _, { files: read }) => typeOf(host + engine, read) },
  styles: { routes: ['element', 'package'], run: styles },
  names: { routes: ['element', 'package'], run: (_, room) => names(room) },
  pictures: { routes: ['element', 'package'], spare: true, run: pictures },
  workers: { routes: ['element'], spare: true, run: ({ host, worker }, room) => workers(host + worker, room) },
  planner: { routes: ['element'], run: ({ host }, _, before) => planner(host, before) },
  frame: { routes: ['frame'], run: ({ host }) => framed(host) },
  sandbox: { routes: ['frame'], spare: true, run: ({ host }, _, before) => sandboxed(host, before) },
  storage: { routes: ['element', 'frame', 'package'], spare: true, run: storage },
}

/** Runs the checks of some ways to embed, one after another. @param {Files} files @param {readonly Route[]} routes @param {(done: number, all: number) => void} [tell] @returns {Promise<Result>} */
export async function runChecks(files, routes, tell = () => {}) {
  const wanted = /** @type {[CheckId, { routes: readonly Route[], spare?: true, run: (files: Files, room: Room, before: Partial<Record<string, Finding>>) => Finding | Promise<Finding> }][]} */ (Object.entries(checks)).filter((each) => each[1].routes.some((route) => routes.includes(route)))
  /** @type {Partial<Record<string, Finding>>} */
  const found = {}
  /** @type {Check[]} */
  const done = []
  for (const [id, { routes: of, run }] of wanted) {
    tell(done.length, wanted.length)
    // Each has a window of its own: where each name may be taken once, a policy of one would be in the way of another.
    const finding = await inRoom(async (room) => run(files, room, found))
    found[id] = finding
    done.push({ id, routes: of, ...finding })
  }
  const verdicts = routes.map((route) => [route, verdict(route, done)])
  return { version: 1, host: files.host, page: location.href.replace(/[?#].*$/, ''), routes: Object.fromEntries(verdicts), checks: done }
}

/** Whether a way to embed works here, and this page's policies with what they lack for it. @param {Route} route @param {Check[]} done */
function verdict(route, done) {
  const mine = done.filter(({ routes }) => routes.includes(route))
  const policies = [...new Set(mine.flatMap(({ policies = [] }) => policies))].map((is) => ({
    is, becomes: allowing(is, mine.flatMap((check) => (check.policies?.includes(is) ? check.add ?? [] : []))).policy,
  })).filter(({ is, becomes }) => is !== becomes)
  return { works: mine.every(({ id, state }) => 'spare' in checks[id] || state === 'works' || state === 'note'), policies }
}

/** Does something, and tells what the browser says against it. @template T @param {() => T | Promise<T>} act @param {(event: SecurityPolicyViolationEvent) => boolean} mine @param {Document} [where] @returns {Promise<{ value?: T, error?: unknown, against: SecurityPolicyViolationEvent[] }>} */
async function watched(act, mine, where = document) {
  /** @type {SecurityPolicyViolationEvent[]} */
  const against = []
  // A policy that only reports is in nobody's way.
  const hear = (/** @type {SecurityPolicyViolationEvent} */ event) => { if (event.disposition !== 'report' && mine(event)) against.push(event) }
  where.addEventListener('securitypolicyviolation', hear)
  try {
    return { value: await act(), against }
  } catch (error) {
    // The browser tells of it a moment later.
    await wait(moment)
    return { error, against }
  } finally {
    where.removeEventListener('securitypolicyviolation', hear)
  }
}

/** @param {number} time */
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time))

/** What of one kind came from, or was to come from, the planner's host. @param {string} host @param {RegExp} kind */
const about = (host, kind) => (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective, blockedURI }) => kind.test(effectiveDirective) && blockedURI.startsWith(new URL(host).origin)

/** @param {SecurityPolicyViolationEvent[]} against @param {Need[]} add @param {State} [state] @returns {Finding} */
function byPolicy(against, add, state = 'blocked') {
  const policies = [...new Set(against.map(({ originalPolicy }) => originalPolicy))]
  return {
    state, reason: policies.some((policy) => allowing(policy, add).nonce) ? 'nonce' : 'policy', policies, add,
    directive: against[0]?.effectiveDirective || add[0]?.directive || '',
  }
}

/** A module of the planner's host is loaded. @param {string} host @returns {Promise<Finding>} */
async function scripts(host) {
  // With another address each time: a failure would be remembered.
  const url = `${host}embed/probe.js?${Date.now()}`
  const { error, against } = await watched(() => import(/* @vite-ignore */ url), about(host, /^script-src/))
  if (!error) return works
  if (against.length) return byPolicy(against, [{ directive: 'script-src', sources: [new URL(host).origin] }])
  const read = await files(url)
  if (read.reason === 'policy') return { state: 'unknown', reason: 'waiting', detail: 'connect-src' }
  if (read.state !== 'works') return read
  return { state: 'blocked', reason: 'type', detail: read.detail ?? '', line: 'Content-Type: text/javascript' }
}

/** The smallest module there is gets compiled, and run: some browsers are against the one, some against the other. @returns {Promise<Finding>} */
async function wasm() {
  if (typeof WebAssembly !== 'object') return { state: 'blocked', reason: 'absent' }
  const mine = (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective, blockedURI }) => /^(script|default)-src$/.test(effectiveDirective) && /eval/.test(blockedURI)
  const { error, against } = await watched(() => WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])), mine)
  if (!error) return works
  const add = [{ directive: 'script-src', sources: ["'wasm-unsafe-eval'"] }]
  if (against.length) return byPolicy(against, add)
  // Safari names the policy in the error alone. What decides about text as a script is the same directive, and of that it tells whole.
  const text = /Content Security Policy/.test(String(error)) ? await watched(() => new Function(''), mine) : undefined
  return text?.against.length ? byPolicy(text.against, add) : { state: 'blocked', reason: 'failed', detail: String(error), add }
}

/** A file is asked for, as the planner asks for its engine. @param {string} url @returns {Promise<Finding>} */
async function files(url) {
  const { value, error, against } = await watched(() => fetch(url, { method: 'HEAD' }), about(url, /^connect-src/))
  if (against.length) return byPolicy(against, [{ directive: 'connect-src', sources: [new URL(url).origin] }])
  if (value) return value.ok ? { ...works, detail: value.headers.get('content-type') ?? '' } : { state: 'blocked', reason: 'status', detail: String(value.status) }
  // Asked so that nothing of the answer can be read, the same works without the host's permission.
  const blind = await watched(() => fetch(url, { method: 'HEAD', mode: 'no-cors' }), () => false)
  return blind.error ? { state: 'blocked', reason: 'unreachable', detail: String(error) } : { state: 'blocked', reason: 'permission', line: 'Access-Control-Allow-Origin: *' }
}

/** What the host says the engine is: under a wrong name it is compiled only once it is here whole. @param {string} url @param {Finding | undefined} read @returns {Promise<Finding>} */
async function typeOf(url, read) {
  if (read?.state !== 'works') return { state: 'unknown', reason: 'waiting', detail: 'files' }
  const { value } = await watched(() => fetch(url, { method: 'HEAD' }), () => false)
  const type = value?.headers.get('content-type') ?? ''
  return type.startsWith('application/wasm') ? works : { state: 'note', reason: 'type', detail: type, line: 'Content-Type: application/wasm' }
}

/** Styles come as sheets that a script makes, which no policy is against. @returns {Promise<Finding>} */
async function styles() {
  if (!('adoptedStyleSheets' in Document.prototype)) return { state: 'blocked', reason: 'absent' }
  const element = document.createElement('div')
  const { value, error, against } = await watched(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(':host { position: fixed; inset: 0 auto auto -9px; width: 7px }')
    element.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet]
    document.documentElement.append(element)
    return getComputedStyle(element).width === '7px'
  }, ({ effectiveDirective }) => effectiveDirective.startsWith('style-src'))
  element.remove()
  if (against.length) return byPolicy(against, [{ directive: 'style-src', sources: ["'self'"] }])
  return value ? works : { state: 'blocked', reason: 'failed', detail: String(error ?? '') }
}

/** Trusted Types policies of the planner's names are made; in another window, because some pages let each name be taken once. @param {Room} room @returns {Promise<Finding>} */
async function names(room) {
  const { trustedTypes } = room
  if (!trustedTypes) return works
  /** @type {string[]} */
  const refused = []
  const make = (/** @type {string} */ name, /** @type {string} */ otherwise) => {
    try {
      trustedTypes.createPolicy(name, {})
    } catch {
      refused.push(otherwise)
    }
  }
  const { against } = await watched(async () => {
    for (const name of trustedTypesPolicies) make(name, name)
    // A page that uses Lit itself has taken Lit's name already. The page that makes embed code has the planner's own Lit.
    if ('litHtmlVersions' in globalThis && !customElements.get('voucher-planner') && !customElements.get('vp-embed-page') && !refused.includes('lit-html')) make('lit-html', "'allow-duplicates'")
    await wait(moment)
  }, ({ effectiveDirective }) => effectiveDirective === 'trusted-types', room.document)
  if (!refused.length) return works
  const add = [{ directive: 'trusted-types', sources: refused }]
  return against.length ? byPolicy(against, add) : { state: 'blocked', reason: 'failed', detail: refused.join(' '), add }
}

/** A picture that is held in its address is drawn: so pictures become PNG files. @returns {Promise<Finding>} */
async function pictures() {
  const { error, against } = await watched(async () => {
    const image = new Image()
    image.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    await image.decode()
  }, ({ effectiveDirective, blockedURI }) => effectiveDirective === 'img-src' && blockedURI.startsWith('data'))
  if (!error) return works
  return against.length ? byPolicy(against, [{ directive: 'img-src', sources: ['data:'] }], 'note') : { state: 'note', reason: 'failed', detail: String(error) }
}

/** A worker is started, and answers. @param {string} url @param {Room} room @returns {Promise<Finding>} */
async function workers(url, room) {
  const { value, error, against } = await watched(async () => {
    const own = /** @type {string} */ (room.trustedTypes ? room.trustedTypes.createPolicy('voucher-planner', { createScriptURL: (address) => address }).createScriptURL(url) : url)
    const worker = new room.Worker(own, { type: 'module' })
    const answer = new Promise((resolve, reject) => {
      worker.onmessage = () => resolve(true)
      worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'))
    })
    // It knows no such task, and says so.
    worker.postMessage({})
    try {
      return await Promise.race([answer, wait(patience)])
    } finally {
      worker.terminate()
    }
  }, about(url, /^worker-src/), room.document)
  if (value) return works
  if (against.length) return byPolicy(against, [{ directive: 'worker-src', sources: [new URL(url).origin] }], 'note')
  return new URL(url).origin === location.origin && origin !== 'null' ? { state: 'note', reason: 'failed', detail: String(error ?? '') } : { state: 'note', reason: 'origin' }
}

/** The planner itself answers, out of sight. @param {string} host @param {Partial<Record<string, Finding>>} before @returns {Promise<Finding>} */
async function planner(host, before) {
  const first = Object.entries(before).find(([id, finding]) => !/works|note/.test(finding?.state ?? '') && !('spare' in checks[/** @type {CheckId} */ (id)]))
  if (first) return { state: 'unknown', reason: 'waiting', detail: first[0] }
  const shown = document.createElement('voucher-planner')
  const { value, error, against } = await watched(async () => {
    if (!customElements.get('voucher-planner')) await import(/* @vite-ignore */ `${host}voucher-planner.js`)
    shown.setAttribute('view', 'answer')
    hide(shown)
    document.body.append(shown)
    return Promise.race([/** @type {HTMLElement & { ready: Promise<void> }} */ (shown).ready.then(() => true), wait(long)])
  }, ({ effectiveDirective, blockedURI }) => blockedURI.startsWith(new URL(host).origin) || effectiveDirective.includes('trusted-types'))
  shown.remove()
  if (value) return works
  const [said] = against
  return { state: 'blocked', reason: 'failed', detail: String(error ?? (said ? `${said.effectiveDirective} ${said.blockedURI}` : 'timeout')) }
}

/** Out of sight, for eyes and ears alike, but drawn. @param {HTMLElement} element */
function hide(element) {
  Object.assign(element.style, { position: 'fixed', left: '-200vw', top: '0', width: '60rem', height: '40rem' })
  element.setAttribute('aria-hidden', 'true')
  element.inert = true
}

/** A frame of the planner says that it is there, hears this page, and answers. @param {string} host @param {{ sandbox?: string, hopeless?: () => Promise<boolean> | boolean }} [how] hopeless: whether there is no use in waiting longer */
async function hears(host, { sandbox, hopeless = () => false } = {}) {
  const frame = document.createElement('iframe')
  if (sandbox) frame.setAttribute('sandbox', sandbox)
  // It then keeps nothing, and shows nothing that was kept.
  frame.src = `${host}?view=answer&report`
  frame.title = 'Voucher planner'
  hide(frame)
  const end = new AbortController()
  const result = await watched(async () => {
    const heard = new Promise((resolve) => {
      let ready = false
      addEventListener('message', ({ source, data }) => {
        if (!source || source !== frame.contentWindow) return
        if (kindOf(data) === 'change') resolve(true)
        if (kindOf(data) !== 'ready') return
        ready = true
        // Only then it tells what it answers.
        frame.contentWindow.postMessage(message('set', { options: {} }), '*')
      }, end)
      document.addEventListener('securitypolicyviolation', (event) => { if (event.disposition !== 'report' && ofFrame(event)) setTimeout(() => resolve(false), moment) }, end)
      frame.addEventListener('load', async () => {
        await wait(moment)
        if (ready || !await hopeless()) await wait(patience)
        if (!ready) resolve(false)
      }, end)
    })
    document.body.append(frame)
    return Promise.race([heard, wait(long)])
  }, ofFrame)
  end.abort()
  frame.remove()
  return result

  /** @param {SecurityPolicyViolationEvent} event */
  function ofFrame(event) { return about(host, /^(frame|child)-src/)(event) }
}

/** @param {string} host @returns {Promise<Finding>} */
async function framed(host) {
  /** @type {Finding | undefined} */
  let refused
  const { value, against } = await hears(host, { hopeless: async () => (refused = await refusal(host)) !== undefined })
  if (value) return works
  if (against.length) return byPolicy(against, [{ directive: 'frame-src', sources: [new URL(host).origin] }])
  return refused ?? { state: 'blocked', reason: 'silent' }
}

/** What the planner's host says against frames in this page, as far as it lets others read that. @param {string} host @returns {Promise<Finding | undefined>} */
async function refusal(host) {
  const { value: page } = await watched(() => fetch(host, { method: 'HEAD' }), () => false)
  if (!page) return undefined
  if (!page.ok) return { state: 'blocked', reason: 'status', detail: String(page.status) }
  const ancestors = /(?:^|[;,])\s*frame-ancestors([^;,]*)/i.exec(page.headers.get('content-security-policy') ?? '')?.[1]?.trim().split(/\s+/)
  const old = page.headers.get('x-frame-options')
  const here = new URL(host).origin === location.origin
  if (ancestors && !ancestors.some((each) => covers(each, location.origin) || here && /^'self'$/i.test(each))) {
    return { state: 'blocked', reason: 'refused', line: `frame-ancestors ${[...ancestors.filter((each) => !/^'none'$/i.test(each)), location.origin].join(' ')}` }
  }
  if (!ancestors && old && !(here && /sameorigin/i.test(old))) return { state: 'blocked', reason: 'refused', detail: `X-Frame-Options: ${old}`, line: `frame-ancestors 'self' ${location.origin}` }
  return undefined
}

/** The same for a frame that has no origin of its own. @param {string} host @param {Partial<Record<string, Finding>>} before @returns {Promise<Finding>} */
async function sandboxed(host, { frame, scripts: loaded }) {
  if (frame?.state !== 'works') return { state: 'unknown', reason: 'waiting', detail: 'frame' }
  const denied = loaded?.reason === 'permission'
  const { value } = await hears(host, { sandbox: 'allow-scripts', hopeless: () => denied })
  if (value) return works
  if (denied) return { state: 'note', reason: 'permission', line: 'Access-Control-Allow-Origin: *' }
  const { value: page } = await watched(() => fetch(host, { method: 'HEAD' }), () => false)
  const policy = page?.headers.get('content-security-policy')
  const named = policy && allowing(policy, ['script-src', 'style-src', 'connect-src'].map((directive) => ({ directive, sources: [new URL(host).origin] }))).policy
  return named && named !== allowing(policy, []).policy ? { state: 'note', reason: 'self', line: `Content-Security-Policy: ${named}` } : { state: 'note', reason: 'silent' }
}

/** Whether this page may keep anything. The element does not; a sandboxed page cannot. @returns {Promise<Finding>} */
async function storage() {
  if (origin === 'null') return { state: 'note', reason: 'origin' }
  const name = 'voucher-planner-self-test'
  const { error } = await watched(() => new Promise((resolve, reject) => {
    const asked = indexedDB.open(name)
    asked.onerror = () => reject(asked.error)
    asked.onsuccess = () => {
      asked.result.close()
      indexedDB.deleteDatabase(name)
      resolve(undefined)
    }
  }), () => false)
  return error ? { state: 'note', reason: 'failed', detail: String(error) } : works
}
