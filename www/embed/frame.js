// The planner's page as a frame of another page: options come in its address and by messages of that page alone, the height goes
// out, and what is entered only where the page was embedded to hear it. Such a frame keeps nothing itself.
/** @import { FrameOptions, Fetched, FromFrame } from './protocol.js' */
/** @import { WrongSource } from './sources.js' */
import { begin, follow, here, takeDroppedFiles } from '../own-page.js'
import { fetched, kindOf, message, short } from './protocol.js'
import { VoucherPlanner } from './voucher-planner.js'

/** How long a frame waits for what the page around it fetches, in milliseconds. */
const patience = 8000

/** In its own storage it keeps what is entered, where it may and nobody else does. */
class FramedPlanner extends VoucherPlanner {
  /** Whether it has a page's memory. */
  keeps = false

  /** @param {import('./sources.js').Given} given @param {AbortSignal} signal */
  async opening(given, signal) {
    if (!this.keeps || given) return super.opening(given, signal)
    this.keeps = false
    await begin(this)
    return { desk: this.desk }
  }
}

/** @param {() => Promise<void>} _page what would open in a window of its own */
export async function openFrame(_page) {
  const planner = document.querySelector('voucher-planner')
  if (!planner) return
  const asked = new URLSearchParams(location.search)
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

  for (const name of short) {
    const value = asked.get(name)
    if (value !== null && !(name === 'readonly' && value === 'false')) planner.setAttribute(name, value)
  }
  planner.setAttribute('home', here())
  const reports = asked.has('report')
  /** @type {FrameOptions} */
  const waiting = {}
  const spoken = new Promise((resolve) => {
    hear((options) => {
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
  planner.keeps = !reports && !waiting.scenario
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
  for (const name of short) {
    const value = options[name]
    if (value === null) planner.removeAttribute(name)
    else if (typeof value === 'string') planner.setAttribute(name, value)
  }
  for (const name of fetched) {
    const value = options[name]
    if (value === null) planner[name] = /** @type {any} */ (null)
    else if (typeof value !== 'object') continue
    else if ('text' in value) planner[name] = /** @type {any} */ (String(value.text))
    else planner.cannot(name, wrongOf(value))
  }
}

/** @param {Exclude<Fetched, { text: string }>} missing @returns {WrongSource} */
const wrongOf = ({ url, status }) => (status ? { kind: 'status', url, status } : { kind: 'unreachable', url })
