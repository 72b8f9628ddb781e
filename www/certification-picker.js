// Certifications of the catalogue, chosen by typing a part of a name, an exam number or an area.
/** @import { Catalogue, Certification } from './pkg/index.js' */
/** @import { View } from './view.js' */
import { LitElement, html, nothing } from 'lit'
import { idOf } from './view.js'

/** More would be a list nobody reads; typing one letter more shortens it. */
const most = 40

/** A combobox with a list of what is chosen. It draws into its parent's tree, so labels and styles reach it. */
class CertificationPicker extends LitElement {
  static properties = {
    view: { attribute: false }, path: { attribute: false }, chosen: { attribute: false }, wrong: { attribute: false },
    describedBy: { attribute: false }, query: { state: true }, open: { state: true }, active: { state: true },
  }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    this.path = ''
    /** @type {string[]} */ this.chosen = []
    this.wrong = false
    this.describedBy = ''
    this.query = ''
    this.open = false
    this.active = 0
  }

  createRenderRoot() { return this }

  render() {
    const { view } = this
    if (!view) return nothing
    const id = idOf(this.path)
    const found = this.open ? this.#found() : []
    const active = found[this.active]
    const { ui } = view
    return html`
      ${this.chosen.length ? html`<ul class="chips">${this.chosen.map((each, index) => html`<li>${view.names.certification(each)}
        <button type="button" class="quiet" aria-label=${ui.remove(view.names.certification(each))} @click=${() => this.#remove(index)}>×</button></li>`)}</ul>` : nothing}
      <div class="combobox" @focusout=${this.#left}>
        <input id=${id} type="text" role="combobox" autocomplete="off" spellcheck="false" placeholder=${ui.certificationHint}
          aria-expanded=${this.open} aria-controls="${id}-options" aria-autocomplete="list" aria-activedescendant=${active ? `${id}-${active.id}` : nothing}
          aria-invalid=${this.wrong ? 'true' : nothing} aria-describedby=${this.describedBy || nothing}
          .value=${this.query} @input=${this.#typed} @click=${() => { this.open = true }} @keydown=${this.#pressed}>
        <ul id="${id}-options" role="listbox" aria-label=${view.m.fields.certifications} ?hidden=${!this.open}>
          ${found.map((each, index) => html`<li role="option" id="${id}-${each.id}" aria-selected=${index === this.active} class=${index === this.active ? 'active' : ''}
            @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.#choose(each.id)}>${this.#option(view, each)}</li>`)}
          ${this.open && !found.length ? html`<li role="option" aria-disabled="true" aria-selected="false">${ui.noCertificationFound}</li>` : nothing}
        </ul>
        <span class="hidden" role="status">${this.open && this.query ? ui.certificationsFound(found.length) : ''}</span>
      </div>`
  }

  updated() {
    if (this.open) this.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
  }

  /** @param {View} view @param {Certification} each */
  #option(view, each) {
    const counts = each.routes.map((route) => route.reduce((sum, { choose }) => sum + choose, 0))
    const [least, greatest] = [Math.min(...counts), Math.max(...counts)]
    const end = each.ends?.[0]?.day
    const ended = end !== undefined && end < view.typed('today')
    return html`<span>${view.text(each.name)}</span>
      <span class="soft">${view.m.tracks[each.track]} · ${view.m.levels[each.level]} · ${least === greatest ? view.ui.exams(least) : view.ui.examsFrom(least, greatest)}${
        end ? html` · <span class=${ended ? 'ended' : ''}>${ended ? view.ui.endedOn(view.say.shortDay(end)) : view.ui.endsOn(view.say.shortDay(end))}</span>` : nothing}</span>`
  }

  /** What matches every word typed. Ended ones come last: old plans still need them. */
  #found() {
    const { view } = this
    if (!view) return []
    const words = this.query.toLowerCase().split(/\s+/).filter(Boolean)
    const today = view.typed('today')
    const ended = (/** @type {Certification} */ each) => Number((each.ends?.[0]?.day ?? '9999') < today)
    return searchable(view.catalogue)
      .filter(({ certification, words: text }) => !this.chosen.includes(certification.id) && words.every((word) => text.includes(word)))
      .map(({ certification }) => certification)
      .sort((a, b) => ended(a) - ended(b))
      .slice(0, most)
  }

  /** @param {InputEvent & { target: HTMLInputElement }} event */
  #typed(event) {
    this.query = event.target.value
    this.open = true
    this.active = 0
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const count = this.#found().length
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      this.active = this.open && count ? (this.active + step + count) % count : 0
      this.open = true
    } else if (event.key === 'Enter') {
      // What is not in the list is kept as typed: the engine says at this field that it is unknown.
      const choice = this.open ? this.#found()[this.active]?.id : undefined
      if (choice || this.query.trim()) this.#choose(choice ?? this.query.trim())
    } else if (event.key === 'Escape' && this.open) this.open = false
    else if (event.key === 'Backspace' && !this.query && this.chosen.length) return this.#remove(this.chosen.length - 1)
    else return
    event.preventDefault()
  }

  /** @param {FocusEvent & { currentTarget: HTMLElement }} event */
  #left(event) {
    if (!event.currentTarget.contains(/** @type {Node | null} */ (event.relatedTarget))) {
      this.open = false
      this.view?.actions.touch(this.path)
    }
  }

  /** @param {string} id */
  #choose(id) {
    this.query = ''
    this.open = false
    this.view?.actions.set(this.path, [...this.chosen, id])
  }

  /** @param {number} index */
  #remove(index) {
    this.view?.actions.remove(this.path, index)
    this.querySelector('input')?.focus()
  }
}

/** @type {WeakMap<Catalogue, { certification: Certification, words: string }[]>} */
const prepared = new WeakMap()

/** Each certification with all one might type to find it. @param {Catalogue} catalogue */
function searchable(catalogue) {
  const ready = prepared.get(catalogue)
  if (ready) return ready
  const list = catalogue.certifications.map((certification) => {
    const area = catalogue.areas.find(({ id }) => id === certification.area)?.name
    const exams = certification.routes.flatMap((route) => route.flatMap(({ of }) => of))
    const words = [certification.id, certification.name.en, certification.name.zh, certification.track, area?.en, area?.zh, ...exams].join(' ').toLowerCase()
    return { certification, words }
  })
  prepared.set(catalogue, list)
  return list
}

if (!customElements.get('certification-picker')) customElements.define('certification-picker', CertificationPicker)
