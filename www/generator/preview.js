// The preview: the element itself, or the frame as the loader makes it, with what is wished; and what a page around it hears.
/** @import { Language } from '../say.js' */
/** @import { Words } from './embed-page.js' */
/** @import { Wishes } from './lines.js' */
import { LitElement, html, nothing } from 'lit'
import { base } from '../styles/base.js'
import { generator } from '../styles/generator.js'
import { scriptUrl } from '../script-url.js'
import { attributesOf } from './lines.js'

/** After the last letter is typed, in milliseconds. */
const patience = 300

class EmbedPreview extends LitElement {
  static styles = [base, generator]
  static properties = { words: { attribute: false }, wishes: { attribute: false }, place: { attribute: false }, language: {}, loader: { attribute: false }, heard: { state: true }, blocked: { state: true } }

  constructor() {
    super()
    /** @type {Words | undefined} */ this.words = undefined
    /** @type {Wishes | undefined} */ this.wishes = undefined
    /** @type {Language} */ this.language = 'en'
    /** Of this page's host, whichever the lines name. @type {import('./lines.js').Loader | undefined} */ this.loader = undefined
    /** Where the planner is put: outside of all shadows, so that the loader finds it. @type {HTMLElement | undefined} */ this.place = undefined
    /** The last event. @type {string} */ this.heard = ''
    /** Whether the policy of this page forbids frames. */ this.blocked = false
    /** What is shown, so that the same is not shown anew. */ this.shown = ''
    /** @type {ReturnType<typeof setTimeout> | undefined} */ this.waiting = undefined
  }

  connectedCallback() {
    super.connectedCallback()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) => {
      if (effectiveDirective === 'frame-src' && disposition === 'enforce' && this.wishes?.route === 'frame') this.blocked = true
    })
    for (const kind of ['change', 'export', 'error']) {
      this.addEventListener(`planner-${kind}`, (event) => { this.heard = `${event.type} ${JSON.stringify(/** @type {CustomEvent} */ (event).detail, null, 1).replace(/\n\s*/g, ' ')}` })
    }
  }

  render() {
    const { words: w, wishes } = this
    if (!w || !wishes) return nothing
    const frame = wishes.route === 'frame'
    return html`<section class="below" aria-labelledby="preview"><h2 id="preview">${w.preview}</h2>
      ${this.blocked && frame ? html`<p class="notice">${w.previewBlocked}</p>` : nothing}
      ${wishes.route === 'file' ? html`<p>${w.previewFile} <a href="./">${w.open}</a></p>` : html`<div class="preview" tabindex="0" role="group" aria-label=${w.preview}><slot></slot></div>
      <details class="hears"><summary>${w.hears}</summary>${this.heard ? html`<pre tabindex="0" role="group" aria-label=${w.hears}><code>${this.heard}</code></pre>` : html`<p class="soft">${frame && !wishes.report ? w.hearsNone : w.hearsNothing}</p>`}</details>`}</section>`
  }

  updated() {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.#show(), patience)
  }

  #show() {
    const { wishes, place, language, loader } = this
    if (!wishes || !place) return
    const { route } = wishes
    const shown = JSON.stringify(route === 'frame' ? [language, loader, attributesOf(wishes)] : [language, route])
    const fresh = shown !== this.shown
    this.shown = shown
    if (fresh) this.heard = ''
    if (route === 'file') place.replaceChildren()
    else if (route !== 'frame') this.#showElement(wishes, place, fresh)
    else if (fresh && loader) this.#showFrame(wishes, place, loader)
  }

  /** @param {Wishes} wishes @param {HTMLElement} place @param {boolean} fresh */
  async #showElement(wishes, place, fresh) {
    const { shown } = this
    await import('../embed/hosted.js')
    // Something else may have been chosen meanwhile.
    if (shown !== this.shown) return
    const planner = /** @type {HTMLElement} */ (!fresh && place.querySelector('voucher-planner') || document.createElement('voucher-planner'))
    const wanted = new Map(attributesOf(wishes))
    for (const name of ['locale', 'theme', 'view', 'readonly', 'scenario', 'catalog', 'prices', 'name']) {
      const value = wanted.get(name)
      if (value === undefined) planner.removeAttribute(name)
      else if (planner.getAttribute(name) !== value) planner.setAttribute(name, value)
    }
    for (const [name, value] of Object.entries(wishes.tokens)) planner.style.setProperty(`--voucher-planner-${name}`, value || null)
    if (planner.parentNode !== place) place.replaceChildren(planner)
  }

  /** As a page would have it: a link, and the loader, which finds it. @param {Wishes} wishes @param {HTMLElement} place @param {import('./lines.js').Loader} loader */
  #showFrame(wishes, place, loader) {
    const link = Object.assign(document.createElement('a'), { className: 'voucher-planner', href: new URL('.', location.href).href, textContent: wishes.label })
    for (const [name, value] of attributesOf(wishes)) link.setAttribute(name, value)
    // Of what somebody keeps on the planner's own page beside this one, nothing is tried out here.
    link.dataset.scenario ||= 'school'
    place.replaceChildren(link)
    if (document.querySelector('script[data-loader]')) return
    const script = Object.assign(document.createElement('script'), { src: scriptUrl(new URL(`embed/${loader.file}`, document.baseURI).href), integrity: loader.integrity, crossOrigin: 'anonymous' })
    script.dataset.loader = ''
    document.head.append(script)
  }
}

customElements.define('vp-embed-preview', EmbedPreview)
