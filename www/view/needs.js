// Who needs how many exams on which day, and what covers them.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { figure, note } from '../figure.js'
import { noteRow } from './order-lines.js'

/** @param {View} view */
export function needs(view) {
  const { ui, say, m, agreement } = view
  if (!agreement?.needs.length) return nothing
  const chancy = agreement.needs.some((need) => need.least.value !== need.most.value)
  const sites = (view.input.sites ?? []).length > 1
  const columns = chancy ? 7 : 4
  return html`<section>
    <h3>${ui.needs}</h3>
    <ul class="groups">${agreement.groups.flatMap((group, index) => group.certifications.map((each) => {
      const place = `group/${index}/${each.certification}`
      return html`<li><b>${view.names.group(group.id)}</b> · ${view.names.certification(each.certification)} ·
        ${ui.perPerson(figure(view, place, each.examsPerPerson), figure(view, place, each.ready))} ${note(view, place)}</li>`
    }))}</ul>
    <table class="stack">
      <thead><tr><th scope="col">${ui.sitting}</th><th scope="col">${ui.who}</th><th scope="col" class="number">${ui.need}</th>
        ${chancy ? html`<th scope="col" class="number">${ui.range}</th><th scope="col" class="number">${ui.chanceShort}</th><th scope="col" class="number">${ui.expectedUnused}</th>` : nothing}
        <th scope="col">${ui.coveredBy}</th></tr></thead>
      <tbody>${agreement.needs.map((need, index) => {
        const place = `need/${index}`
        return html`<tr>
          <td data-label=${ui.sitting}>${say.shortDay(need.sitting)}</td>
          <th scope="row" data-label=${ui.who}>${m.families[need.family]} · ${m.audiences[need.audience]}${sites ? html` · ${view.names.site(need.site)}` : nothing}</th>
          <td class="number" data-label=${ui.need}>${figure(view, place, need.need)}</td>
          ${chancy ? html`<td class="number" data-label=${ui.range}><div>${figure(view, place, need.least)} – ${figure(view, place, need.most)}</div></td>
            <td class="number" data-label=${ui.chanceShort}>${figure(view, place, need.chanceShort, say.percent(need.chanceShort.value))}</td>
            <td class="number" data-label=${ui.expectedUnused}>${figure(view, place, need.expectedUnused, say.about(need.expectedUnused.value))}</td>` : nothing}
          <td data-label=${ui.coveredBy}><div>${need.coveredBy.map((cover, at) => html`${at ? html`<br>` : nothing}${ui.fromCover(say.count(cover.exams), coverName(view, cover))}`)}
            ${need.uncovered ? html`<b class="bad line">${ui.uncovered(say.count(need.uncovered))}</b>` : nothing}</div></td>
        </tr>${noteRow(view, place, columns)}`
      })}</tbody>
    </table>
    ${chancy ? outlook(view) : nothing}
  </section>`
}

/** What is planned of each family, what of it stays unused on average, and how likely it is too little. @param {View} view */
function outlook(view) {
  const { ui, say, m, agreement } = view
  const families = agreement?.families ?? []
  return html`<h4>${ui.outlook}</h4>
    <table class="stack"><thead><tr><th scope="col">${ui.family}</th><th scope="col" class="number">${ui.need}</th>
      <th scope="col" class="number">${ui.expectedUnused}</th><th scope="col" class="number">${ui.chanceShort}</th></tr></thead>
    <tbody>${families.map(({ family, need, expectedUnused, chanceShort }) => {
      const place = `family/${family}`
      return html`<tr><th scope="row" data-label=${ui.family}>${m.families[family]}</th>
        <td class="number" data-label=${ui.need}>${figure(view, place, need)}</td>
        <td class="number" data-label=${ui.expectedUnused}>${figure(view, place, expectedUnused, say.about(expectedUnused.value))}</td>
        <td class="number" data-label=${ui.chanceShort}>${figure(view, place, chanceShort, say.percent(chanceShort.value))}</td></tr>${noteRow(view, place, 4)}`
    })}</tbody></table>
    <p class="hint">${ui.outlookNote}</p>`
}

/** @param {View} view @param {{ kind: 'free' | 'stock' | 'bought', id: string }} cover */
export function coverName(view, { kind, id }) {
  const line = kind === 'bought' && view.agreement?.lines.find((each) => each.id === id)
  if (!line) return view.m.covers[kind]
  // Several orders of one product differ by their days.
  const several = view.agreement?.lines.some(({ id: other, product }) => product === line.product && other !== id)
  return several ? view.ui.onDay(view.names.product(line.product), view.say.shortDay(line.orderDay.value)) : view.names.product(line.product)
}
