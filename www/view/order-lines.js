// The order itself: when, what, how many, how much, and how the price was prorated.
/** @import { OrderLine } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { help } from '../field.js'
import { figure, note } from '../figure.js'

/** @param {View} view */
export function orderLines(view) {
  const { ui, agreement } = view
  if (!agreement?.lines.length) return nothing
  const { charge } = agreement.summary
  const money = agreement.lines.some((line) => line.charge)
  const unit = money && agreement.currency ? html` <span class="unit">${agreement.currency}</span>` : nothing
  const columns = money ? 6 : 4
  return html`<section>
    <h3>${ui.lines}</h3>
    <table class="orders stack">
      <thead><tr>
        <th scope="col">${ui.when} ${help(view, 'order-by')}</th><th scope="col">${ui.what}</th><th scope="col" class="number">${ui.units}</th>
        <th scope="col" class="number">${ui.exam}</th>
        ${money ? html`<th scope="col" class="number">${ui.perUnit}${unit}</th><th scope="col" class="number">${ui.charge}${unit}</th>` : nothing}
      </tr></thead>
      <tbody>${agreement.lines.map((line) => orderLine(view, line, money, columns))}</tbody>
      ${money && charge ? html`<tfoot><tr><th scope="row" colspan="5">${ui.total}</th>
        <td class="number" data-label=${view.withUnit(ui.total)}>${figure(view, 'total', charge, view.say.amount(charge.value, agreement.places))}</td></tr>
        ${noteRow(view, 'total', columns)}</tfoot>` : nothing}
    </table>
    ${view.later ? html`${view.later.helpLine(view, ['order-by'])}<p class="hint">${view.later.calendarUsed(view)} ${help(view, 'delivery')} ${view.later.links(view, ['sales'], view.m.why.codesMissing)}</p>` : nothing}
  </section>`
}

/** @param {View} view @param {OrderLine} line @param {boolean} money @param {number} columns */
function orderLine(view, line, money, columns) {
  const { ui, say } = view
  const place = `line/${line.id}`
  const places = view.currency.places
  const why = (/** @type {{ value: any, why: number } | undefined} */ explained, /** @type {string} */ shown = '') => figure(view, place, explained, shown || undefined)
  return html`<tr class="line">
      <td data-label=${ui.when}>${why(line.orderDay, say.shortDay(line.orderDay.value))}</td>
      <th scope="row" data-label=${ui.what}><div>${view.names.product(line.product)} ${help(view, termOf(view, line.product))}</div></th>
      <td class="number" data-label=${ui.units}>${why(line.units)}</td>
      <td class="number" data-label=${ui.exam}>${line.exams ? why(line.exams) : '–'}</td>
      ${money ? html`<td class="number" data-label=${view.withUnit(ui.perUnit)}>${line.unitCharge ? why(line.unitCharge, say.amount(line.unitCharge.value, places)) : '–'}</td>
        <td class="number" data-label=${view.chargeLabel}>${line.charge ? why(line.charge, say.amount(line.charge.value, places)) : ui.noPrice}</td>` : nothing}
    </tr>
    <tr class="facts"><td></td><td colspan=${columns - 1}>${facts(view, line, why)}</td></tr>
    ${noteRow(view, place, columns)}`
}

/** The term that explains a product, by its kind. @param {View} view @param {string} product */
const termOf = (view, product) => /** @type {const} */ ({ 'site-pack': 'site-pack', 'class-pack': 'class-pack', voucher: 'voucher', 'reference-library': 'library' })[view.catalogue.products.find(({ id }) => id === product)?.kind ?? 'voucher']

/** What else to know of a line, in short sentences. @param {View} view @param {OrderLine} line @param {(explained: any, shown?: string) => unknown} why */
function facts(view, line, why) {
  const { ui, say, m } = view
  const named = line.sites.flatMap(({ site, units }) => (site ? [`${view.names.site(site)}${line.sites.length > 1 ? ` (${say.count(units)})` : ''}`] : []))
  return html`
    ${line.unitPrice && line.unitCharge ? html`<p class="proration">${ui.charged(html`${why(line.months, say.ratio(line.months.value))}<span class="twelve">/12</span>`, why(line.unitPrice, say.amount(line.unitPrice.value, view.currency.places)), say.amount(line.unitCharge.value, view.currency.places))}</p>` : nothing}
    <p>${view.sentences(
      ui.covers(why(line.coverageStart, say.shortDay(line.coverageStart.value)), why(line.termEnd, say.shortDay(line.termEnd.value))),
      ui.acknowledged(why(line.acknowledged, say.shortDay(line.acknowledged.value))),
      ui.codesArrive(why(line.earliestDelivery, say.shortDay(line.earliestDelivery.value)), why(line.latestDelivery, say.shortDay(line.latestDelivery.value))),
      line.usableUntil ? ui.usableUntil(why(line.usableUntil, say.shortDay(line.usableUntil.value))) : nothing,
      line.used && line.unused ? ui.usedUnused(why(line.used), why(line.unused)) : nothing,
    )}</p>
    <p>${view.sentences(
      named.length ? ui.forSites(say.all(named)) : nothing,
      m.fulfilment[line.fulfilment],
      line.contact && line.fulfilment === 'code-list-mail' ? ui.contactIs(line.contact) : nothing,
      line.licence ? html`${ui.licenceIs(m.licences[line.licence])}${line.licence === 'ssl' ? help(view, 'ssl') : nothing}` : nothing,
      line.partNumber ? ui.partNumberIs(line.partNumber) : nothing,
    )}</p>`
}

/** The open reason of a place as a row of its own. @param {View} view @param {string} place @param {number} columns */
export function noteRow(view, place, columns) {
  return view.notes.has(place) ? html`<tr class="note-row"><td colspan=${columns}>${note(view, place)}</td></tr>` : nothing
}
