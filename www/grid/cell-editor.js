// The field in a cell while somebody types there.
/** @import { View } from '../view.js' */
/** @import { Column } from './columns.js' */
/** @import { GroupsGrid } from './groups-grid.js' */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { ref } from 'lit/directives/ref.js'
import { described, isDay } from '../field.js'
import { idOf } from '../view.js'
import { numeric, siteChoices } from './columns.js'

/** @param {GroupsGrid} grid @param {View} view @param {number} row @param {Column} column @param {string} path @param {string} label */
export function cellEditor(grid, view, row, column, path, label) {
  if (column === 'audience') return choice(view, path, label, /** @type {const} */ (['student', 'staff', 'employee']).map((value) => ({ value, label: view.m.audiences[value] })))
  if (column === 'site') return choice(view, path, label, siteChoices(view))
  if (column === 'certifications') return picker(view, path, label, view.input.groups?.[row]?.certifications ?? [], grid.edit?.start)
  const input = html`<input id=${idOf(path)} type="text" autocomplete="off" spellcheck="false" aria-label=${label} inputmode=${numeric.has(column) ? 'decimal' : nothing}
    .value=${live(view.typed(path))} aria-invalid=${view.problemsAt(path).length ? 'true' : nothing} aria-describedby=${described(view, path) ?? nothing}
    @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ event) => view.actions.set(path, event.target.value)}>`
  return column === 'sittings' ? withCalendar(view, path, label, input) : input
}

/** @param {View} view @param {string} path @param {string} label @param {{ value: string, label: string }[]} choices */
function choice(view, path, label, choices) {
  const value = view.typed(path)
  const known = choices.some((each) => each.value === value)
  return html`<select id=${idOf(path)} aria-label=${label} aria-invalid=${view.problemsAt(path).length ? 'true' : nothing} aria-describedby=${described(view, path) ?? nothing}
    @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => { view.actions.set(path, event.target.value || undefined); view.actions.touch(path) }}>
    ${known ? nothing : html`<option value=${value} selected>${value || view.ui.choose}</option>`}
    ${choices.map((each) => html`<option value=${each.value} .selected=${each.value === value}>${each.label}</option>`)}
  </select>`
}

/** @param {View} view @param {string} path @param {string} label @param {string[]} chosen @param {string | undefined} start */
function picker(view, path, label, chosen, start) {
  const places = [path, ...chosen.map((_, index) => `${path}[${index}]`)]
  return html`<vp-certification-picker .view=${view} .path=${path} .label=${label} .chosen=${chosen} .start=${start} .wrong=${places.some((place) => view.problemsAt(place).length)}
    .describedBy=${places.map((place) => described(view, place)).filter(Boolean).join(' ')} .inCell=${true}></vp-certification-picker>`
}

/** A day can be typed in every usual way, or taken from the browser's calendar. @param {View} view @param {string} path @param {string} label @param {unknown} input */
function withCalendar(view, path, label, input) {
  /** @type {HTMLInputElement | undefined} */
  let calendar
  const value = view.typed(path)
  return html`<div class="with-picker">${input}
    <button type="button" class="pick" tabindex="-1" aria-label="${view.ui.chooseDay}: ${label}" @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => calendar?.showPicker()}></button>
    <input type="date" tabindex="-1" aria-hidden="true" .value=${isDay(value) ? value : ''} ${ref((element) => { calendar = /** @type {HTMLInputElement | undefined} */ (element) })}
      @input=${(/** @type {Event} */ event) => event.stopPropagation()}
      @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => view.actions.set(path, event.target.value)}>
  </div>`
}
