// What opens beneath a row of the grid: exam days where there are several, preparation, what is held already, missed bookings.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { described, field, remarks, removeButton } from '../field.js'
import { at } from '../scenario.js'
import { idOf } from '../view.js'

/** @param {View} view @param {number} row */
export function groupDetails(view, row) {
  const path = `${view.path}.groups[${row}]`
  const sittings = view.input.groups?.[row]?.sittings ?? []
  const { ui } = view
  return html`<div class="details">
    ${sittings.length > 1 ? html`<div role="group" aria-label=${view.m.fields.sittings} class="sittings">
      ${sittings.map((_, place) => html`<div class="entry">
        ${field(view, `${path}.sittings[${place}].day`, { kind: 'day', label: ui.sitting })}
        ${field(view, `${path}.sittings[${place}].people`, { kind: 'number' })}
        ${removeButton(view, `${path}.sittings`, place, ui.item(ui.sitting, place + 1))}
      </div>`)}
      ${remarks(view, `${path}.sittings`)}
    </div>` : nothing}
    <button type="button" class="add" id=${idOf(`${path}.sittings`)} ?hidden=${view.locked} @click=${() => addDay(view, path, sittings)}>+ ${ui.addSitting}</button>
    <div class="fields">
      ${field(view, `${path}.preparationStart`, { kind: 'day' })}
      ${field(view, `${path}.preparationMonths`, { kind: 'number' })}
      ${field(view, `${path}.noShowRate`, { kind: 'number', placeholder: '0 %' })}
      ${field(view, `${path}.rebookings`, { kind: 'number', placeholder: '0' })}
    </div>
    ${held(view, `${path}.held`, view.input.groups?.[row]?.held ?? [])}
    ${passedExams(view, `${path}.passed`)}
  </div>`
}

/** One day more; a group without any gets its first. @param {View} view @param {string} path @param {unknown[]} sittings */
function addDay(view, path, sittings) {
  const blank = { day: '', people: '' }
  view.actions.setAll([[`${path}.sittings`, [...sittings.length ? sittings : [blank], blank]]], `${path}.sittings`)
  view.actions.goTo(`${path}.sittings[${Math.max(1, sittings.length)}].day`)
}

/** Certifications that everybody holds. @param {View} view @param {string} path @param {string[]} chosen */
function held(view, path, chosen) {
  const places = [path, ...chosen.map((_, index) => `${path}[${index}]`)]
  return html`<div class="field wide">
    <label for=${idOf(path)}>${view.m.fields.held}</label>${view.later?.fieldHelp(view, path)}
    <vp-certification-picker .view=${view} .path=${path} .label=${view.m.fields.held} .chosen=${chosen} .wrong=${places.some((place) => view.problemsAt(place).length)}
      .describedBy=${places.map((place) => described(view, place)).filter(Boolean).join(' ')}></vp-certification-picker>
    ${places.map((place) => remarks(view, place))}
  </div>`
}

/** Exams by number, in one line. It is taken apart when the field is left: a comma is still being typed before. @param {View} view @param {string} path */
function passedExams(view, path) {
  const exams = /** @type {string[]} */ (at(view.scenario, path) ?? [])
  const places = [path, ...exams.map((_, index) => `${path}[${index}]`)]
  return html`<div class="field wide"><label for=${idOf(path)}>${view.m.fields.passed}</label>${view.later?.fieldHelp(view, path)}
    <input id=${idOf(path)} type="text" ?readonly=${view.locked} autocomplete="off" spellcheck="false" placeholder=${view.ui.passedHint} .value=${exams.join(', ')}
      aria-invalid=${places.some((place) => view.problemsAt(place).length) ? 'true' : nothing} aria-describedby=${places.map((place) => described(view, place)).filter(Boolean).join(' ') || nothing}
      @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => view.actions.set(path, event.target.value.split(/[,，、;；\s]+/).filter(Boolean))}>
    ${places.map((place) => remarks(view, place))}</div>`
}
