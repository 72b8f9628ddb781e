// Why these packs: every other way to buy, and what it loses by. This table is the proof that the plan is the best.
/** @import { PackChoice, PackRow } from '../pkg/index.js' */
/** @import { Names } from '../messages/contract.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { packMix } from '../charts/index.js'
import { wordsOf } from '../charts/words.js'
import { figure, note } from '../figure.js'

/** @param {View} view */
export function packs(view) {
  const choices = (view.agreement?.choices ?? []).filter(({ proof }) => proof !== 'nothing-to-order')
  if (!choices.length) return nothing
  return html`<section><h3>${view.ui.packs}</h3>${choices.map((choice, index) => packChoice(view, choice, index))}</section>`
}

/** @param {View} view @param {PackChoice} choice @param {number} index */
function packChoice(view, choice, index) {
  const { ui, say } = view
  const needed = say.all(choice.needs.map(({ family, exams }) => ui.needOf(say.count(exams), view.m.families[family])))
  const place = `choice/${index}`
  // A choice for several exam days has no table of every other way; it says how it was searched, and why not fewer.
  const several = choice.sittings.length > 1
  const intro = choice.rows.length > 1 ? ui.packsIntro : several ? ui.sharedWay : ui.onlyWay
  return html`<div class="choice">
    ${choice.site ? html`<h4>${view.names.site(choice.site)}</h4>` : nothing}
    <p>${intro(needed, view.daysText(choice.sittings))}</p>
    ${packMix(view, choice, {
      title: wordsOf(view).packTitle, name: `${wordsOf(view).files.packs}-${index + 1}`, table: () => table(view, choice), verdict: (row) => verdict(view, row),
    })}
    <p class="soft">${choice.proof === 'optimal' ? nothing : view.m.proofs[choice.proof]}${ui.space}${ui.bound(figure(view, place, choice.lowerBound))}${ui.space}${several ? ui.proofSize(say.count(choice.nodes), say.count(choice.cuts)) : nothing}</p>
    ${note(view, place)}
    ${choice.rows.length > 1 ? nothing : whyNotFewer(view, choice)}</div>`
}

/** Every way to buy, with what it loses by. @param {View} view @param {PackChoice} choice */
function table(view, choice) {
  const { ui, say } = view
  const money = choice.rows.some((row) => row.charge !== undefined && row.charge !== null)
  return html`<table class="stack alternatives">
    <thead><tr><th scope="col">${ui.order}</th><th scope="col" class="number">${ui.exam}</th><th scope="col">${ui.unused}</th>
      ${money ? html`<th scope="col" class="number">${ui.charge} <span class="unit">${view.currency.currency}</span></th>` : nothing}${choice.rows.length > 1 ? html`<th scope="col">${ui.verdict}</th>` : nothing}</tr></thead>
    <tbody>${choice.rows.map((row) => html`<tr class=${row.verdict.kind === 'chosen' ? 'chosen' : ''}>
      <th scope="row" data-label=${ui.order}>${view.unitsText(row.units)}</th>
      <td class="number" data-label=${ui.exam}>${say.count(row.exams)}</td>
      <td data-label=${ui.unused}>${waste(view, row)}</td>
      ${money ? html`<td class="number" data-label=${view.chargeLabel}>${row.charge === undefined || row.charge === null ? '–' : say.amount(row.charge, view.currency.places)}</td>` : nothing}
      ${choice.rows.length > 1 ? html`<td data-label=${ui.verdict}>${verdict(view, row)}</td>` : nothing}</tr>`)}</tbody>
  </table>`
}

/** So many lines are read at once; the rest waits until somebody asks. */
const atOnce = 4

/** For each product and day, the exams that one unit fewer leaves without a voucher. @param {View} view @param {PackChoice} choice */
function whyNotFewer(view, { site, binding }) {
  const { ui, say, m, names } = view
  const lines = binding.map(({ product, day, missing, families, sittings }) => html`<li>${ui.bindingLine(
    names.product(product), say.shortDay(day), missing, say.count(missing), say.all(families.map((family) => m.families[family])), view.daysText(sittings, true),
  )}</li>`)
  // One line more is shorter than the words that would hide it.
  const shown = lines.length > atOnce + 1 ? atOnce : lines.length
  return lines.length ? html`${site ? html`<h5>${ui.whyNotFewer}</h5>` : html`<h4>${ui.whyNotFewer}</h4>`}<ul>${lines.slice(0, shown)}</ul>
    ${lines.length > shown ? html`<details ?open=${view.printing}><summary>${ui.moreOfThese(lines.length - shown)}</summary><ul>${lines.slice(shown)}</ul></details>` : nothing}` : nothing
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
