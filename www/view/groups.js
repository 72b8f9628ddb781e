// Question 2: whom to certify, for what, and when.
/** @import { View } from '../view.js' */
import { html } from 'lit'
import { remarks } from '../field.js'
import { emptyGroup } from '../scenario.js'
import { idOf } from '../view.js'
import '../grid/groups-grid.js'

export { siteChoices } from '../grid/columns.js'

/** @param {View} view */
export function groupsQuestion(view) {
  const path = `${view.path}.groups`
  return html`<vp-groups-grid .view=${view}></vp-groups-grid>
    ${remarks(view, path)}
    <div class="below-grid"><button type="button" class="add" id=${idOf(path)} ?hidden=${view.locked} @click=${(/** @type {MouseEvent & { currentTarget: HTMLElement }} */ event) => add(view, event.currentTarget)}>+ ${view.ui.addGroup}</button>${view.later?.gridFoot(view)}</div>`
}

/** Adds a group and goes to its name. @param {View} view @param {HTMLElement} button */
function add(view, button) {
  const row = view.input.groups?.length ?? 0
  view.actions.setAll([[`${view.path}.groups[${row}]`, newGroup(view)]], `${view.path}.groups[${row}].name`)
  const grid = /** @type {import('../grid/groups-grid.js').GroupsGrid | null | undefined} */ (button.closest('.question-body')?.querySelector('vp-groups-grid'))
  // The row is there once the planner has drawn: its turn comes before the grid's.
  grid?.begin({ row, column: 0 })
}

/** A group in which nothing is entered, of those the programme is for. @param {View} view */
export const newGroup = (view) => emptyGroup(view.catalogue.programmes.find(({ id }) => id === view.input.programme)?.segment)
