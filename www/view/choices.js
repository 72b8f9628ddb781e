// Question 5: how to plan: certainty, business days, and where the texts leave a choice.
/** @import { Weekday } from '../pkg/index.js' */
/** @import { NamedPolicies } from '../messages/contract.js' */
/** @import { View } from '../view.js' */
import { html } from 'lit'
import { addButton, field, removeButton, select } from '../field.js'
import { help } from './help.js'

/** @param {View} view */
export function choicesQuestion(view) {
  const { ui, path, input } = view
  const policies = /** @type {(keyof NamedPolicies)[]} */ (Object.keys(view.m.policies))
  return html`
    <div class="fields">
      ${field(view, `${path}.serviceLevel`, { kind: 'number', placeholder: '100 %' })}
      ${invoiceLag(view)}
    </div>
    <h4>${ui.policiesTitle}</h4>
    <div class="policies">
      ${policies.map((policy) => {
        const { name, choices } = view.m.policies[policy]
        const [first] = Object.keys(choices)
        // The default leaves the scenario again, so that it reads as untouched.
        return select(view, `${path}.policies.${policy}`, Object.entries(choices).filter(([value]) => value !== first).map(([value, label]) => ({ value, label })), {
          label: name, blank: ui.withDefault(choices[/** @type {keyof typeof choices} */ (first)]),
        })
      })}
    </div>
    <div class="with-help"><h4>${ui.calendarTitle}</h4>${help(view, 'business-days')}</div>
    <div class="fields">${weekend(view)}</div>
    ${days(view, 'holidays', ui.addHoliday)}
    ${days(view, 'workingDays', ui.addWorkingDay)}`

  /** @param {View} view @param {'holidays' | 'workingDays'} list @param {string} label */
  function days(view, list, label) {
    const place = `${path}.calendar.${list}`
    return html`${(input.calendar?.[list] ?? []).map((_, index) => html`<div class="entry">
      ${field(view, `${place}[${index}]`, { kind: 'day', label: ui.item(view.m.fields[list], index + 1) })}
      ${removeButton(view, place, index, ui.item(view.m.fields[list], index + 1))}
    </div>`)} ${addButton(view, place, '', label)}`
  }
}

/** The usual weekends of the world. @param {View} view */
function weekend(view) {
  const path = `${view.path}.calendar.weekend`
  const days = view.input.calendar?.weekend
  const presets = Object.entries(view.ui.weekendPresets)
  const key = days ? [...days].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(',') : 'saturday,sunday'
  return html`<div class="field">
    <label for="weekend">${view.m.fields.weekend}</label>
    <select id="weekend" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => view.actions.set(path, event.target.value.split(',').filter(Boolean))}>
      ${presets.map(([value, label]) => html`<option value=${value} .selected=${value === key}>${label}</option>`)}
      ${presets.some(([value]) => value === key) ? '' : html`<option value=${key} .selected=${true}>${view.say.all((days ?? []).map((day) => view.m.weekdays[day]))}</option>`}
    </select>
  </div>`
}

/** Days as the presets name them. @type {Weekday[]} */
const order = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday']

/** The engine takes this one as a number. @param {View} view */
function invoiceLag(view) {
  const lags = Array.from({ length: 11 }, (_, days) => ({ value: String(days), label: view.say.count(days) }))
  return html`<div class="field">
    <label for="invoice-lag">${view.m.fields.invoiceLag}</label>${help(view, 'invoice-lag')}
    <select id="invoice-lag" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => view.actions.set(`${view.path}.policies.invoiceLag`, Number(event.target.value))}>
      ${lags.map(({ value, label }) => html`<option value=${value} .selected=${value === String(view.input.policies?.invoiceLag ?? 0)}>${label}</option>`)}
    </select>
  </div>`
}
