// The loader of the frame: a page around the planner has a link to it and this script, which turns the link into a frame. Without the
// script, or where frames are not allowed, the link stays a link.
//
//   <a class="voucher-planner" href="https://planner.example/" data-locale="zh-CN">Plan exam vouchers</a>
//
// It is built into one small file whose name changes with its contents, so that a page can pin it by its hash.
/** @import { Fetched, FrameOptions } from './protocol.js' */
import { fetched, kindOf, message, short } from './protocol.js'

/** Heights that are believed, in pixels. */
const [least, most] = [240, 30_000]
/** How long after a frame has loaded it may say nothing before the link comes back, in milliseconds. */
const patience = 10_000
/** What a sandboxed frame may do. It has no origin of its own: nothing is kept in it. */
const allowed = 'allow-scripts allow-downloads allow-forms allow-modals allow-popups'

/** A frame, where it leads, the link it came from, whether it has said anything, and the options that each source was last read for. @typedef {{ frame: HTMLIFrameElement, origin: string, link: HTMLAnchorElement, ready: boolean, readings: Record<string, object> }} Known */

/** What is known of frames. @type {WeakMap<Element, Known>} */
const made = new WeakMap()
/** Those that lie in the page now. One that is moved or put back has another window than before. */
const frames = () => [...document.querySelectorAll('iframe')].flatMap((frame) => made.get(frame) ?? [])
const mark = Symbol.for('voucher-planner.loader')

if (!(mark in document)) {
  Object.assign(document, { [mark]: true })
  addEventListener('message', hear)
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
    if (effectiveDirective === 'frame-src' && disposition === 'enforce') frames().forEach((known) => { if (blockedURI.startsWith(known.origin)) giveUp(known) })
  })
  const find = () => document.querySelectorAll('a.voucher-planner[href]').forEach((link) => {
    try {
      turn(/** @type {HTMLAnchorElement} */ (link))
    } catch (error) {
      // It stays a link; the others become frames.
      link.classList.remove('voucher-planner')
      console.error(error, link)
    }
  })
  find()
  // Pages that are drawn by scripts bring their links later.
  new MutationObserver(find).observe(document.documentElement, { childList: true, subtree: true })
}

/** Puts a frame in the place of a link. @param {HTMLAnchorElement} link */
function turn(link) {
  const { dataset } = link
  const url = new URL(link.href)
  for (const name of short) if (dataset[name] !== undefined) url.searchParams.set(name, String(dataset[name]))
  // The frame then reports to this page, and keeps nothing itself.
  if (dataset.report !== undefined) url.searchParams.set('report', '')
  // The frame waits for what this page fetches.
  if (fetched.some((name) => dataset[name])) url.searchParams.set('wait', '')
  const frame = document.createElement('iframe')
  Object.assign(frame, { loading: 'lazy', title: link.title || link.textContent?.trim(), allow: 'clipboard-write', src: url.href })
  Object.assign(frame.dataset, dataset)
  if (dataset.sandbox !== undefined) frame.setAttribute('sandbox', dataset.sandbox || allowed)
  // Set by script one by one: a policy against styles in HTML allows that.
  Object.assign(frame.style, { display: 'block', width: '100%', height: `${heightOf(dataset.height)}px`, border: '0' })
  link.replaceWith(frame)
  /** @type {Known} */
  const known = { frame, origin: url.origin, link, ready: false, readings: {} }
  made.set(frame, known)
  frame.addEventListener('load', () => setTimeout(giveUp, patience, known))
  // What changes before the frame can hear it is told once it is ready.
  new MutationObserver((changes) => known.ready && send(known, changes.map(({ attributeName }) => String(attributeName).slice('data-'.length)))).observe(frame, { attributeFilter: [...short, ...fetched].map((name) => `data-${name}`) })
}

/** Puts the link back where the frame says nothing: it is not to become a frame again. @param {Known} known */
function giveUp({ frame, link, ready }) {
  if (ready || !frame.isConnected) return
  link.classList.remove('voucher-planner')
  frame.replaceWith(link)
}

/** @param {unknown} height */
function heightOf(height) { return Math.min(Math.max(Number(height) || 800, least), most) }

/** Hears only frames that it has made, and of these only what comes from where they were to be. @param {MessageEvent} event */
function hear({ source, origin, data }) {
  const kind = kindOf(data)
  const known = kind && frames().find(({ frame }) => frame.contentWindow === source)
  if (!known) return
  const { frame, link } = known
  if (origin !== known.origin && !(origin === 'null' && frame.hasAttribute('sandbox'))) return
  if (kind === 'ready') {
    known.ready = true
    send(known, [...short, ...fetched].filter((name) => name in frame.dataset || name in link.dataset))
  } else if (kind === 'size') {
    if (Number.isFinite(data.height)) frame.style.height = `${heightOf(data.height)}px`
  } else if (kind === 'change' || kind === 'export' || kind === 'error') {
    frame.dispatchEvent(new CustomEvent(`planner-${kind}`, { bubbles: true, composed: true, detail: data.detail }))
  }
}

/** Tells a frame the options of these names, as they stand when all is read: what was asked for again meanwhile is told by whoever asked last. @param {Known} known @param {string[]} names */
async function send({ frame, origin, readings }, names) {
  /** @type {FrameOptions} */
  const options = {}
  await Promise.all(fetched.filter((name) => names.includes(name)).map(async (name) => {
    readings[name] = options
    const source = frame.dataset[name]
    options[name] = source ? await read(source) : null
  }))
  for (const name of fetched) if (readings[name] !== options) delete options[name]
  for (const name of short) if (names.includes(name)) options[name] = frame.dataset[name] ?? null
  frame.contentWindow?.postMessage(message('set', { options }), frame.hasAttribute('sandbox') ? '*' : origin)
}

/** What lies at an address, fetched as this page may; what is no address is passed on. @param {string} source @returns {Promise<Fetched>} */
async function read(source) {
  if (/^\s*[[{#]|^\w+$/.test(source)) return { text: source }
  let url = source
  try {
    url = new URL(source, document.baseURI).href
    const response = await fetch(url)
    return response.ok ? { text: await response.text() } : { url, status: response.status }
  } catch {
    return { url }
  }
}
