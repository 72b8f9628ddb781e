// Who needs how many exams on which day, and what covers them.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { figure, note } from '../figure.js'
import { help, helpLine } from './help.js'
import { examsOf, links } from './links.js'
import { noteRow } from './order-lines.js'

/** @param {View} view */
export function needs(view) {
  const { ui, say, m, agreement } = view
  if (!agreement?.needs.length) return nothing
  const chancy = agreement.needs.some((need) => need.least.value !== need.most.value)
  const sites = (view.input.sites ?? []).length > 1
  const columns = chancy ? 7 : 4
  const all = agreement.needs.length <= rowsAtOnce + 1 || view.printing || view.expanded.has('needs')
  return html`<section>
    <h3>${ui.needs}</h3>
    ${takers(view)}
    ${chancy ? helpLine(view, ['range', 'chance-short', 'unused-average']) : nothing}
    <table class="stack">
      <thead><tr><th scope="col">${ui.sitting}</th><th scope="col">${ui.who}</th><th scope="col" class="number">${ui.need}</th>
        ${chancy ? html`<th scope="col" class="number">${ui.range} ${help(view, 'range')}</th><th scope="col" class="number">${ui.chanceShort} ${help(view, 'chance-short')}</th><th scope="col" class="number">${ui.expectedUnused} ${help(view, 'unused-average')}</th>` : nothing}
        <th scope="col">${ui.coveredBy}</th></tr></thead>
      <tbody>${agreement.needs.slice(0, all ? undefined : rowsAtOnce).map((need, index) => {
        const place = `need/${index}`
        return html`<tr>
          <td data-label=${ui.sitting}>${say.shortDay(need.sitting)}</td>
          <th scope="row" data-label=${ui.who}>${m.families[need.family]} · ${m.audiences[need.audience]}${sites ? html` · ${view.names.site(need.site)}` : nothing}</th>
          <td class="number" data-label=${ui.need}>${figure(view, place, need.need)}</td>
          ${chancy ? html`<td class="number" data-label=${ui.range}><div>${figure(view, place, need.least)} – ${figure(view, place, need.most)}</div></td>
            <td class="number" data-label=${ui.chanceShort}>${figure(view, place, need.chanceShort, say.percent(need.chanceShort.value))}</td>
            <td class="number" data-label=${ui.expectedUnused}>${figure(view, place, need.expectedUnused, say.about(need.expectedUnused.value))}</td>` : nothing}
          <td data-label=${ui.coveredBy}><div>${need.coveredBy.map((cover, at) => html`${at ? html`<br>` : nothing}${ui.fromCover(say.count(cover.exams), coverName(view, cover))}`)}
            ${need.uncovered ? html`<b class="bad line">${ui.uncovered(say.count(need.uncovered))} ${help(view, 'uncovered')}</b>` : nothing}</div></td>
        </tr>${noteRow(view, place, columns)}`
      })}</tbody>
    </table>
    ${all ? nothing : html`<p><button type="button" class="link" @click=${() => view.actions.expand('needs', true)}>${view.m.why.manyMore(say.count(agreement.needs.length - rowsAtOnce))}</button></p>`}
    ${chancy ? outlook(view) : nothing}
  </section>`
}

/** So many are read at once; the rest waits until somebody asks. */
const [atOnce, rowsAtOnce] = [12, 24]

/** Who takes which exams, each exam with its page, and when they are ready. @param {View} view */
function takers(view) {
  const { ui, say, agreement } = view
  const { why } = view.m
  const all = (agreement?.groups ?? []).flatMap((group, index) => group.certifications.map((each) => ({ group, each, place: `group/${index}/${each.certification}` })))
  const line = (/** @type {typeof all[number]} */ { group, each, place }) => html`<li><b>${view.names.group(group.id)}</b> · ${view.names.certification(each.certification)} ·
    ${ui.perPerson(figure(view, place, each.examsPerPerson), figure(view, place, each.ready))}${ui.full}${ui.space}<span class="soft">${why.takesExams(examsOf(view, each.certification))}</span> ${note(view, place)}</li>`
  const shown = all.length > atOnce + 1 ? atOnce : all.length
  const open = view.expanded.has('takers') || view.printing
  return html`<ul class="groups">${all.slice(0, shown).map(line)}</ul>
    ${all.length > shown ? html`<details .open=${open} @toggle=${(/** @type {Event & { currentTarget: HTMLDetailsElement }} */ event) => view.actions.expand('takers', event.currentTarget.open)}>
      <summary>${why.manyMore(say.count(all.length - shown))}</summary>${open ? html`<ul class="groups">${all.slice(shown).map(line)}</ul>` : nothing}</details>` : nothing}
    ${links(view, ['exams', 'certifications'], why.prepare)}`
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
