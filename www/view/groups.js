// Question 2: whom to certify, for what, and when.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { addButton, described, field, remarks, removeButton, select } from '../field.js'
import { at, emptyGroup } from '../scenario.js'
import { idOf } from '../view.js'

/** @param {View} view */
export function groupsQuestion(view) {
  const groups = view.input.groups ?? []
  return html`
    ${groups.map((_, index) => group(view, index))}
    ${remarks(view, `${view.path}.groups`)}
    ${addButton(view, `${view.path}.groups`, emptyGroup(view.catalogue.programmes.find(({ id }) => id === view.input.programme)?.segment), view.ui.addGroup)}`
}

/** @param {View} view @param {number} index */
function group(view, index) {
  const { ui } = view
  const path = `${view.path}.groups[${index}]`
  const sites = view.input.sites ?? []
  const sittings = view.input.groups?.[index]?.sittings ?? []
  const name = view.groupName(index)
  const programme = view.catalogue.programmes.find(({ id }) => id === view.input.programme)
  const audiences = /** @type {const} */ (['student', 'staff', 'employee'])
  return html`<fieldset class="group">
    <legend>${ui.group(index + 1)}</legend>
    ${removeButton(view, `${view.path}.groups`, index, name)}
    <div class="fields">
      ${field(view, `${path}.name`)}
      ${field(view, `${path}.people`, { kind: 'number' })}
      ${select(view, `${path}.audience`, audiences.map((value) => ({ value, label: view.m.audiences[value] })), programme ? {} : { blank: ui.choose })}
      ${sites.length > 1 ? select(view, `${path}.site`, siteChoices(view), { blank: ui.choose }) : nothing}
    </div>
    ${certifications(view, `${path}.certifications`)}
    <div role="group" aria-label=${view.m.fields.sittings} class="sittings">
      ${sittings.map((_, place) => {
        const sitting = `${path}.sittings[${place}]`
        return html`<div class="entry">
          ${field(view, `${sitting}.day`, { kind: 'day', label: ui.sitting })}
          ${sittings.length > 1 ? field(view, `${sitting}.people`, { kind: 'number' }) : nothing}
          ${sittings.length > 1 ? removeButton(view, `${path}.sittings`, place, ui.item(ui.sitting, place + 1)) : nothing}
        </div>`
      })}
      ${remarks(view, `${path}.sittings`)}
      ${addButton(view, `${path}.sittings`, { day: '', people: '' }, ui.addSitting)}
    </div>
    <details class="more"><summary>${ui.moreAboutGroup}</summary>
      <div class="fields">
        ${field(view, `${path}.preparationStart`, { kind: 'day' })}
        ${field(view, `${path}.preparationMonths`, { kind: 'number' })}
        ${field(view, `${path}.passRate`, { kind: 'number', placeholder: '100 %' })}
        ${field(view, `${path}.attempts`, { kind: 'number', placeholder: '1' })}
        ${field(view, `${path}.noShowRate`, { kind: 'number', placeholder: '0 %' })}
        ${field(view, `${path}.rebookings`, { kind: 'number', placeholder: '0' })}
      </div>
      ${certifications(view, `${path}.held`)}
      ${passedExams(view, `${path}.passed`)}
    </details>
    ${remarks(view, path)}
  </fieldset>`
}

/** Certifications to choose, with search. @param {View} view @param {string} path */
function certifications(view, path) {
  const last = /** @type {'certifications' | 'held'} */ (path.split('.').at(-1))
  const chosen = /** @type {string[]} */ (view.input.groups?.[Number(path.match(/groups\[(\d+)\]/)?.[1])]?.[last] ?? [])
  const places = [path, ...chosen.map((_, index) => `${path}[${index}]`)]
  const wrong = places.some((place) => view.problemsAt(place).length)
  return html`<div class="field wide">
    <label for=${idOf(path)}>${view.m.fields[last]}</label>${view.later?.fieldHelp(view, path)}
    <certification-picker .view=${view} .path=${path} .chosen=${chosen} .wrong=${wrong}
      .describedBy=${places.map((place) => described(view, place)).filter(Boolean).join(' ')}></certification-picker>
    ${places.map((place) => remarks(view, place))}
  </div>`
}

/** Exams by number, in one line. It is taken apart when the field is left: a comma is still being typed before. @param {View} view @param {string} path */
function passedExams(view, path) {
  const exams = /** @type {string[]} */ (at(view.scenario, path) ?? [])
  const places = [path, ...exams.map((_, index) => `${path}[${index}]`)]
  return html`<div class="field wide"><label for=${idOf(path)}>${view.m.fields.passed}</label>${view.later?.fieldHelp(view, path)}
    <input id=${idOf(path)} type="text" autocomplete="off" spellcheck="false" placeholder=${view.ui.passedHint} .value=${exams.join(', ')}
      aria-invalid=${places.some((place) => view.problemsAt(place).length) ? 'true' : nothing} aria-describedby=${places.map((place) => described(view, place)).filter(Boolean).join(' ') || nothing}
      @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => view.actions.set(path, event.target.value.split(/[,，、;；\s]+/).filter(Boolean))}>
    ${places.map((place) => remarks(view, place))}</div>`
}

/** @param {View} view */
export function siteChoices(view) {
  return (view.input.sites ?? []).map((site, index) => ({ value: site.id ?? '', label: view.siteAt(index) }))
}
