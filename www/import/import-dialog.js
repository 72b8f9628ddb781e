// Rows from a spreadsheet or a file, shown as the planner understands them before anything is taken: columns, forms and mistakes can be looked at and put right.
/** @import { ScenarioGroup } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { Encoding } from './encoding.js' */
/** @import { Choices, Kind } from './reading.js' */
/** @import { Read } from './groups.js' */
/** @import { PriceRow } from './prices.js' */
import { LitElement, html, nothing } from 'lit'
import { columnsOf } from '../grid/columns.js'
import { newGroup } from '../view/groups.js'
import { decode, encodings } from './encoding.js'
import { filled, readGroupCell } from './groups.js'
import { priced, productOfRow, readPriceCell } from './prices.js'
import { fieldsOf, guessed, read, withGuesses } from './reading.js'
import { delimiters, readTable } from './table.js'

/** Where rows come from: a text, or a file's bytes. @typedef {{ text?: string, file?: File, at?: { row: number, column: number } }} Source */
/** What becomes of the groups that are there. @typedef {'fill' | 'add' | 'replace'} Mode */

/** Rows of the preview; what is wrong further down stands in the list of mistakes. */
const shownRows = 50

class ImportDialog extends LitElement {
  static properties = {
    view: { attribute: false }, kind: { attribute: false }, source: { attribute: false }, bytes: { state: true }, text: { state: true }, rows: { state: true },
    encoding: { state: true }, delimiter: { state: true }, choices: { state: true }, mode: { state: true }, dragging: { state: true },
  }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    /** @type {Kind} */ this.kind = 'groups'
    /** @type {Source} */ this.source = {}
    /** @type {Uint8Array<ArrayBuffer> | undefined} */ this.bytes = undefined
    /** @type {string | undefined} */ this.text = undefined
    /** @type {string[][]} */ this.rows = []
    /** @type {Encoding} */ this.encoding = 'utf-8'
    this.delimiter = '\t'
    /** @type {Choices | undefined} */ this.choices = undefined
    /** @type {Mode} */ this.mode = 'add'
    this.dragging = false
  }

  createRenderRoot() { return this }

  connectedCallback() {
    super.connectedCallback()
    const { text, file } = this.source
    if (file) this.#takeFile(file)
    else if (text) this.#takeText(text)
  }

  firstUpdated() { this.querySelector('dialog')?.showModal() }

  /** @param {File} file */
  async #takeFile(file) {
    this.bytes = new Uint8Array(await file.arrayBuffer())
    const { text, encoding } = decode(this.bytes)
    this.encoding = encoding
    this.#takeText(text)
  }

  /** @param {string} text @param {string} [delimiter] */
  #takeText(text, delimiter) {
    const { view, kind } = this
    if (!view || !text.trim()) return
    this.text = text
    const table = readTable(text, delimiter)
    this.rows = table.rows
    this.delimiter = table.delimiter
    const { at } = this.source
    this.choices = guessed(kind, table.rows, at && columnsOf(view).slice(at.column))
    const blank = kind === 'groups' && (view.input.groups ?? []).every(({ people, name, certifications }) => !people && !name && !certifications?.length)
    this.mode = at && !this.choices.headed ? 'fill' : blank ? 'replace' : 'add'
  }

  render() {
    const { view } = this
    if (!view) return nothing
    const words = view.m.inputs
    return html`<dialog class="import" aria-labelledby="import-title" @close=${() => this.remove()} @keydown=${(/** @type {Event} */ event) => event.stopPropagation()}
        @dragover=${this.#dragged} @dragleave=${() => { this.dragging = false }} @drop=${this.#dropped}>
      <div class="import-head"><h2 id="import-title" tabindex="-1" ?autofocus=${this.choices !== undefined}>${this.kind === 'groups' ? words.importGroups : words.importPrices}</h2>
        <button type="button" class="link" @click=${this.#close}>${words.cancel}</button></div>
      ${this.choices ? this.#preview(view, this.choices) : this.#invitation(view)}
    </dialog>`
  }

  /** @param {View} view */
  #invitation(view) {
    const words = view.m.inputs
    return html`<div class="import-body ${this.dragging ? 'dragging' : ''}">
      <p>${this.kind === 'groups' ? words.bringGroups : words.bringPrices}</p>
      <p class="soft">${words.understood(view.say.list(fieldsOf(this.kind).map((field) => labelOf(view, field))))}</p>
      <div class="field wide"><label for="import-text">${words.pasteHere}</label>
        <textarea id="import-text" rows="5" spellcheck="false" autofocus @paste=${this.#pasted} @change=${(/** @type {Event & { target: HTMLTextAreaElement }} */ event) => this.#takeText(event.target.value)}></textarea></div>
      <div class="with-file"><button type="button" @click=${() => /** @type {HTMLInputElement | null} */ (this.querySelector('#import-file'))?.click()}>${words.chooseFile}</button> <span class="soft">${words.orDrop}</span>
        <input id="import-file" class="hidden" type="file" tabindex="-1" aria-hidden="true" accept=".csv,.tsv,.txt,.tab,text/csv,text/tab-separated-values,text/plain" @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => { const file = event.target.files?.[0]; if (file) this.#takeFile(file) }}></div>
      <p class="soft">${words.staysHere}</p>
    </div>`
  }

  /** @param {View} view @param {Choices} choices */
  #preview(view, choices) {
    const words = view.m.inputs
    const result = this.#read(view, choices)
    const { mistakes, more, entries } = result
    const asking = choices.order === 'ask'
    const taken = this.kind === 'groups' ? entries.length : this.#priceRows(view, entries).known.length
    const left = entries.length - taken
    const wrong = new Map(mistakes.map((each) => [`${each.row}/${each.column}`, each]))
    const skip = choices.headed ? 1 : 0
    return html`<div class="import-body">
      <div class="import-choices">
        ${this.bytes ? this.#select(words.encoding, encodings.map((each) => [each, words.encodings[each]]), this.encoding, (value) => this.#encoded(/** @type {Encoding} */ (value))) : nothing}
        ${this.#select(words.delimiter, delimiters.map((each) => [each, words.delimiters[each]]), this.delimiter, (value) => this.#takeText(this.text ?? '', value))}
        ${this.#select(words.decimal, [['.', '1,234.50'], [',', '1.234,50']], choices.decimal, (value) => { this.choices = { ...choices, decimal: /** @type {'.' | ','} */ (value) } })}
        ${this.kind === 'groups' ? this.#select(words.mode, /** @type {Mode[]} */ ([...this.source.at ? ['fill'] : [], 'add', 'replace']).map((each) => [each, each === 'fill' ? words.modes.fill(view.groupName(this.source.at?.row ?? 0)) : words.modes[each]]), this.mode, (value) => { this.mode = /** @type {Mode} */ (value) }) : nothing}
        <label class="tick"><input type="checkbox" .checked=${choices.headed} @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => { this.choices = withGuesses(this.rows, { ...choices, headed: event.target.checked }) }}> ${words.headed}</label>
      </div>
      ${asking || choices.order ? html`<fieldset class="ask ${asking ? 'open' : ''}"><legend>${words.whichFirst(this.#ambiguous(choices))}</legend>
        ${/** @type {const} */ (['dmy', 'mdy']).map((order) => html`<label class="tick"><input type="radio" name="order" .checked=${choices.order === order} @change=${() => { this.choices = { ...choices, order } }}> ${words.orders[order]}</label>`)}</fieldset>` : nothing}
      <div class="import-table" tabindex="0" role="region" aria-label=${words.preview}><table>
        <caption class="hidden">${words.preview}</caption>
        <thead><tr><th scope="col"><span class="hidden">${words.row}</span></th>${choices.fields.map((field, column) => html`<th scope="col">
          <select aria-label=${words.column(column + 1, choices.headed ? this.rows[0]?.[column] ?? '' : '')} @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => this.#mapped(choices, column, event.target.value)}>
            <option value="" .selected=${!field}>${words.ignored}</option>${fieldsOf(this.kind).map((each) => html`<option value=${each} .selected=${each === field}>${labelOf(view, each)}</option>`)}</select></th>`)}</tr></thead>
        <tbody>${this.rows.slice(0, shownRows + skip).map((row, index) => html`<tr class=${index < skip ? 'soft' : ''}><th scope="row">${index + 1}</th>${row.map((text, column) => {
          const mistake = index < skip ? undefined : wrong.get(`${index + 1}/${column}`)
          const field = choices.fields[column]
          return html`<td class="${mistake ? 'wrong' : ''} ${field ? '' : 'soft'}">${mistake ? html`<span aria-hidden="true">! </span>` : nothing}${index < skip || !field || mistake ? text : this.#meaning(view, field, text, choices)}${
            mistake ? html`<small>${words.reasons[mistake.reason](mistake.about ?? '')}</small>` : nothing}</td>`
        })}</tr>`)}</tbody></table></div>
      ${this.rows.length > shownRows + skip ? html`<p class="soft">${words.moreRows(view.say.count(this.rows.length - shownRows - skip))}</p>` : nothing}
      ${mistakes.length ? html`<details class="mistakes" ?open=${mistakes.length < 10}><summary>${words.mistakes(mistakes.length + more)}</summary>
        <p class="soft">${words.keptAsTyped}</p>
        <ol>${mistakes.map((each) => html`<li>${words.mistake(each.row, labelOf(view, each.field), each.text)}${view.ui.space}${words.reasons[each.reason](each.about ?? '')}</li>`)}</ol>
        ${more ? html`<p>${words.moreMistakes(view.say.count(more))}</p>` : nothing}</details>` : nothing}
      ${left && this.kind === 'prices' ? html`<p class="problem">${words.leftOut(left)}</p>` : nothing}
    </div>
    <div class="import-foot">
      <p role="status">${asking ? words.answerFirst : choices.fields.some(Boolean) ? '' : words.noColumns}</p>
      <button type="button" class="main" ?disabled=${asking || !taken} @click=${() => this.#apply(view, choices)}>${this.kind === 'groups' ? words.takeGroups(taken) : words.takePrices(taken)}</button>
      <button type="button" @click=${this.#again}>${words.otherSource}</button>
    </div>`
  }

  /** @param {string} label @param {[string, string][]} options @param {string} value @param {(value: string) => void} choose */
  #select(label, options, value, choose) {
    return html`<label class="field"><span>${label}</span> <select @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => choose(event.target.value)}>${
      options.map(([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`)}</select></label>`
  }

  /** @param {View} view @param {Choices} choices */
  #read(view, choices) { return read(this.rows, choices, (field, text) => this.#readCell(view, field, text, choices)) }

  /** @param {View} view @param {string} field @param {string} text @param {Choices} choices @returns {Read | undefined} */
  #readCell(view, field, text, { order, decimal }) {
    const means = { catalogue: view.catalogue, sites: view.input.sites ?? [], order: order === 'ask' ? undefined : order, decimal }
    if (this.kind === 'groups') return readGroupCell(field, text, means)
    return readPriceCell(field, text, { ...means, prices: view.input.prices ?? [], currency: view.input.currency ?? '' })
  }

  /** What a cell was understood to mean. @param {View} view @param {string} field @param {string} text @param {Choices} choices */
  #meaning(view, field, text, choices) {
    const cell = this.#readCell(view, field, text, choices)
    const name = (/** @type {unknown} */ id) => (field === 'product' ? view.names.product(String(id)) : field === 'site' ? view.names.site(String(id)) : view.names.certification(String(id)))
    const value = cell?.value
    if (Array.isArray(value)) return view.say.list(value.map((each) => (typeof each === 'string' ? name(each) : view.say.shortDay(each.day) + (each.people && ` (${each.people})`))))
    if (field === 'audience') return view.m.audiences[/** @type {import('../pkg/index.js').Audience} */ (value)] ?? text
    if (field === 'preparationStart' && typeof value === 'string') return view.say.shortDay(value)
    return field === 'product' || field === 'site' ? name(value) : String(value ?? '')
  }

  /** A day that could be read both ways, to ask about. @param {Choices} choices */
  #ambiguous(choices) {
    const columns = choices.fields.flatMap((field, column) => (field === 'sittings' || field === 'preparationStart' ? [column] : []))
    return this.rows.flatMap((row) => columns.map((column) => row[column] ?? '')).find((text) => /^\s*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(text.normalize('NFKC'))) ?? ''
  }

  /** Rows of a price list whose products are known. @param {View} view @param {Record<string, Read>[]} entries */
  #priceRows(view, entries) {
    const means = { catalogue: view.catalogue, sites: [], prices: view.input.prices ?? [], currency: view.input.currency ?? '' }
    const rows = entries.map((fields) => /** @type {PriceRow} */ (valuesOf(fields)))
    // One agreement has one currency: prices in another would be taken for something they are not.
    const currency = (means.currency || rows.find((row) => row.currency)?.currency)?.toUpperCase()
    const known = rows.flatMap((row) => {
      const product = productOfRow(row, means)
      return product && row.price !== undefined && (!row.currency || row.currency.toUpperCase() === currency) ? [{ ...row, product }] : []
    })
    return { known, currency }
  }

  /** @param {View} view @param {Choices} choices */
  #apply(view, choices) {
    const { entries } = this.#read(view, choices)
    const { path, input } = view
    if (this.kind === 'prices') {
      const { known, currency } = this.#priceRows(view, entries)
      view.actions.setAll([[`${path}.prices`, priced(input.prices ?? [], known)], ...currency && !input.currency ? [/** @type {[string, unknown]} */ ([`${path}.currency`, currency])] : []], `${path}.prices`)
    } else {
      const groups = input.groups ?? []
      const from = this.mode === 'fill' ? this.source.at?.row ?? 0 : this.mode === 'add' ? groups.length : 0
      const taken = filled(this.mode === 'replace' ? [] : groups, entries.map((fields) => /** @type {Partial<ScenarioGroup>} */ (valuesOf(fields))), from, newGroup(view))
      view.actions.setAll([[`${path}.groups`, taken]], `${path}.groups[${from}].name`)
      view.actions.goTo(`${path}.groups[${from}].name`)
    }
    this.#close()
  }

  /** @param {Choices} choices @param {number} column @param {string} field */
  #mapped(choices, column, field) {
    // A field is in one column: the one chosen last.
    const fields = choices.fields.map((each, place) => (place === column ? field : each === field ? '' : each))
    this.choices = withGuesses(this.rows, { ...choices, fields })
  }

  /** @param {Encoding} encoding */
  #encoded(encoding) {
    if (!this.bytes) return
    this.encoding = encoding
    this.#takeText(decode(this.bytes, encoding).text)
  }

  #again = () => {
    this.choices = undefined
    this.bytes = undefined
    this.source = { ...this.source.at ? { at: this.source.at } : {} }
  }

  #close = () => this.querySelector('dialog')?.close()

  /** @param {ClipboardEvent} event */
  #pasted = (event) => {
    const text = event.clipboardData?.getData('text/plain')
    if (!text?.trim()) return
    event.preventDefault()
    this.#takeText(text)
  }

  /** @param {DragEvent} event */
  #dragged = (event) => {
    event.preventDefault()
    this.dragging = true
  }

  /** @param {DragEvent} event */
  #dropped = (event) => {
    event.preventDefault()
    this.dragging = false
    const file = event.dataTransfer?.files[0]
    if (file) this.#takeFile(file)
    else this.#takeText(event.dataTransfer?.getData('text/plain') ?? '')
  }
}

/** A field's name. @param {View} view @param {string} field */
const labelOf = (view, field) => (field === 'units' ? view.m.inputs.fromUnits : field === 'sittings' ? view.ui.sitting : /** @type {Record<string, string>} */ (view.m.fields)[field] ?? field)

/** @param {Record<string, Read>} fields */
const valuesOf = (fields) => Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]))

if (!customElements.get('vp-import-dialog')) customElements.define('vp-import-dialog', ImportDialog)

/** Shows the dialog above the planner. @param {View} view @param {Kind} kind @param {Node} near something of the planner @param {Source} source */
export function show(view, kind, near, source) {
  const dialog = /** @type {ImportDialog} */ (document.createElement('vp-import-dialog'))
  Object.assign(dialog, { view, kind, source })
  const root = /** @type {ShadowRoot} */ (near.getRootNode())
  root.append(dialog)
}
