// The agreements of the scenario: which one is shown, and adding, copying and removing one.
/** @import { ScenarioAgreement } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { emptyAgreement, freshId } from '../scenario.js'
import { idOf } from '../view.js'

/** A row of all agreements, where there are several. @param {View} view */
export function agreementRow(view) {
  const agreements = view.scenario.agreements ?? []
  if (agreements.length < 2) return nothing
  return html`<nav class="agreements" aria-label=${view.m.fields.agreements}><ul>${agreements.map((each, index) => html`<li>
    <button type="button" aria-current=${index === view.current ? 'true' : 'false'} @click=${() => view.actions.showAgreement(index)}>${view.agreementName(index)}${
      each.programme ? html` <span class="soft">${view.names.programme(each.programme)}</span>` : nothing}${
      problems(view, index) ? html` <span class="bad">${view.m.agreement.toPutRight(problems(view, index))}</span>` : nothing}</button></li>`)}</ul></nav>`
}

/** @param {View} view @param {number} index */
const problems = (view, index) => view.problems.filter(({ path }) => path.startsWith(`agreements[${index}]`)).length

/** What can be done with agreements. @param {View} view */
export function agreementActions(view) {
  if (view.locked) return nothing
  const words = view.m.agreement
  const agreements = view.scenario.agreements ?? []
  const change = (/** @type {ScenarioAgreement[]} */ list, /** @type {number} */ shown) => {
    view.actions.setAll([['agreements', list]], 'agreements')
    view.actions.showAgreement(shown)
  }
  const added = (/** @type {ScenarioAgreement} */ entry) => change(agreements.toSpliced(view.current + 1, 0, { ...entry, id: freshId(agreements, 'agreement') }), view.current + 1)
  return html`<div class="agreement-actions" id=${idOf('agreements')} role="group" aria-label=${view.m.fields.agreements} tabindex="-1">
    <button type="button" class="add" @click=${() => added(emptyAgreement())}>+ ${words.add}</button>
    <button type="button" class="add" @click=${() => added({ ...view.input, name: words.copyOf(view.agreementName(view.current)) })}>+ ${words.copy}</button>
    ${agreements.length > 1 ? html`<button type="button" class="add" @click=${() => change(agreements.toSpliced(view.current, 1), Math.max(0, view.current - 1))}>× ${view.ui.remove(view.agreementName(view.current))}</button>` : nothing}
  </div>`
}
