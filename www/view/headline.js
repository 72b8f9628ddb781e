// The answer in one sentence: what to order, by when, for how much.
/** @import { Finding, View } from '../view.js' */
import { html, nothing } from 'lit'
import { figure, note } from '../figure.js'

/** @param {View} view */
export function headline(view) {
  const { ui, agreement } = view
  if (!agreement) return html`<h2>${ui.emptyTitle}</h2><p class="lead">${ui.emptyHint}</p>`
  const { summary, lines } = agreement
  const place = 'headline'
  const first = summary.firstOrder
  const needed = figure(view, place, summary.examsNeeded)
  if (!lines.length) {
    return html`<h2>${uncovered(view) ? ui.nothingCovered(needed) : summary.examsNeeded.value ? ui.coveredWithout(needed) : ui.nothingNeeded}</h2>
      ${note(view, place)} ${known(view)}${together(view)}`
  }
  const orders = view.say.allOf(totals(view).map(({ product, units, why }) => html`<span class="order-item">${
    why === undefined ? view.say.count(units) : figure(view, `${place}/${product}`, { value: units, why })} × ${view.names.product(product)}</span>`))
  return html`<h2>${byDay(view)(orders, figure(view, place, first))}${
    summary.charge ? ui.forCharge(figure(view, place, summary.charge)) : ui.full}</h2>
    <p class="lead">${view.sentences(amounts(view, (explained) => figure(view, place, explained)),
      uncovered(view) ? html`<b class="bad">${ui.partlyCovered(view.say.count(uncovered(view)))}</b>` : nothing, proof(view), known(view))}</p>
    ${note(view, place)} ${totals(view).map(({ product }) => note(view, `${place}/${product}`))}${together(view)}`
}

/** What all agreements cost together, where there are several, by currency. @param {View} view */
function together(view) {
  const { plan, ui, say } = view
  if (!plan || plan.agreements.length < 2) return nothing
  // Each total stands in a currency of its own, its reason too.
  const sums = plan.totals.map(({ currency, places, charge }) => ({ own: /** @type {View} */ (Object.assign(Object.create(view), { currency: { currency, places } })), place: `together/${currency}`, charge }))
  return html`<p>${ui.together(view.agreementName(view.current), plan.agreements.length, sums.length ? say.allOf(sums.map(({ own, place, charge }) => figure(own, place, charge))) : '')}</p>
    ${sums.map(({ own, place }) => note(own, place))}`
}

/** How many exams are needed, bought and left. @param {View} view @param {(explained: { value: number, why: number }) => unknown} shown */
function amounts({ ui, agreement }, shown) {
  if (!agreement) return []
  const { examsNeeded, examsToBuy, examsBought, examsUnused } = agreement.summary
  return examsToBuy.value === examsNeeded.value
    ? ui.subline(examsBought.value, shown(examsBought), shown(examsNeeded), shown(examsUnused))
    : ui.sublineHand(examsNeeded.value, shown(examsNeeded), shown(examsToBuy), shown(examsBought), shown(examsUnused))
}

/** The sentence for one order day or for several. @param {View} view */
const byDay = ({ ui, agreement }) => (new Set(agreement?.lines.map((line) => line.orderDay.value)).size > 1 ? ui.orderOverDays : ui.orderHeadline)

/** The same for people who listen. @param {View} view */
export function spoken(view) {
  const { ui, agreement } = view
  if (!agreement?.lines.length) return ''
  const { summary } = agreement
  const words = [
    ...byDay(view)(view.unitsText(totals(view)), summary.firstOrder ? view.say.day(summary.firstOrder.value) : ''),
    summary.charge ? ui.forCharge(view.say.money(summary.charge.value, view.currency)) : ui.full,
    ui.space, ...amounts(view, ({ value }) => view.say.count(value)),
  ]
  return words.flat().join('')
}

/** Units of each product over all its lines. @param {View} view @returns {{ product: string, units: number, why?: number }[]} */
export function totals(view) {
  /** @type {Map<string, { product: string, units: number, why?: number }>} */
  const byProduct = new Map()
  for (const { product, units } of view.agreement?.lines ?? []) {
    const sum = byProduct.get(product)
    // A sum over several days has no figure of its own in the headline; each line below has.
    byProduct.set(product, sum ? { product, units: sum.units + units.value } : { product, units: units.value, why: units.why })
  }
  return [...byProduct.values()]
}

/** @param {View} view */
const uncovered = (view) => view.agreement?.needs.reduce((sum, need) => sum + need.uncovered, 0) ?? 0

/** Whether another plan could be better, and by how much at most. @param {View} view */
function proof(view) {
  const findings = /** @type {Finding[]} */ (view.plan?.findings ?? [])
  const gap = view.agreement?.proof === 'best-found' && findings.find(({ code, path }) => code === 'gap-left' && path.startsWith(view.path))
  return gap ? view.findingText(gap) : view.m.proofs[view.agreement?.proof ?? 'optimal']
}

/** How many findings there are, as a link to them. @param {View} view */
function known(view) {
  const count = (/** @type {string} */ severity) => view.plan?.findings.filter((finding) => finding.severity === severity).length ?? 0
  return view.plan?.findings.length ? html`<a href="#findings" @click=${toFindings}>${view.ui.toKnow(count('blocker'), count('warning'), count('note'))}</a>` : nothing
}

/** A fragment does not reach into a shadow tree. @param {MouseEvent & { currentTarget: HTMLElement }} event */
function toFindings(event) {
  event.preventDefault()
  const root = /** @type {ShadowRoot} */ (event.currentTarget.getRootNode())
  const target = root.getElementById('findings')
  target?.scrollIntoView()
  target?.focus({ preventScroll: true })
}
