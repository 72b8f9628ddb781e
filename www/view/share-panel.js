// A link that holds one scenario or all of them: made while the panel is open, from what lies on the desk then.
/** @import { PlannerElement } from '../planner-element.js' */
/** @import { View } from '../view.js' */
import { LitElement, html, nothing } from 'lit'
import { documentOf, hasPrices } from '../state/document.js'
import { fragmentOf, sendable } from '../state/link.js'
import { saveAll } from './file-menu.js'

/** @param {View} view @param {PlannerElement} planner */
export const sharePanel = (view, planner) => html`<vp-share-panel .view=${view} .planner=${planner}></vp-share-panel>`

/** It draws into its parent's tree, so labels and styles reach it. */
class SharePanel extends LitElement {
  static properties = { view: { attribute: false }, planner: { attribute: false }, all: { state: true }, prices: { state: true }, link: { state: true }, copied: { state: true } }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    /** @type {PlannerElement | undefined} */ this.planner = undefined
    /** Whether every scenario is to be shared. */ this.all = false
    /** Whether prices are to go with it. */ this.prices = false
    this.link = ''
    /** @type {boolean | undefined} whether the link was copied; nothing before it was tried */ this.copied = undefined
  }

  /** The desk that the link was made of. @type {import('../state/desk.js').Desk | undefined} */ #made

  createRenderRoot() { return this }

  connectedCallback() {
    super.connectedCallback()
    this.parentElement?.addEventListener('toggle', this.#toggled)
  }

  /** Made anew each time the panel opens. @param {Event} event */
  #toggled = (event) => {
    this.copied = undefined
    // A link of before would hold something else.
    this.link = ''
    if (/** @type {ToggleEvent} */ (event).newState === 'open') this.#make()
  }

  /** Scenarios may change while the panel is open, such as by a key that undoes. */
  updated() {
    if (this.parentElement?.matches(':popover-open') && this.#made && this.#made !== this.planner?.desk) this.#make()
  }

  render() {
    const { view, planner } = this
    if (!view || !planner) return nothing
    const { m: { scenarios: words }, desk } = view
    const sheets = this.all ? desk.sheets : desk.sheets.filter(({ key }) => key === desk.shown)
    const priced = sheets.some(({ scenario }) => hasPrices(scenario))
    const long = this.link.length > sendable
    if (planner.offline?.state === 'inside') return html`<h2 tabindex="-1">${words.shareTitle}</h2>
      <p>${view.m.offline.noLinks}</p>
      <button type="button" @click=${() => saveAll(view, planner)}>${words.saveAsFile}</button>`
    return html`<h2 tabindex="-1">${words.shareTitle}</h2>
      <p>${words.shareIntro}</p>
      ${desk.sheets.length > 1 ? html`<fieldset><legend>${words.shareWhat}</legend>
        ${this.#choice('radio', !this.all, words.shareOne, () => { this.all = false })}
        ${this.#choice('radio', this.all, words.shareAll(desk.sheets.length), () => { this.all = true })}</fieldset>` : nothing}
      ${priced ? html`${this.#choice('checkbox', this.prices, words.withPrices, () => { this.prices = !this.prices })}
        <p class="soft">${this.prices ? words.pricesGo : words.pricesStay}</p>` : nothing}
      ${long || !planner.home ? html`<p class="problem">${planner.home ? words.tooLong(view.say.count(this.link.length)) : words.noLink}</p>
        <button type="button" @click=${() => saveAll(view, planner)}>${words.saveAsFile}</button>` : html`
        <label for="share-link">${words.link}</label>
        <div class="copying"><input id="share-link" type="text" readonly .value=${this.link} @focus=${(/** @type {Event & { target: HTMLInputElement }} */ event) => event.target.select()}>
        <button type="button" ?disabled=${!this.link} @click=${this.#copy}>${words.copy}</button></div>
        <p class="soft">${this.link ? words.linkLength(view.say.count(this.link.length)) : words.makingLink}</p>`}
      <p role="status">${this.copied === undefined ? '' : this.copied ? words.copied : words.copyYourself}</p>`
  }

  /** @param {'radio' | 'checkbox'} type @param {boolean} checked @param {string} label @param {() => void} choose */
  #choice(type, checked, label, choose) {
    return html`<label class="choice-line"><input type=${type} name="share" .checked=${checked} @change=${() => { choose(); this.#make() }}> <span>${label}</span></label>`
  }

  async #make() {
    const { view, planner } = this
    if (!view || !planner) return
    const { desk } = planner
    this.#made = desk
    const fragment = await fragmentOf(documentOf(desk, { ...!this.all && { only: desk.shown }, prices: this.prices, language: view.say.language }))
    if (this.#made !== desk) return
    this.link = `${planner.home ?? ''}${fragment}`
    this.copied = undefined
  }

  async #copy() {
    const input = this.querySelector('input[readonly]')
    if (!(input instanceof HTMLInputElement)) return
    try {
      await navigator.clipboard.writeText(this.link)
      this.copied = true
    } catch {
      // Not every page may use the clipboard: then the old way, and if that fails too, by hand.
      input.focus()
      input.select()
      this.copied = document.execCommand('copy')
    }
  }
}

if (!customElements.get('vp-share-panel')) customElements.define('vp-share-panel', SharePanel)
