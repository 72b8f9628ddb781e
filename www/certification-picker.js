// Certifications of the catalogue, chosen by typing a part of a name, an exam number or an area, or by going through an area.
/** @import { Catalogue, Certification, Track } from './pkg/index.js' */
/** @import { View } from './view.js' */
import { LitElement, html, nothing } from 'lit'
import { placeBelow } from './place-below.js'
import { idOf } from './view.js'

/** More would be a list nobody reads; typing one letter more shortens it. */
const most = 60
/** How wide the list is where there is room, in pixels. */
const width = 440

/** A combobox with a list of what is chosen. It draws into its parent's tree, so labels and styles reach it. */
class CertificationPicker extends LitElement {
  static properties = {
    view: { attribute: false }, path: { attribute: false }, label: { attribute: false }, chosen: { attribute: false }, wrong: { attribute: false }, describedBy: { attribute: false },
    inCell: { attribute: false }, query: { state: true }, open: { state: true }, active: { state: true }, area: { state: true }, track: { state: true }, ended: { state: true },
  }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    this.path = ''
    this.label = ''
    /** @type {string[]} */ this.chosen = []
    this.wrong = false
    this.describedBy = ''
    /** Whether it stands in a cell of a grid, which has no label of its own and opens it by going there. */ this.inCell = false
    /** What was typed to come here. @type {string | undefined} */ this.start = undefined
    this.query = ''
    this.open = false
    /** The option that Enter takes; none before something is typed. */ this.active = -1
    /** Only this solution area. */ this.area = ''
    /** Only this track. */ this.track = ''
    /** Whether to list what has ended. */ this.ended = false
  }

  createRenderRoot() { return this }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('scroll', this.#place, true)
    addEventListener('resize', this.#place)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('scroll', this.#place, true)
    removeEventListener('resize', this.#place)
  }

  firstUpdated() {
    if (!this.inCell) return
    this.query = this.start ?? ''
    this.active = this.query ? 0 : -1
    this.open = true
  }

  render() {
    const { view } = this
    if (!view) return nothing
    const id = idOf(this.path)
    const { ui } = view
    const { listed, ended, more } = this.open ? this.#found() : { listed: [], ended: 0, more: 0 }
    const active = listed[this.active]
    return html`
      ${this.chosen.length ? html`<ul class="chips">${this.chosen.map((each, index) => html`<li>${view.names.certification(each)}
        <button type="button" class="quiet" aria-label=${ui.remove(view.names.certification(each))} @pointerdown=${stay} ?hidden=${view.locked} @click=${() => this.#remove(index)}>×</button></li>`)}</ul>` : nothing}
      <div class="combobox" @focusout=${this.#left} @keydown=${this.#escaped}>
        <input id=${id} type="text" ?disabled=${view.locked} role="combobox" autocomplete="off" spellcheck="false" placeholder=${ui.certificationHint} aria-label=${this.inCell ? this.label : nothing}
          aria-expanded=${this.open} aria-controls="${id}-options" aria-autocomplete="list" aria-activedescendant=${active ? `${id}-${active.id}` : nothing}
          aria-invalid=${this.wrong ? 'true' : nothing} aria-describedby=${this.describedBy || nothing}
          .value=${this.query} @input=${this.#typed} @click=${() => { this.open = true }} @keydown=${this.#pressed}>
        <div class="list" popover="manual">
          ${this.open ? this.#filters(view) : nothing}
          <div id="${id}-options" role="listbox" aria-label=${view.m.fields.certifications} @pointerdown=${stay}>
            ${grouped(view, listed).map(([head, members]) => html`<div role="group" aria-label=${head}><p aria-hidden="true">${head}</p>${members.map(({ each, index }) => html`<div role="option" id="${id}-${each.id}"
              aria-selected=${index === this.active} class=${index === this.active ? 'active' : ''} @click=${() => this.#choose(each.id)}>${this.#option(view, each, head)}</div>`)}</div>`)}
            ${this.open && !listed.length ? html`<div role="option" aria-disabled="true" aria-selected="false">${ui.noCertificationFound}</div>` : nothing}
          </div>
          ${more ? html`<p class="hint">${view.m.inputs.moreMatches(more)}</p>` : nothing}
          ${ended || this.ended ? html`<label class="tick"><input type="checkbox" .checked=${this.ended} @change=${this.#toggled}> ${view.m.inputs.withEnded(view.say.count(ended))}</label>` : nothing}
        </div>
        <span class="hidden" role="status">${this.open && this.query ? ui.certificationsFound(listed.length + more) : ''}</span>
      </div>`
  }

  updated() {
    const list = /** @type {HTMLElement | null} */ (this.querySelector('.list'))
    if (!list?.isConnected) return
    if (list.matches(':popover-open') !== this.open) list.togglePopover(this.open)
    this.#place()
    this.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
  }

  /** @param {Event} [event] */
  #place = (event) => {
    const list = this.querySelector('.list')
    // Above there is what is chosen: the list goes beyond that too.
    if (this.open && list instanceof HTMLElement && !(event?.target instanceof Node && list.contains(event.target))) placeBelow(list, this, { width })
  }

  /** @param {View} view */
  #filters(view) {
    const words = view.m.inputs
    const tracks = /** @type {Track[]} */ ([...new Set(view.catalogue.certifications.map(({ track }) => track))])
    return html`<div class="filters">
      <select aria-label=${words.area} @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => { this.area = event.target.value; this.active = -1 }}>
        <option value="">${words.everyArea}</option>${view.catalogue.areas.map(({ id, name }) => html`<option value=${id} .selected=${id === this.area}>${view.text(name)}</option>`)}</select>
      <select aria-label=${words.track} @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => { this.track = event.target.value; this.active = -1 }}>
        <option value="">${words.everyTrack}</option>${tracks.map((track) => html`<option value=${track} .selected=${track === this.track}>${view.m.tracks[track]}</option>`)}</select>
    </div>`
  }

  /** @param {View} view @param {Certification} each @param {string} head what stands above it */
  #option(view, each, head) {
    const counts = each.routes.map((route) => route.reduce((sum, { choose }) => sum + choose, 0))
    const [least, greatest] = [Math.min(...counts), Math.max(...counts)]
    const end = each.ends?.[0]?.day
    const ended = end !== undefined && hasEnded(view, each)
    const track = view.m.tracks[each.track]
    return html`<span>${view.text(each.name)}</span>
      <span class="soft">${track === head ? '' : `${track} · `}${view.m.levels[each.level]} · ${least === greatest ? view.ui.exams(least) : view.ui.examsFrom(least, greatest)}${
        end ? html` · <span class=${ended ? 'ended' : ''}>${ended ? view.ui.endedOn(view.say.shortDay(end)) : view.ui.endsOn(view.say.shortDay(end))}</span>` : nothing}</span>`
  }

  /** What matches every word typed and the filters. Ended ones wait behind: they come where asked for, or where nothing else matches. */
  #found() {
    const { view } = this
    if (!view) return { listed: [], ended: 0, more: 0 }
    const words = this.query.toLowerCase().split(/\s+/).filter(Boolean)
    const matches = searchable(view.catalogue)
      .filter(({ certification: { id, area, track }, words: text }) => !this.chosen.includes(id) && (!this.area || area === this.area) && (!this.track || track === this.track) && words.every((word) => text.includes(word)))
      .map(({ certification }) => certification)
    const [over, current] = [matches.filter((each) => hasEnded(view, each)), matches.filter((each) => !hasEnded(view, each))]
    const all = this.ended || !current.length ? [...current, ...over] : current
    const listed = grouped(view, all.slice(0, most)).flatMap(([, members]) => members.map(({ each }) => each))
    return { listed, ended: over.length, more: all.length - listed.length }
  }

  /** @param {InputEvent & { target: HTMLInputElement }} event */
  #typed(event) {
    event.stopPropagation()
    this.query = event.target.value
    this.open = true
    this.active = this.query.trim() ? 0 : -1
  }

  /** @param {Event & { target: HTMLInputElement }} event */
  #toggled(event) {
    this.ended = event.target.checked
    this.active = -1
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.isComposing) return
    const { listed } = this.#found()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !event.altKey) {
      const count = listed.length
      this.active = !this.open || !count ? Math.min(0, count - 1) : this.active < 0 ? (step > 0 ? 0 : count - 1) : (this.active + step + count) % count
      this.open = true
    } else if (event.key === 'Enter') {
      // What is not in the list is kept as typed: the engine says at this field that it is unknown.
      const choice = (this.open ? listed[this.active]?.id : undefined) ?? this.query.trim()
      if (!choice) return
      this.#choose(choice)
    } else if (event.key === 'Backspace' && !this.query && this.chosen.length) this.#remove(this.chosen.length - 1)
    else return
    event.preventDefault()
  }

  /** Escape closes the list first, from wherever in it. @param {KeyboardEvent} event */
  #escaped(event) {
    if (event.key !== 'Escape' || !this.open) return
    this.open = false
    this.query = ''
    this.querySelector('input')?.focus()
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
    this.active = -1
    this.view?.actions.set(this.path, [...this.chosen, id])
  }

  /** @param {number} index */
  #remove(index) {
    this.view?.actions.remove(this.path, index)
    this.querySelector('input')?.focus()
  }
}

/** A press on what belongs to a field leaves the cursor in it. @param {Event} event */
const stay = (event) => event.preventDefault()

/** Whether a certification can no longer be earned on the scenario's day. @param {View} view @param {Certification} certification */
const hasEnded = (view, { ends }) => (ends?.[0]?.day ?? '9999') < view.typed('today')

/** By solution area; where there is none, by track. @param {View} view @param {Certification[]} list @returns {[string, { each: Certification, index: number }[]][]} */
function grouped(view, list) {
  /** @type {Map<string, Certification[]>} */
  const groups = new Map()
  for (const each of list) {
    const head = view.text(view.catalogue.areas.find(({ id }) => id === each.area)?.name) || view.m.tracks[each.track]
    groups.set(head, [...groups.get(head) ?? [], each])
  }
  let index = 0
  return [...groups].map(([head, members]) => [head, members.map((each) => ({ each, index: index++ }))])
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

if (!customElements.get('vp-certification-picker')) customElements.define('vp-certification-picker', CertificationPicker)
