// The field to paste holidays into: it says what it understood before anything is taken, and keeps what it did not.
/** @import { View } from './view.js' */
import { LitElement, html, nothing } from 'lit'
import { readHolidays } from './holiday-reader.js'

/** It draws into its parent's tree, so labels and styles reach it. */
class HolidayPaste extends LitElement {
  static properties = { view: { attribute: false }, text: { state: true } }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    this.text = ''
  }

  createRenderRoot() { return this }

  render() {
    const { view, text } = this
    if (!view) return nothing
    const words = view.m.agreement
    const { days, wrong, repeating } = readHolidays(text)
    const known = new Set(view.input.calendar?.holidays?.map(String))
    const fresh = days.filter((day) => !known.has(day))
    return html`<div class="field wide"><label for="holiday-paste">${words.paste}</label>
      <textarea id="holiday-paste" rows="3" spellcheck="false" aria-describedby="holiday-paste-hint holiday-paste-read" .value=${text}
        @input=${(/** @type {Event & { target: HTMLTextAreaElement }} */ event) => { this.text = event.target.value }}></textarea>
      <p class="hint" id="holiday-paste-hint">${words.pasteHint}</p>
      <p class=${wrong.length ? 'problem' : 'hint'} id="holiday-paste-read" role="status">${text.trim() ? view.sentences(
        words.understood(fresh.length, days.length - fresh.length),
        wrong.length ? words.notDays(view.say.list(wrong.slice(0, 3)), wrong.length) : nothing,
        repeating ? words.repeating(repeating) : nothing,
      ) : nothing}</p>
      ${fresh.length ? html`<button type="button" @click=${() => this.#take(fresh, wrong)}>${words.takeHolidays(fresh.length)}</button>` : nothing}
    </div>`
  }

  /** @param {string[]} days @param {string[]} wrong what stays to be put right */
  #take(days, wrong) {
    const { view } = this
    const path = `${view?.path}.calendar.holidays`
    view?.actions.setAll([[path, [...view.input.calendar?.holidays ?? [], ...days]]], path)
    this.text = wrong.join('\n')
    this.querySelector('textarea')?.focus()
  }
}

if (!customElements.get('vp-holiday-paste')) customElements.define('vp-holiday-paste', HolidayPaste)
