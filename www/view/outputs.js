// The export menu: files and copies of what is shown. What makes them is loaded when the menu opens for the first time.
/**
 * @import { View } from '../view.js'
 * @import { Export } from '../exports/index.js'
 * @import { Words } from '../exports/tables.js'
 */
import { LitElement, html, nothing } from 'lit'

/** Entries of the menu, by the function that does them; a line parts files from copies, and these from paper. */
const entries = /** @type {const} */ ([
  ['saveWorkbook', 'workbook'], ['saveOrder', 'orderLines'], ['saveBudget', 'budgetLines'], ['saveCalendar', 'calendar'],
  undefined, ['copyOrder', 'copyOrder'], ['copySummary', 'copySummary'], undefined, ['print', 'print'],
])

/** How long it stays to be read what an export did, in milliseconds: it lies over the page. */
const readable = 10_000

/** The menu's button, with the menu. @param {View} view @param {Words} [words] */
export const outputsMenu = (view, words = view.m.outputs) => html`<vp-outputs-menu .view=${view} .words=${words}></vp-outputs-menu>`

/** A menu button. It draws into its parent's tree, so styles reach it. */
export class OutputsMenu extends LitElement {
  static properties = { view: { attribute: false }, words: { attribute: false }, open: { state: true }, said: { state: true } }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    /** @type {Words | undefined} */ this.words = undefined
    this.open = false
    /** What the last export did. */ this.said = ''
  }

  #busy = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #silence
  /** @type {Promise<typeof import('../exports/index.js')> | undefined} */ #loaded

  createRenderRoot() { return this }

  render() {
    const { words } = this
    if (!words) return nothing
    const why = this.#hindrance()
    return html`
      <button type="button" class="outputs-button" popovertarget="outputs" aria-haspopup="menu" aria-expanded=${this.open} @keydown=${this.#pressedOnButton}>${words.menu}</button>
      <div id="outputs" class="outputs" popover @beforetoggle=${this.#place} @toggle=${this.#toggled} @keydown=${this.#pressed}>
        ${why ? html`<p class="notice bad" id="outputs-why">${why}</p>` : nothing}
        <div role="menu" aria-label=${words.menu} aria-describedby=${why ? 'outputs-why' : nothing}>${entries.map((entry, place) => (entry
          ? html`<button type="button" role="menuitem" tabindex="-1" ?autofocus=${place === 0} aria-disabled=${why ? 'true' : nothing} @click=${() => this.#choose(entry[0])}>${words[entry[1]]}</button>`
          : html`<div role="separator"></div>`))}</div>
      </div>
      <span class="outputs-said" role="status" .textContent=${this.said}></span>`
  }

  /** Why nothing can be exported now, if that is so. */
  #hindrance() {
    const { view, words } = this
    if ((view?.problems.length || view?.halted) && view.plan) return words?.stale
    if (view?.busy) return words?.busy
    return view?.agreement ? undefined : words?.empty
  }

  /** @param {typeof entries[number] extends infer E ? E extends readonly [infer N, string] ? N : never : never} name */
  async #choose(name) {
    const { view, words } = this
    const why = this.#hindrance()
    this.#menu?.hidePopover()
    this.#button?.focus()
    if (!view || !words || this.#busy) return
    if (why) return this.#say(why)
    if (name === 'print') return print()
    this.#busy = true
    this.#say(words.preparing)
    try {
      this.#say(await this.#exported(name, view, words))
    } finally {
      this.#busy = false
    }
  }

  /** @param {'saveWorkbook' | 'saveOrder' | 'saveBudget' | 'saveCalendar' | 'copyOrder' | 'copySummary'} name @param {View} view @param {Words} words */
  async #exported(name, view, words) {
    const module = await this.#load().catch((/** @type {unknown} */ error) => { console.error(error) })
    if (!module) return words.notLoaded
    try {
      return await /** @type {Export} */ (module[name])(view, words)
    } catch (error) {
      console.error(error)
      return words.failed
    }
  }

  /** Once; a failed attempt is made again. */
  #load() {
    return this.#loaded ??= import('../exports/index.js').catch((error) => {
      this.#loaded = undefined
      throw error
    })
  }

  /** @param {string} words */
  #say(words) {
    clearTimeout(this.#silence)
    this.said = words
    this.#silence = setTimeout(() => { this.said = '' }, readable)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.#silence)
  }

  get #menu() { return /** @type {HTMLElement | null} */ (this.querySelector('[popover]')) }
  get #button() { return /** @type {HTMLElement | null} */ (this.querySelector('.outputs-button')) }
  get #items() { return /** @type {HTMLElement[]} */ ([...this.querySelectorAll('[role=menuitem]')]) }

  /** Beneath its button; where the window ends, no further. @param {ToggleEvent} event */
  #place = (event) => {
    const { currentTarget: menu, newState } = /** @type {ToggleEvent & { currentTarget: HTMLElement }} */ (event)
    const button = this.#button?.getBoundingClientRect()
    if (newState !== 'open' || !button) return
    menu.style.top = `${button.bottom + scrollY + 4}px`
    menu.style.left = `${Math.max(8, Math.min(button.left, document.documentElement.clientWidth - 8 - 16 * 16)) + scrollX}px`
  }

  /** @param {ToggleEvent} event */
  #toggled = (event) => {
    this.open = event.newState === 'open'
    if (!this.open) return
    this.said = ''
    // A copy has to follow the press at once, or browsers forbid it.
    this.#load().catch(() => {})
  }

  /** @param {KeyboardEvent} event */
  #pressedOnButton = (event) => {
    if (event.key !== 'ArrowDown' || this.open) return
    event.preventDefault()
    this.#menu?.showPopover()
  }

  /** @param {KeyboardEvent} event */
  #pressed = (event) => {
    const items = this.#items
    const at = items.findIndex((item) => item.matches(':focus'))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      items[to % items.length]?.focus()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      this.#menu?.hidePopover()
      this.#button?.focus()
    } else if (event.key === 'Tab') this.#menu?.hidePopover()
  }
}

// A page may hold planners of two versions; the first one's menu serves both.
if (!customElements.get('vp-outputs-menu')) customElements.define('vp-outputs-menu', OutputsMenu)
