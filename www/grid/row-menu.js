// What can be done with a whole row of the grid: a menu that opens at the row's button.
/** @import { ScenarioGroup } from '../pkg/index.js' */
/** @import { GroupsGrid } from './groups-grid.js' */
import { html, render } from 'lit'
import { placeBelow } from '../place-below.js'
import { newGroup } from '../view/groups.js'

/** @param {GroupsGrid} grid @param {number} row @param {HTMLElement} button */
export function openMenu(grid, row, button) {
  const { view } = grid
  if (!view) return
  const words = view.m.inputs
  const name = view.groupName(row)
  const groups = grid.groups
  /** @type {[label: string, run: () => void, able?: boolean][]} */
  const entries = [
    [words.insertAbove, () => arrange(grid, groups.toSpliced(row, 0, newGroup(view)), row, 0)],
    [words.insertBelow, () => arrange(grid, groups.toSpliced(row + 1, 0, newGroup(view)), row + 1, 0)],
    [words.duplicate, () => arrange(grid, groups.toSpliced(row + 1, 0, copyOf(groups[row] ?? {})), row + 1, 0)],
    [words.moveUp, () => arrange(grid, moved(groups, row, -1), row - 1), row > 0],
    [words.moveDown, () => arrange(grid, moved(groups, row, 1), row + 1), row < groups.length - 1],
    [view.ui.remove(name), () => arrange(grid, groups.toSpliced(row, 1), row)],
  ]
  const menu = document.createElement('div')
  menu.className = 'row-menu'
  menu.setAttribute('role', 'menu')
  menu.setAttribute('aria-label', view.ui.rowMenuOf(name))
  menu.popover = 'auto'
  render(html`${entries.filter(([, , able = true]) => able).map(([label, run]) => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => { menu.hidePopover(); run() }}>${label}</button>`)}`, menu)
  const items = /** @type {HTMLElement[]} */ ([...menu.children])
  menu.addEventListener('keydown', (event) => {
    const now = items.indexOf(/** @type {HTMLElement} */ (event.target))
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key]
    if (next !== undefined) items.at(next % items.length)?.focus()
    else if (event.key === 'Tab' || event.key === 'Escape') menu.hidePopover()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  // Beside the row and not in it: the row may be drawn anew.
  const follow = () => placeBelow(menu, button)
  menu.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return
    removeEventListener('scroll', follow, true)
    menu.remove()
  })
  grid.append(menu)
  menu.showPopover()
  placeBelow(menu, button)
  items[0]?.focus({ preventScroll: true })
  addEventListener('scroll', follow, true)
}

/** Takes another list of groups in one step, and goes to a row. @param {GroupsGrid} grid @param {ScenarioGroup[]} groups @param {number} row @param {number} [column] */
function arrange(grid, groups, row, column = grid.at.column) {
  const { view } = grid
  if (!view) return
  grid.open = new Set()
  grid.from = undefined
  const last = groups.length - 1
  view.actions.setAll([[`${view.path}.groups`, groups]], last < 0 ? `${view.path}.groups` : `${view.path}.groups[${Math.min(row, last)}].name`)
  if (last >= 0) grid.moveTo({ row: Math.min(row, last), column })
  else view.actions.goTo(`${view.path}.groups`)
}

/** A group once more; ids are nobody's twice. @param {ScenarioGroup} group @returns {ScenarioGroup} */
function copyOf({ id: _, name = '', ...rest }) {
  const [, stem = name, number = '1'] = name.match(/^(.*\S)\s+(\d+)$/) ?? []
  return { ...rest, name: name && `${stem} ${Number(number) + 1}` }
}

/** @param {ScenarioGroup[]} groups @param {number} row @param {1 | -1} step */
function moved(groups, row, step) {
  const group = groups[row]
  return group ? groups.toSpliced(row, 1).toSpliced(row + step, 0, group) : groups
}
