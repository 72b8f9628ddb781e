// When money is due, and what is saved.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { figure, note } from '../figure.js'
import { help } from './help.js'
import { noteRow } from './order-lines.js'

/** @param {View} view */
export function budgets(view) {
  const { ui, say, agreement } = view
  if (!agreement) return nothing
  const { budget, saving } = agreement
  const unit = agreement.currency ? html` <span class="unit">${agreement.currency}</span>` : nothing
  return html`
    ${budget.months.length ? html`<section><div class="with-help"><h3>${ui.budgets}</h3>${help(view, 'fiscal-year')}</div>
      <table><thead><tr><th scope="col">${ui.month}</th><th scope="col" class="number">${ui.charge}${unit}</th></tr></thead>
        <tbody>${budget.months.map((month) => html`<tr><th scope="row">${say.month(month.month)}</th><td class="number">${amount(view, `month/${month.month}`, month.charge)}</td></tr>${noteRow(view, `month/${month.month}`, 2)}`)}</tbody>
        <tbody class="years">${budget.years.map((year) => html`<tr><th scope="row">${ui.fiscalYear} ${say.shortDay(year.start)} – ${say.shortDay(year.end)}</th><td class="number">${amount(view, `year/${year.start}`, year.charge)}</td></tr>${noteRow(view, `year/${year.start}`, 2)}`)}</tbody>
      </table></section>` : nothing}
    ${saving ? html`<section><div class="with-help"><h3>${ui.saving}</h3>${help(view, 'saving')}</div>
      <p>${ui.savingLine(figure(view, 'saving', saving.saving), figure(view, 'saving', saving.rate, say.percent(saving.rate.value)), figure(view, 'saving', saving.singleCost))}${ui.space}${saving.withinClaim ? ui.withinClaim : ui.outsideClaim}</p>${note(view, 'saving')}</section>` : nothing}`
}

/** @param {View} view @param {string} place @param {{ value: number, why: number }} charge */
const amount = (view, place, charge) => figure(view, place, charge, view.say.amount(charge.value, view.currency.places))
