// What keys, the pointer and the clipboard do in the grid of groups, by the pattern for data grids of the ARIA guide.
/** @import { GroupsGrid, Place } from './groups-grid.js' */
import { blankOf, columnsOf, hasSeveralDays, pathOf } from './columns.js'
import { openMenu } from './row-menu.js'
import { rowsAsText, single } from './clipboard.js'

/** Rows that PageUp and PageDown pass. */
const page = 10

/** Whatever happens in the grid. @param {GroupsGrid} grid @param {Event} event */
export function handle(grid, event) {
  if (event.type === 'dragover' || event.type === 'drop') return dropped(grid, /** @type {DragEvent} */ (event))
  if (event.defaultPrevented || !grid.placeOf(event.target)) return
  switch (event.type) {
    case 'keydown': return pressed(grid, /** @type {KeyboardEvent} */ (event))
    case 'click': return clicked(grid, event)
    case 'focusout': return left(grid, /** @type {FocusEvent} */ (event))
    case 'copy': case 'cut': case 'paste': return clipped(grid, /** @type {ClipboardEvent} */ (event))
  }
}

/** Puts the cursor into the field of a cell. @param {GroupsGrid} grid @param {HTMLElement} cell */
export async function enter(grid, cell) {
  const picker = cell.querySelector('vp-certification-picker')
  if (picker instanceof HTMLElement && 'updateComplete' in picker) await picker.updateComplete
  const field = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (cell.querySelector('select, input'))
  field?.focus({ preventScroll: true })
  if (field instanceof HTMLInputElement && !grid.edit?.start) field.select()
  // A list that has to be opened with a second click looks as if the first had failed.
  if (field instanceof HTMLSelectElement && grid.edit?.pointer) try { field.showPicker() } catch { /* The browser wants another gesture. */ }
}

/** @param {GroupsGrid} grid @param {KeyboardEvent} event */
function pressed(grid, event) {
  if (event.isComposing) return
  if (grid.edit) return pressedInField(grid, event)
  const { row, column } = grid.at
  const columns = lastColumn(grid)
  const last = grid.groups.length - 1
  const command = event.ctrlKey || event.metaKey
  /** @type {Record<string, Place>} */
  const moves = {
    ArrowLeft: { row, column: column - 1 }, ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column }, ArrowDown: { row: row + 1, column },
    PageUp: { row: row - page, column }, PageDown: { row: row + page, column },
    Home: { row: command ? 0 : row, column: 0 }, End: { row: command ? last : row, column: columns },
  }
  const move = moves[event.key]
  if (move && !event.altKey) {
    if (event.shiftKey) grid.from ??= grid.at
    else grid.from = undefined
    grid.moveTo({ row: Math.min(Math.max(move.row, 0), last), column: Math.min(Math.max(move.column, 0), columns) })
  } else if (event.key === 'Escape' && grid.from) grid.from = undefined
  else if (event.key === ' ' && event.shiftKey) selectRow(grid)
  else if (command && event.key.toLowerCase() === 'd') fillDown(grid)
  else if (command && event.key.toLowerCase() === 'a') {
    grid.from = { row: 0, column: 0 }
    grid.moveTo({ row: last, column: columns - 2 })
  }
  else if (column >= columnsOf(/** @type {import('../view.js').View} */ (grid.view)).length) return
  else if (event.key === 'Delete' || event.key === 'Backspace') clear(grid)
  else if (event.key === 'F2' || event.key === 'Enter') grid.begin(grid.at)
  else if (!command && !event.altKey && event.key.length === 1) {
    // A list takes the letter itself.
    if (!typed(grid, event.key)) return
  // Writing systems that compose letters begin with a key of no name: the field has to be there before they do.
  } else if (event.key === 'Process') return void grid.begin(grid.at, { start: '' })
  else return
  event.preventDefault()
}

/** @param {GroupsGrid} grid @param {KeyboardEvent} event */
function pressedInField(grid, event) {
  const { row, column } = grid.at
  if (event.key === 'Escape') cancel(grid)
  else if (event.key === 'Enter') {
    finish(grid)
    grid.moveTo({ row: Math.min(row + 1, grid.groups.length - 1), column })
  } else if (event.key === 'Tab') {
    const inside = [.../** @type {HTMLElement} */ (event.target).closest('td')?.querySelectorAll('input:not([tabindex="-1"]), select, button') ?? []].filter((each) => /** @type {HTMLElement} */ (each).offsetParent)
    const place = inside.indexOf(/** @type {Element} */ (event.target)) + (event.shiftKey ? -1 : 1)
    // The filters of a list of certifications stand open beneath it: they come first.
    if (grid.querySelector('.editing [popover]:popover-open') && inside[place]) return
    finish(grid)
    const next = beside(grid, event.shiftKey ? -1 : 1)
    if (!next) return
    grid.moveTo(next)
  } else return
  event.preventDefault()
}

/** The cell before or behind the active one, on to the next row; nothing at the grid's ends. @param {GroupsGrid} grid @param {1 | -1} step @returns {Place | undefined} */
function beside(grid, step) {
  const columns = columnsOf(/** @type {import('../view.js').View} */ (grid.view)).length
  const place = grid.at.row * columns + grid.at.column + step
  return place < 0 || place >= columns * grid.groups.length ? undefined : { row: Math.floor(place / columns), column: place % columns }
}

/** A letter replaces what stands in a cell that holds text. @param {GroupsGrid} grid @param {string} letter @returns {boolean} whether it is used up */
function typed(grid, letter) {
  const { view, at } = grid
  const column = view && columnsOf(view)[at.column]
  if (!view || !column) return false
  const chooses = column === 'audience' || column === 'site'
  grid.begin(at, letter === ' ' ? { pointer: true } : chooses ? {} : { start: letter })
  if (chooses || letter === ' ') return letter === ' '
  if (grid.edit && column !== 'certifications') view.actions.set(pathOf(view, at.row, column), letter)
  return true
}

/** Takes what was typed: it stands in the scenario already. @param {GroupsGrid} grid */
export function finish(grid) {
  const { view, at, edit } = grid
  const column = view && columnsOf(view)[at.column]
  if (!view || !column || !edit) return
  grid.edit = undefined
  view.actions.touch(pathOf(view, at.row, column))
}

/** Puts back what stood there. @param {GroupsGrid} grid */
function cancel(grid) {
  const { view, at, edit } = grid
  const column = view && columnsOf(view)[at.column]
  if (!view || !column || !edit) return
  const path = `${view.path}.groups[${at.row}].${column}`
  const now = /** @type {Record<string, unknown>} */ (grid.groups[at.row])?.[column]
  if (JSON.stringify(now) !== JSON.stringify(edit.before)) view.actions.set(path, edit.before)
  grid.moveTo(at)
}

/** Whoever goes elsewhere has finished; whether they did is known once the focus has arrived. @param {GroupsGrid} grid @param {FocusEvent} event */
function left(grid, event) {
  const { edit } = grid
  const cell = /** @type {Element} */ (event.target).closest('td')
  if (!edit || event.target === cell || !cell?.classList.contains('editing')) return
  const end = () => {
    const now = /** @type {ShadowRoot} */ (grid.getRootNode()).activeElement
    if (grid.edit !== edit || cell.contains(now)) return
    finish(grid)
    grid.at = grid.placeOf(now) ?? grid.at
  }
  // A row gets lower when its field is gone: what a finger is about to press must not move away beneath it.
  if (document.querySelector(':active')) addEventListener('pointerup', () => setTimeout(end), { once: true })
  else setTimeout(end)
}

/** @param {GroupsGrid} grid @param {Event} event */
function clicked(grid, event) {
  const button = /** @type {Element} */ (event.target).closest('button')
  const place = grid.placeOf(event.target)
  if (!button || !place || !grid.view) return
  if (button.closest('.to-menu')) openMenu(grid, place.row, button)
  else if (button.closest('.to-details')) {
    const open = new Set(grid.open)
    if (!open.delete(place.row)) open.add(place.row)
    grid.open = open
  }
}

/** @param {GroupsGrid} grid */
function selectRow(grid) {
  const { row } = grid.at
  grid.from = { row, column: 0 }
  grid.moveTo({ row, column: columnsOf(/** @type {import('../view.js').View} */ (grid.view)).length - 1 })
}

/** The selected cells, or the active one. @param {GroupsGrid} grid */
export function selected(grid) {
  const { at, from = at } = grid
  const columns = grid.view ? columnsOf(grid.view) : []
  const [top, bottom] = [Math.min(at.row, from.row), Math.max(at.row, from.row)]
  return { top, bottom, columns: columns.slice(Math.min(at.column, from.column), Math.max(at.column, from.column) + 1) }
}

/** Empties the selected cells in one step. @param {GroupsGrid} grid */
function clear(grid) {
  change(grid, (_, column) => blankOf(column))
}

/** Writes the first selected row into the others; where only one is selected, the one above it into that. @param {GroupsGrid} grid */
function fillDown(grid) {
  const { top, bottom } = selected(grid)
  const from = top === bottom ? top - 1 : top
  const source = /** @type {Record<string, unknown> | undefined} */ (grid.groups[from])
  if (source) change(grid, (row, column) => (row === from ? undefined : { value: source[column] }))
}

/** Another value for each selected cell, in one step. @param {GroupsGrid} grid @param {(row: number, column: import('./columns.js').Column) => { value: unknown } | undefined} give */
export function change(grid, give) {
  const { view } = grid
  if (!view) return
  const { top, bottom, columns } = selected(grid)
  /** @type {[string, unknown][]} */
  const changes = []
  for (let row = top; row <= bottom; row += 1) {
    for (const column of columns) {
      const given = give(row, column)
      if (given) changes.push([`${view.path}.groups[${row}].${column}`, given.value])
    }
  }
  const column = columnsOf(view)[grid.at.column]
  if (changes.length && column) view.actions.setAll(changes, pathOf(view, grid.at.row, column))
}

/** @param {GroupsGrid} grid @param {ClipboardEvent} event */
function clipped(grid, event) {
  const { view } = grid
  if (!view || !event.clipboardData) return
  if (event.type === 'paste') {
    const text = event.clipboardData.getData('text/plain')
    const value = single(text)
    if (value !== undefined && grid.edit) return // The field takes it.
    event.preventDefault()
    if (value === undefined) return view.later?.openImport(view, 'groups', grid, { text, at: grid.at })
    return change(grid, (_, column) => view.later?.readCell(view, column, value))
  }
  if (grid.edit) return
  const { top, bottom, columns } = selected(grid)
  event.clipboardData.setData('text/plain', rowsAsText(view, grid.groups.slice(top, bottom + 1), columns))
  event.preventDefault()
  if (event.type === 'cut') clear(grid)
}

/** A file that is dropped on the grid is looked at first, like a pasted block. @param {GroupsGrid} grid @param {DragEvent} event */
function dropped(grid, event) {
  if (!grid.view || !event.dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  const file = event.type === 'drop' ? event.dataTransfer.files[0] : undefined
  if (file) grid.view.later?.openImport(grid.view, 'groups', grid, { file })
}

/** The column of the last thing in a row that focus comes to. @param {GroupsGrid} grid */
const lastColumn = (grid) => columnsOf(/** @type {import('../view.js').View} */ (grid.view)).length + 1
