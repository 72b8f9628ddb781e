// On paper nothing can be clicked: whose plan it is stands above, and below it every reason, rule and source, told once.
/**
 * @import { Figure } from '../pkg/index.js'
 * @import { Explained } from '../figure.js'
 * @import { View } from '../view.js'
 */
import { html, nothing } from 'lit'
import { figureHead, formula, policyLine, rule, sourceLink } from '../explain.js'
import { browserToday } from '../scenario.js'

/** Reasons that lie deeper are told where they are nearer to an order, or not at all. */
const deepest = 6

/** Whose plan this is, of which day, and what it is not. @param {View} view */
export function cover(view) {
  const { agreement, plan, say, scenario, names } = view
  const words = view.m.outputs
  if (!agreement || !plan) return nothing
  const facts = [
    [words.scenario, scenario.name],
    [words.agreement, say.list([agreement.name, names.programme(agreement.programme), `${say.day(agreement.start)} – ${say.day(agreement.end)}`].filter(Boolean))],
    [words.plannedOn, say.day(plan.today)],
    [words.catalogue, say.day(plan.catalogue)],
    // The address without what may stand behind it: that can be longer than the page.
    [words.printed, say.list([say.day(browserToday()), location.protocol.startsWith('http') ? location.origin + location.pathname : ''].filter(Boolean))],
  ]
  return html`<dl class="cover">${facts.map(([label, fact]) => (fact ? html`<div><dt>${label}</dt><dd>${fact}</dd></div>` : nothing))}</dl>`
}

/** Reasons, rules and sources. Drawn last: it has every text by number that the page above cites. @param {View} view */
export function appendix(view) {
  const { ui, agreement, plan } = view
  if (!agreement || !plan) return nothing
  const { summary, lines } = agreement
  /** @type {Set<string>} */
  const rules = new Set()
  const told = (/** @type {Explained<unknown> | undefined | null} */ explained) => {
    const source = explained && plan.figures[explained.why]
    return source && !view.told.has(source) ? html`<div class="reason">${step(view, source, 1, rules)}</div>` : nothing
  }
  const reasons = [
    ...lines.map((line) => html`<h4>${view.say.count(line.units.value)} × ${view.names.product(line.product)}</h4>${[line.charge ?? line.units, line.orderDay, line.usableUntil].map(told)}`),
    html`<h4>${ui.total}</h4>${[summary.charge, summary.examsNeeded].map(told)}`,
  ]
  return html`<section class="appendix reasons"><h3>${ui.reasons}</h3><div class="columns">${reasons}</div></section>
    ${rules.size ? html`<section class="appendix"><h3>${ui.rules}</h3><ul class="columns rules">${view.catalogue.rules.filter(({ id }) => rules.has(id)).map(({ id }) => rule(view, id))}</ul></section>` : nothing}
    <section class="appendix"><h3>${ui.sources}</h3><ol class="columns sources">${endnotes(view)}</ol>
      <p class="remarks">${view.sentences(view.m.outputs.yourPrices, view.m.outputs.notAffiliated)}</p></section>`
}

/** A figure, how it came about, and what went in, as far as that was not told before. @param {View} view @param {Figure} source @param {number} depth @param {Set<string>} named rules named so far @returns {unknown} */
function step(view, source, depth, named) {
  const known = view.told.has(source)
  const line = html`<p class="note-head">${figureHead(view, source)}</p>`
  if (known || depth > deepest) return line
  view.told.add(source)
  const { step: { kind }, of = [], rules = [], cites = [], policy } = source
  rules.forEach((id) => named.add(id))
  const children = of.flatMap((id) => view.plan?.figures[id] ?? [])
  // That it was entered, or read in a source, is said by its tag and by the source's number.
  const evident = kind === 'input' || kind === 'fact' && cites.length
  const grounds = [rules.length ? view.say.list(rules) : '', ...cites.map((cite) => sourceLink(view, cite))].filter(Boolean)
  return html`${line}
    ${evident && !grounds.length ? nothing : html`<p class="formula">${evident ? nothing : formula(view, source, children)} <span class="grounds">${grounds.map((each) => html`${each} `)}</span></p>`}
    ${policy ? policyLine(view, policy) : nothing}
    ${children.length ? html`<div class="deeper">${children.map((child) => html`<div>${step(view, child, depth + 1, named)}</div>`)}</div>` : nothing}`
}

/** The texts that were cited, by number; a text of which several parts were cited is written out once. @param {View} view */
function endnotes(view) {
  const cites = [...view.endnotes]
  const onScreen = Object.assign(Object.create(view), { printing: false })
  /** @type {Map<string, number>} */
  const first = new Map()
  return cites.map(([cite, number]) => {
    const [id = '', part] = cite.split('#')
    const before = first.get(id)
    if (before === undefined) first.set(id, number)
    const section = view.catalogue.sources.find((each) => each.id === id)?.sections?.find((each) => each.id === part)
    return html`<li value=${number}>${before === undefined || !section ? sourceLink(onScreen, cite) : view.m.outputs.sameSource(before, section.title)}</li>`
  })
}
