// Question 5: how to plan: certainty, business days, and where the texts leave a choice.
/** @import { NamedPolicies } from '../messages/contract.js' */
/** @import { View } from '../view.js' */
import { html } from 'lit'
import { field, select } from '../field.js'
import { calendar } from './calendar.js'
import { help } from './help.js'

/** @param {View} view */
export function choicesQuestion(view) {
  const { ui, path } = view
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
    ${calendar(view)}`
}

/** The engine takes this one as a number. @param {View} view */
function invoiceLag(view) {
  const lags = Array.from({ length: 11 }, (_, days) => ({ value: String(days), label: view.say.count(days) }))
  return html`<div class="field">
    <label for="invoice-lag">${view.m.fields.invoiceLag}</label>${help(view, 'invoice-lag')}
    <select id="invoice-lag" ?disabled=${view.locked} @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => view.actions.set(`${view.path}.policies.invoiceLag`, Number(event.target.value))}>
      ${lags.map(({ value, label }) => html`<option value=${value} .selected=${value === String(view.input.policies?.invoiceLag ?? 0)}>${label}</option>`)}
    </select>
  </div>`
}
