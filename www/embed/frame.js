// The planner's page as a frame of another page: options come in its address and by messages of that page alone, the height goes
// out, and what is entered only where the page was embedded to hear it. Such a frame keeps nothing itself, nor does one whose scenario
// the page around gives.
/** @import { FrameOptions, Fetched, FromFrame } from './protocol.js' */
/** @import { WrongSource } from './sources.js' */
import { begin, follow, here, takeDroppedFiles } from '../own-page.js'
import { sampleWords } from '../samples.js'
import { fetched, kindOf, message, short } from './protocol.js'
import { VoucherPlanner } from './voucher-planner.js'

/** How long a frame waits for what the page around it fetches, in milliseconds. */
const patience = 8000

const asked = new URLSearchParams(location.search)
/** Whether the page around hears what is entered. */
const reports = asked.has('report')

/** In its own storage it keeps what is entered, where it has one and the scenario is nobody else's. */
class FramedPlanner extends VoucherPlanner {
  /** Whether the page around gives the scenario, or tried to. */
  static given = false

  /** What is entered is no more than shown: the panel on what is kept says so. */
  unheard = !reports

  /** @param {import('./sources.js').Given} given @param {AbortSignal} signal ends when the page around gives another */
  async opening(given, signal) {
    const first = given || isLink(location.hash) && location.hash || undefined
    if (first || reports || FramedPlanner.given || self.origin === 'null') return super.opening(first, signal)
    await begin(this, signal)
    return { desk: this.desk }
  }
}

/** @param {() => Promise<void>} _page what would open in a window of its own */
export async function openFrame(_page) {
  const planner = document.querySelector('voucher-planner')
  if (!planner) return
  /** The origin of the page around, once it has spoken. @type {string | undefined} */
  let host
  /** @param {FromFrame} kind @param {object} [more] @param {string} [to] */
  const tell = (kind, more, to = '*') => window.parent.postMessage(message(kind, more), to)

  /** Takes what the page around says, and nobody else. @type {(take: (options: FrameOptions) => void) => void} */
  const hear = (take) => addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || host !== undefined && origin !== host || kindOf(data) !== 'set' || typeof data.options !== 'object') return
    host = origin
    take(data.options ?? {})
  })

  for (const name of short) turn(planner, name, asked.get(name))
  planner.setAttribute('home', here())
  /** @type {FrameOptions} */
  const waiting = {}
  const spoken = new Promise((resolve) => {
    hear((options) => {
      if ('scenario' in options) FramedPlanner.given = Boolean(options.scenario)
      if (planner instanceof FramedPlanner) give(planner, options)
      else Object.assign(waiting, options)
      resolve(undefined)
    })
  })
  if (reports) for (const kind of /** @type {const} */ (['change', 'export', 'error'])) {
    planner.addEventListener(`planner-${kind}`, async (event) => {
      const { detail } = /** @type {CustomEvent} */ (event)
      await spoken
      // What is entered goes to the page that has spoken, to no other that may have taken its place. An opaque origin is no address.
      tell(kind, { detail }, host === undefined || host === 'null' ? '*' : host)
    })
  }
  tell('ready')
  if (asked.has('wait')) await Promise.race([spoken, new Promise((resolve) => setTimeout(resolve, patience))])

  FramedPlanner.define()
  if (!(planner instanceof FramedPlanner)) return
  give(planner, waiting)
  follow(planner)
  takeDroppedFiles(planner)
  let height = 0
  new ResizeObserver(() => {
    const now = Math.ceil(planner.getBoundingClientRect().height)
    if (now !== height) tell('size', { height: height = now })
  }).observe(planner)
}

/** @param {FramedPlanner} planner @param {FrameOptions} options */
function give(planner, options) {
  for (const name of short) turn(planner, name, options[name])
  for (const name of fetched) {
    const value = options[name]
    if (typeof value !== 'object') continue
    const wrong = value && wrongOf(name, value)
    // A scenario that cannot be read leaves what is shown; without a partner's catalogue or prices the planner has its own.
    if (!wrong || name !== 'scenario') planner[name] = /** @type {any} */ (wrong || !value ? null : String('text' in value && value.text))
    if (wrong) planner.cannot(name, wrong)
  }
}

/** Sets a short option, or takes it back. Whoever writes a page by a script has `false` for what is not to be. @param {Element} planner @param {typeof short[number]} name @param {string | null | undefined} value */
function turn(planner, name, value) {
  if (value === null || name === 'readonly' && value === 'false') planner.removeAttribute(name)
  else if (typeof value === 'string') planner.setAttribute(name, value)
}

/** Why something cannot be used. A text that is neither JSON nor a word for something would count as an address, and be asked of the planner's own host. @param {typeof fetched[number]} name @param {Fetched} value @returns {WrongSource | undefined} */
function wrongOf(name, value) {
  if (!('text' in value)) return value.status ? { kind: 'status', url: value.url, status: value.status } : { kind: 'unreachable', url: value.url }
  const text = String(value.text)
  const known = /^\s*[[{]/.test(text) || name === 'scenario' && (isLink(text) || text === 'empty' || Object.hasOwn(sampleWords.en, text))
  return known ? undefined : { kind: 'not-json' }
}

/** Whether it is the part of a shared link from its # on. @param {string} text */
const isLink = (text) => /^#\d+\./.test(text)
