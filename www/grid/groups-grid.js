// The grid of groups: one row for each, values as text, and a field only where somebody is typing.
/** @import { ScenarioGroup } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { Column } from './columns.js' */
import { LitElement, html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { described, remarks } from '../field.js'
import { idOf } from '../view.js'
import { blankText, columnsOf, hasSeveralDays, labelOfColumn, linesOf, numeric, pathOf, severalSites } from './columns.js'

/** A cell that is being edited: what stood there, and what was typed to begin. @typedef {{ before: unknown, start?: string | undefined, pointer?: boolean }} Edit */
/** A place in the grid; behind the columns come the two buttons of a row. @typedef {{ row: number, column: number }} Place */

/**
 * It draws into its parent's tree, so labels and styles reach it. Keys, editing and the clipboard are loaded after the first
 * answer (`working.js`); until then a click is remembered.
 */
export class GroupsGrid extends LitElement {
  static properties = {
    view: { attribute: false }, at: { state: true }, from: { state: true }, edit: { state: true }, open: { state: true },
  }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    /** The active cell: the one Tab comes to. @type {Place} */ this.at = { row: 0, column: 0 }
    /** Where a selection of several cells begins. @type {Place | undefined} */ this.from = undefined
    /** @type {Edit | undefined} */ this.edit = undefined
    /** Rows whose details are open. @type {ReadonlySet<number>} */ this.open = new Set()
    /** The field to go to once it is drawn: the active cell, or an element by its id. @type {'cell' | { id: string } | undefined} */ this.wanted = undefined
  }

  createRenderRoot() { return this }

  get groups() { return this.view?.input.groups ?? [] }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    const last = this.groups.length - 1
    if (this.at.row > last && last >= 0) this.at = { ...this.at, row: last }
    const before = /** @type {View | undefined} */ (changed.get('view'))
    if (before && (before.path !== this.view?.path || before.desk.shown !== this.view.desk.shown)) Object.assign(this, { edit: undefined, from: undefined, open: new Set() })
  }

  render() {
    const { view } = this
    if (!view) return nothing
    const columns = columnsOf(view)
    const said = saidOf(view)
    const handlers = { handleEvent: (/** @type {Event} */ event) => view.later?.gridWork.handle(this, event) }
    return html`<table role="grid" class="grid ${severalSites(view) ? 'with-sites' : ''} ${(view.input.groups?.length ?? 0) > 40 ? 'many' : ''}" aria-label=${view.ui.groups} aria-multiselectable="true" aria-readonly=${view.locked ? 'true' : nothing}
      @keydown=${handlers} @click=${this.#clicked} @focusin=${this.#entered} @focusout=${handlers} @copy=${handlers} @cut=${handlers} @paste=${handlers} @dragover=${handlers} @drop=${handlers}>
      <thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" class="${column} ${numeric.has(column) ? 'number' : ''}">${view.ui.heads[column]}</th>`)}
        <th role="columnheader" class="to-details"><span class="hidden">${view.ui.details}</span></th><th role="columnheader" class="to-menu"><span class="hidden">${view.ui.rowMenu}</span></th></tr></thead>
      ${this.groups.map((group, row) => guard(this.#reasons(view, group, row, said.get(row)), () => this.#body(view, columns, group, row, said.get(row)?.paths ?? [])))}
    </table>`
  }

  /** All that a row's drawing depends on: a row that is neither edited nor open is drawn again only where one of these is another. @param {View} view @param {ScenarioGroup} group @param {number} row @param {Said | undefined} said */
  #reasons(view, group, row, said) {
    const here = this.at.row === row
    const range = this.from && this.#rangeOf(row)
    return [group, view.m, view.later, view.catalogue, view.input.sites, said?.key, here ? this.at.column : -1, range ? range.join() : '', here && this.edit, here && this.edit || this.open.has(row) ? view : undefined, this.open.has(row)]
  }

  /** The selected columns of a row, first and last. @param {number} row @returns {[number, number] | undefined} */
  #rangeOf(row) {
    const from = this.from ?? this.at
    const [top, bottom] = [Math.min(from.row, this.at.row), Math.max(from.row, this.at.row)]
    return row < top || row > bottom ? undefined : [Math.min(from.column, this.at.column), Math.max(from.column, this.at.column)]
  }

  /** @param {View} view @param {Column[]} columns @param {ScenarioGroup} group @param {number} row @param {string[]} paths of what is said about it */
  #body(view, columns, group, row, paths) {
    const name = group.name || view.ui.group(row + 1)
    const tab = (/** @type {number} */ column) => (this.at.row === row && this.at.column === column ? 0 : -1)
    const open = this.open.has(row)
    const range = this.from && this.#rangeOf(row)
    const below = paths.filter((path) => !open || !isInDetails(path, hasSeveralDays(group)))
    const detailsId = `group-details-${row}`
    return html`<tbody role="rowgroup" aria-label=${view.ui.group(row + 1)}>
      <tr role="row">
        ${columns.map((column, place) => this.#cell(view, group, row, column, tab(place), range && place >= range[0] && place <= range[1], paths))}
        <td role="gridcell" class="to-details"><button type="button" class="quiet" tabindex=${tab(columns.length)} aria-expanded=${open} aria-controls=${detailsId}
          aria-label=${view.ui.detailsOf(name)} title=${view.ui.details}><span aria-hidden="true" class="sign">${open ? '▾' : '▸'}</span></button></td>
        <td role="gridcell" class="to-menu"><button type="button" class="quiet" ?hidden=${view.locked} tabindex=${tab(columns.length + 1)} aria-haspopup="menu"
          aria-label=${view.ui.rowMenuOf(name)} title=${view.ui.rowMenu}><span aria-hidden="true">⋯</span></button></td>
      </tr>
      <tr role="row" class="below" id=${detailsId} ?hidden=${!open && !below.length}><td role="gridcell" colspan=${columns.length + 2}>
        ${below.map((path) => html`<div class="at-cell"><b>${labelWithin(view, path)}</b>${remarks(view, path)}</div>`)}
        ${open ? view.later?.groupDetails(view, row) : nothing}
      </td></tr>
    </tbody>`
  }

  /** @param {View} view @param {ScenarioGroup} group @param {number} row @param {Column} column @param {number} tab @param {boolean | undefined} selected @param {string[]} paths */
  #cell(view, group, row, column, tab, selected, paths) {
    const path = pathOf(view, row, column)
    const own = paths.filter((each) => each === path || each.startsWith(`${path}[`) || column === 'sittings' && each.includes('.sittings'))
    const wrong = own.some((each) => view.problemsAt(each).length)
    const blocked = own.some((each) => view.findingsAt(each).some(({ severity }) => severity === 'blocker'))
    const editing = tab === 0 && this.edit && view.later
    const lines = editing ? [] : linesOf(view, group, column)
    return html`<td role=${column === 'name' ? 'rowheader' : 'gridcell'} id="cell-${idOf(path)}" data-column=${column} data-label=${view.ui.heads[column]} tabindex=${editing ? nothing : tab}
      class="cell ${column} ${numeric.has(column) ? 'number' : ''} ${editing ? 'editing' : ''} ${own.length ? (wrong ? 'wrong' : blocked ? 'warned blocked' : 'warned') : ''}"
      aria-selected=${selected === undefined ? nothing : selected} aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${own.map((each) => described(view, each)).filter(Boolean).join(' ') || nothing}>${
      editing ? view.later?.cellEditor(this, view, row, column, path, `${labelOfColumn(view, column)}, ${view.ui.group(row + 1)}`)
        : lines.length ? lines.map((line) => html`<span>${line}</span>`) : html`<span class="blank" aria-hidden=${blankText(view, row, column) === '···' ? 'true' : nothing}>${blankText(view, row, column)}</span>`}</td>`
  }

  /** @param {Event} event */
  #clicked(event) {
    const place = this.placeOf(event.target)
    const cell = /** @type {HTMLElement} */ (event.target).closest('[data-column]')
    if (place && cell && !cell.classList.contains('editing')) this.begin(place, { pointer: true })
    else this.view?.later?.gridWork.handle(this, event)
  }

  /** Whoever comes into a cell, by whatever way, makes it the active one. @param {Event} event */
  #entered(event) {
    const place = this.placeOf(event.target)
    if (place && !this.edit && (place.row !== this.at.row || place.column !== this.at.column)) this.at = place
  }

  /** The place of an element, where it is in a cell or a row's button and not beneath the row. @param {EventTarget | null} element @returns {Place | undefined} */
  placeOf(element) {
    const cell = element instanceof Element ? element.closest('td') : null
    const line = cell?.parentElement
    if (!cell || !line || line.classList.contains('below')) return undefined
    return { row: [...this.querySelectorAll('tbody')].indexOf(/** @type {HTMLTableSectionElement} */ (line.parentElement)), column: [...line.children].indexOf(cell) }
  }

  /** Makes a cell the active one and puts a field there. @param {Place} place @param {Partial<Edit>} [how] */
  begin(place, how = {}) {
    const { view } = this
    const column = view && columnsOf(view)[place.column]
    if (!view || !column || view.locked && !(column === 'sittings' && hasSeveralDays(this.groups[place.row]))) return this.moveTo(place)
    if (this.edit) view.later?.gridWork.finish(this)
    this.from = undefined
    // Several exam days have fields of their own beneath the row.
    if (column === 'sittings' && hasSeveralDays(this.groups[place.row])) return this.showDetails(place.row, `${view.path}.groups[${place.row}].sittings[0].day`)
    this.at = place
    this.edit = { before: /** @type {Record<string, unknown>} */ (this.groups[place.row])?.[column], ...how }
    this.wanted = 'cell'
  }

  /** Makes a cell the active one and goes there. @param {Place} place */
  moveTo(place) {
    this.edit = undefined
    this.at = place
    this.wanted = 'cell'
    this.requestUpdate()
  }

  /** Opens the details of a row, and goes to a field of them. @param {number} row @param {string} [path] */
  showDetails(row, path) {
    this.open = new Set([...this.open, row])
    if (path) this.wanted = { id: idOf(path) }
    this.requestUpdate()
  }

  /** Goes to whatever shows a path, if it is one of a group. @param {string} path @returns {boolean} whether it did */
  goTo(path) {
    const [, row = '', rest = ''] = path.match(/^agreements\[\d+\]\.groups\[(\d+)\]\.?(.*)$/) ?? []
    const { view } = this
    if (!view || row === '' || !path.startsWith(view.path) || !this.groups[Number(row)]) return false
    const group = this.groups[Number(row)]
    const column = columnsOf(view).findIndex((each) => rest === '' || rest === each || rest.startsWith(`${each}[`))
    const details = this.closest('details')
    if (details) details.open = true
    if (column >= 0 && !(rest.startsWith('sittings[') && hasSeveralDays(group))) this.moveTo({ row: Number(row), column })
    else this.showDetails(Number(row), path)
    return true
  }

  updated() {
    const { wanted } = this
    if (!wanted || !this.view?.later && this.edit) return
    this.wanted = undefined
    const cell = this.querySelectorAll('tbody')[this.at.row]?.rows[0]?.cells[this.at.column]
    const target = wanted === 'cell' ? cell : /** @type {ShadowRoot} */ (this.getRootNode()).getElementById(wanted.id)
    if (!target) return
    target.scrollIntoView({ block: 'nearest' })
    if (wanted === 'cell' && this.edit) this.view?.later?.gridWork.enter(this, target)
    else (target.querySelector('button') ?? target).focus({ preventScroll: true })
  }
}

/** What is said about a row: the fields it is about, and all of it as a text that changes when it does. @typedef {{ paths: string[], key: string }} Said */

/** What is said about each row. @param {View} view */
function saidOf(view) {
  /** @type {Map<number, Said>} */
  const rows = new Map()
  const start = `${view.path}.groups[`
  for (const { path, ...rest } of [...view.problems, ...view.problems.length ? [] : view.plan?.findings ?? []]) {
    if (!path?.startsWith(start) || !view.problemsAt(path).length && !view.findingsAt(path).length) continue
    const row = Number.parseInt(path.slice(start.length))
    const said = rows.get(row) ?? { paths: [], key: '' }
    if (!said.paths.includes(path)) said.paths.push(path)
    said.key += path + JSON.stringify(rest)
    rows.set(row, said)
  }
  return rows
}

/** A field's name within its group. @param {View} view @param {string} path */
function labelWithin(view, path) {
  const [, rest = ''] = path.match(/groups\[\d+\]\.(.*)/) ?? []
  return rest === 'sittings[0].day' && !view.typed(path.replace('sittings[0]', 'sittings[1]')) ? view.ui.sitting : rest && view.labelOf(rest)
}

/** Whether a field of a group stands in its details and says itself what is wrong with it. @param {string} path @param {boolean} severalDays */
function isInDetails(path, severalDays) {
  const [, field = ''] = path.match(/groups\[\d+\]\.(\w+)/) ?? []
  return /^(preparationStart|preparationMonths|noShowRate|rebookings|held|passed)$/.test(field) || severalDays && field === 'sittings'
}

if (!customElements.get('vp-groups-grid')) customElements.define('vp-groups-grid', GroupsGrid)
