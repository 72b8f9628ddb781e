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

/** A frame, where it leads, the link it came from, and whether it has said anything. @typedef {{ frame: HTMLIFrameElement, origin: string, link: HTMLAnchorElement, ready: boolean }} Known */

/** Frames by their windows. @type {Map<MessageEventSource, Known>} */
const frames = new Map()
const mark = Symbol.for('voucher-planner.loader')

if (!(mark in document)) {
  Object.assign(document, { [mark]: true })
  addEventListener('message', hear)
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
    if (effectiveDirective === 'frame-src' && disposition === 'enforce') frames.forEach((known) => { if (blockedURI.startsWith(known.origin)) giveUp(known) })
  })
  const find = () => document.querySelectorAll('a.voucher-planner[href]').forEach((link) => turn(/** @type {HTMLAnchorElement} */ (link)))
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
  if (!frame.contentWindow) return
  const known = { frame, origin: url.origin, link, ready: false }
  frames.set(frame.contentWindow, known)
  frame.addEventListener('load', () => setTimeout(giveUp, patience, known))
  new MutationObserver((changes) => send(known, changes.map(({ attributeName }) => String(attributeName).slice('data-'.length)))).observe(frame, { attributeFilter: [...short, ...fetched].map((name) => `data-${name}`) })
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
  const known = source && frames.get(source)
  const kind = kindOf(data)
  if (!known || !kind) return
  const { frame } = known
  if (origin !== known.origin && !(origin === 'null' && frame.hasAttribute('sandbox'))) return
  if (kind === 'ready') {
    known.ready = true
    send(known, [...fetched].filter((name) => frame.dataset[name]))
  } else if (kind === 'size') {
    if (Number.isFinite(data.height)) frame.style.height = `${heightOf(data.height)}px`
  } else if (kind === 'change' || kind === 'export' || kind === 'error') {
    frame.dispatchEvent(new CustomEvent(`planner-${kind}`, { bubbles: true, composed: true, detail: data.detail }))
  }
}

/** Tells a frame the options of these names, as they stand now. @param {{ frame: HTMLIFrameElement, origin: string }} known @param {string[]} names */
async function send({ frame, origin }, names) {
  /** @type {FrameOptions} */
  const options = {}
  for (const name of short) if (names.includes(name)) options[name] = frame.dataset[name] ?? null
  for (const name of fetched) if (names.includes(name)) options[name] = frame.dataset[name] ? await read(String(frame.dataset[name])) : null
  frame.contentWindow?.postMessage(message('set', { options }), frame.hasAttribute('sandbox') ? '*' : origin)
}

/** What lies at an address, fetched as this page may; what is no address is passed on. @param {string} source @returns {Promise<Fetched>} */
async function read(source) {
  if (/^\s*[[{#]|^\w+$/.test(source)) return { text: source }
  const { href: url } = new URL(source, document.baseURI)
  try {
    const response = await fetch(url)
    return response.ok ? { text: await response.text() } : { url, status: response.status }
  } catch {
    return { url }
  }
}
