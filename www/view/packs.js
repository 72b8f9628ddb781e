// Why these packs: every other way to buy, and what it loses by. This table is the proof that the plan is the best.
/** @import { PackChoice, PackRow } from '../pkg/index.js' */
/** @import { Names } from '../messages/contract.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { figure, note } from '../explain.js'

/** @param {View} view */
export function packs(view) {
  const choices = (view.agreement?.choices ?? []).filter(({ proof }) => proof !== 'nothing-to-order')
  if (!choices.length) return nothing
  return html`<section><h3>${view.ui.packs}</h3>${choices.map((choice, index) => packChoice(view, choice, index))}</section>`
}

/** @param {View} view @param {PackChoice} choice @param {number} index */
function packChoice(view, choice, index) {
  const { ui, say } = view
  const needed = say.all(choice.needs.map(({ family, exams }) => `${say.count(exams)} ${view.m.families[family]}`))
  const money = choice.rows.some((row) => row.charge !== undefined && row.charge !== null)
  const place = `choice/${index}`
  return html`<div class="choice">
    <p>${(choice.rows.length > 1 ? ui.packsIntro : ui.onlyWay)(needed, say.all(choice.sittings.map((day) => say.day(day))))}${ui.space}${choice.site ? ui.forSites(view.names.site(choice.site)) : nothing}</p>
    <table class="stack alternatives">
      <thead><tr><th scope="col">${ui.order}</th><th scope="col" class="number">${ui.exam}</th><th scope="col">${ui.unused}</th>
        ${money ? html`<th scope="col" class="number">${ui.charge} <span class="unit">${view.currency.currency}</span></th>` : nothing}<th scope="col">${ui.verdict}</th></tr></thead>
      <tbody>${choice.rows.map((row) => html`<tr class=${row.verdict.kind === 'chosen' ? 'chosen' : ''}>
        <th scope="row" data-label=${ui.order}>${view.unitsText(row.units)}</th>
        <td class="number" data-label=${ui.exam}>${say.count(row.exams)}</td>
        <td data-label=${ui.unused}>${waste(view, row)}</td>
        ${money ? html`<td class="number" data-label=${ui.charge}>${row.charge === undefined || row.charge === null ? '–' : say.amount(row.charge, view.currency.places)}</td>` : nothing}
        <td data-label=${ui.verdict}>${verdict(view, row)}</td></tr>`)}</tbody>
    </table>
    <p class="soft">${choice.proof === 'optimal' ? nothing : view.m.proofs[choice.proof]}${ui.space}${ui.bound(figure(view, place, choice.lowerBound))}${ui.space}${choice.rows.length > 1 ? nothing : ui.proofSize(say.count(choice.nodes), say.count(choice.cuts))}</p>
    ${note(view, place)}
    ${choice.rows.length > 1 ? nothing : whyNotFewer(view, choice)}</div>`
}

/** For each product and day, the exams that one unit fewer leaves without a voucher. @param {View} view @param {PackChoice} choice */
function whyNotFewer({ ui, say, m, names }, { binding }) {
  return binding.length ? html`<h4>${ui.whyNotFewer}</h4><ul>${binding.map(({ product, day, missing, families, sittings }) => html`<li>${ui.bindingLine(
    names.product(product), say.shortDay(day), missing, say.count(missing), say.all(families.map((family) => m.families[family])), say.all(sittings.map((sitting) => say.shortDay(sitting))),
  )}</li>`)}</ul>` : nothing
}

/** Used and unused as a bar with its number: the eye compares rows, the number is exact. @param {View} view @param {PackRow} row */
function waste(view, row) {
  return html`<span class="waste"><meter aria-hidden="true" min="0" max=${row.exams || 1} .value=${row.unused}></meter> ${view.say.count(row.unused)}</span>`
}

/** @param {View} view @param {PackRow} row */
function verdict(view, row) {
  const sentence = /** @type {(verdict: unknown, say: unknown, names: Names) => string} */ (view.m.verdicts[row.verdict.kind])
  return sentence(row.verdict, view.say, view.names)
}
