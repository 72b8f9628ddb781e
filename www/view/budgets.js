// When money is due, what each reading of the texts would cost, and what is saved.
/** @import { BenefitBudget, TermBudget } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { figure, note, policyWords } from '../explain.js'
import { noteRow } from './order-lines.js'

/** @param {View} view */
export function budgets(view) {
  const { ui, say, agreement } = view
  if (!agreement) return nothing
  const { budget, benefitBudgets, termBudgets, saving } = agreement
  const unit = agreement.currency ? html` <span class="unit">${agreement.currency}</span>` : nothing
  return html`
    ${budget.months.length ? html`<section><h3>${ui.budgets}</h3>
      <table><thead><tr><th scope="col">${ui.month}</th><th scope="col" class="number">${ui.charge}${unit}</th></tr></thead>
        <tbody>${budget.months.map((month) => html`<tr><th scope="row">${say.month(month.month)}</th><td class="number">${amount(view, `month/${month.month}`, month.charge)}</td></tr>${noteRow(view, `month/${month.month}`, 2)}`)}</tbody>
        <tbody class="years">${budget.years.map((year) => html`<tr><th scope="row">${ui.fiscalYear} ${say.shortDay(year.start)} – ${say.shortDay(year.end)}</th><td class="number">${amount(view, `year/${year.start}`, year.charge)}</td></tr>${noteRow(view, `year/${year.start}`, 2)}`)}</tbody>
      </table></section>` : nothing}
    ${benefitBudgets.length > 1 ? html`<section><h3>${ui.benefitBudgets}</h3><p>${ui.benefitIntro}</p>${sideBySide(view, benefitBudgets)}</section>` : nothing}
    ${termBudgets.length > 1 ? html`<section><h3>${ui.termBudgets}</h3>${sideBySide(view, termBudgets)}</section>` : nothing}
    ${saving ? html`<section><h3>${ui.saving}</h3>
      <p>${ui.savingLine(figure(view, 'saving', saving.saving), figure(view, 'saving', saving.rate, say.percent(saving.rate.value)), figure(view, 'saving', saving.singleCost))}${ui.space}${saving.withinClaim ? ui.withinClaim : ui.outsideClaim}</p>${note(view, 'saving')}</section>` : nothing}`
}

/** @param {View} view @param {string} place @param {{ value: number, why: number }} charge */
const amount = (view, place, charge) => figure(view, place, charge, view.say.amount(charge.value, view.currency.places))

/** One row for each choice of a policy, the plan's marked. @param {View} view @param {(BenefitBudget | TermBudget)[]} rows */
function sideBySide(view, rows) {
  const { ui, say } = view
  const chosen = view.agreement?.policies.find(({ choice }) => choice.policy === rows[0]?.choice.policy)?.choice.choice
  const plan = rows.find(({ choice }) => choice.choice === chosen)
  const money = rows.some((row) => typeof row.charge === 'number')
  return html`<table class="stack">
    <thead><tr><th scope="col">${policyWords(view, rows[0]?.choice.policy ?? '')?.name}</th>
      <th scope="col">${'units' in (rows[0] ?? {}) ? ui.order : ui.lastUse}</th><th scope="col" class="number">${ui.exam}</th>
      ${money ? html`<th scope="col" class="number">${ui.charge} <span class="unit">${view.currency.currency}</span></th><th scope="col" class="number">${ui.difference}</th>` : nothing}</tr></thead>
    <tbody>${rows.map((row) => html`<tr class=${row === plan ? 'chosen' : ''}>
      <th scope="row" data-label=${ui.policy}>${policyWords(view, row.choice.policy)?.choices[row.choice.choice] ?? row.choice.choice} ${row === plan ? html`<span class="tag">${ui.thisPlan}</span>` : nothing}</th>
      <td data-label=${'units' in row ? ui.order : ui.lastUse}>${'units' in row ? view.unitsText(row.units) || ui.none : row.until ? say.shortDay(row.until) : '–'}</td>
      <td class="number" data-label=${ui.exam}>${say.count(row.exams)}</td>
      ${money ? html`<td class="number" data-label=${ui.charge}>${typeof row.charge === 'number' ? say.amount(row.charge, view.currency.places) : '–'}</td>
        <td class="number" data-label=${ui.difference}>${typeof row.charge === 'number' && typeof plan?.charge === 'number' && row !== plan ? say.difference(row.charge - plan.charge, { places: view.currency.places }) : '–'}</td>` : nothing}</tr>`)}</tbody>
  </table>`
}
