// What the page gives to the grid once it is loaded: its keys, its fields, what stands beneath it, and the way in for whole tables.
/** @import { View } from '../view.js' */
/** @import { Column } from './columns.js' */
import { html, nothing } from 'lit'
import { readGroupCell } from '../import/groups.js'
import { helpLine } from '../view/help.js'
import { severalSites } from './columns.js'
import { enter, finish, handle } from './working.js'

export { cellEditor } from './cell-editor.js'
export { groupDetails } from './details.js'

/** The keys and the editing of the grid. */
export const gridWork = { enter, finish, handle }

/** Opens the preview of rows that come from elsewhere; it is loaded when somebody brings some. @param {View} view @param {import('../import/reading.js').Kind} kind @param {Node} near @param {import('../import/import-dialog.js').Source} [source] */
export async function openImport(view, kind, near, source = {}) {
  const { show } = await import('../import/import-dialog.js')
  show(view, kind, near, source)
}

/** What a pasted value means in a column; what means nothing there is kept as it was typed. @param {View} view @param {Column} column @param {string} text */
export const readCell = (view, column, text) => readGroupCell(column, text, { catalogue: view.catalogue, sites: view.input.sites ?? [] })

/** Beneath the grid: bringing a table, and which keys there are. @param {View} view */
export function gridFoot(view) {
  const words = view.m.inputs
  return html`${view.input.groups?.length ? nothing : html`<p class="hint">${words.noGroups}</p>`}
    ${view.locked ? nothing : html`<button type="button" class="add" @click=${(/** @type {Event & { currentTarget: Node }} */ event) => openImport(view, 'groups', event.currentTarget)}>${words.bring}</button>`}
    <details class="keys"><summary>${words.keysTitle}</summary><dl>${words.keys.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl></details>
    ${helpLine(view, ['certification', 'people', 'audience', ...severalSites(view) ? /** @type {const} */ (['site']) : [], 'exam-day', 'pass-rate', 'attempts'])}`
}
