// What would change the plan: to order now, other numbers, other readings of the texts. It follows when the page rests.
/** @import { Alternative, Outcome, PackChoice, Value, Variation } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { tornado } from '../charts/index.js'
import { wordsOf } from '../charts/words.js'
import { policyWords } from './disputed.js'
import { difference, policies } from './policies.js'

/** One plan of several side by side. @typedef {{ name: unknown, outcome: Outcome, chosen: boolean }} Row */

/** @param {View} view */
export function whatIf(view) {
  const { ui, comparison, agreement } = view
  if (!agreement) return nothing
  // The room it took stays reserved while the next one is worked out, so nothing moves under the reader's eyes.
  return html`<section class="what-if" aria-busy=${!comparison && !view.stopped} ${ref((part) => keep(part, comparison ? 0 : view.reserved))}><h3>${ui.whatIf}</h3>
    ${comparison ? html`${waiting(view)}${sensitivity(view)}${breakEvens(view)}${alternatives(view)}
      ${budgets(view, ui.benefitBudgets, comparison.benefitBudgets, ui.benefitIntro)}${budgets(view, ui.termBudgets, comparison.termBudgets)}
      <h4>${ui.choicesMade}</h4>${policies(view)}` : comparing(view)}</section>`
}

/** By hand: a strict policy allows no attribute with a style. @param {Element | undefined} part @param {number} height in pixels */
const keep = (part, height) => { if (part instanceof HTMLElement) part.style.minHeight = `${height}px` }

/** While the plan is compared, and after that was stopped. @param {View} view */
function comparing({ ui, stopped, actions }) {
  return stopped
    ? html`<p class="soft">${ui.comparingStopped} <button type="button" class="link" @click=${actions.compareAgain}>${ui.compareNow}</button></p>`
    : html`<p class="soft">${ui.comparing} <button type="button" class="link" @click=${actions.stopWork}>${ui.stop}</button></p>`
}

/** To order everything now, against the last safe days. @param {View} view */
function waiting(view) {
  const { ui, comparison } = view
  if (!comparison?.waiting) return nothing
  const { now, planned } = comparison.waiting
  return html`<h4>${ui.waiting}</h4>${sideBySide(view, ui.timeline, [
    { name: ui.orderWaiting, outcome: planned, chosen: true },
    { name: ui.orderNow(now.firstOrder ? view.say.shortDay(now.firstOrder) : '–'), outcome: now, chosen: false },
  ])}`
}

/** What each choice of a policy would cost. @param {View} view @param {string} title @param {{ choice: { policy: string, choice: string }, outcome: Outcome }[]} list @param {string} [intro] */
function budgets(view, title, list, intro) {
  const words = policyWords(view, list[0]?.choice.policy ?? '')
  const chosen = (/** @type {{ choice: string }} */ { choice }) => view.agreement?.policies.some((used) => used.choice.policy === list[0]?.choice.policy && used.choice.choice === choice) ?? false
  return list.length > 1 ? html`<h4>${title}</h4>${intro ? html`<p>${intro}</p>` : nothing}
    ${sideBySide(view, words?.name ?? '', list.map(({ choice, outcome }) => ({ name: words?.choices[choice.choice] ?? choice.choice, outcome, chosen: chosen(choice) })))}` : nothing
}

/** One row for each plan, the one that is shown marked. @param {View} view @param {string} head @param {Row[]} rows */
function sideBySide(view, head, rows) {
  const { ui, say, currency: { currency, places } } = view
  const plan = rows.find(({ chosen }) => chosen)?.outcome
  const money = rows.some(({ outcome }) => typeof outcome.charge === 'number')
  return html`<table class="stack">
    <thead><tr><th scope="col">${head}</th><th scope="col">${ui.order}</th><th scope="col">${ui.lastUse}</th><th scope="col" class="number">${ui.exam}</th>
      ${money ? html`<th scope="col" class="number">${ui.charge} <span class="unit">${currency}</span></th><th scope="col" class="number">${ui.difference} <span class="unit">${currency}</span></th>` : nothing}</tr></thead>
    <tbody>${rows.map(({ name, outcome: { charge, units, until, exams, uncovered, proven }, chosen }) => html`<tr class=${chosen ? 'chosen' : ''}>
      <th scope="row" data-label=${head}><div>${name} ${chosen ? html`<span class="tag">${ui.thisPlan}</span>` : nothing} ${unsure(view, proven)}</div></th>
      <td data-label=${ui.order}><div>${view.unitsText(units) || ui.none} ${uncovered ? html`<b class="bad line">${ui.uncovered(say.count(uncovered))}</b>` : nothing}</div></td>
      <td class="day" data-label=${ui.lastUse}>${until ? say.shortDay(until) : '–'}</td>
      <td class="number" data-label=${ui.exam}>${say.count(exams)}</td>
      ${money ? html`<td class="number" data-label=${view.chargeLabel}>${typeof charge === 'number' ? say.amount(charge, places) : '–'}</td>
        <td class="number" data-label=${view.withUnit(ui.difference)}>${
          // What covers more or less is another purchase: its cost is no saving.
          typeof charge === 'number' && typeof plan?.charge === 'number' && uncovered === plan.uncovered && !chosen ? say.difference(charge - plan.charge, { places }) : '–'}</td>` : nothing}</tr>`)}</tbody>
  </table>`
}

/** A table of the inputs, what changes most first. @param {View} view */
function sensitivity(view) {
  const { ui, say, comparison } = view
  const entries = comparison?.sensitivity ?? []
  const changes = (/** @type {Variation | null | undefined} */ end) => Boolean(end && difference(view, end.difference))
  const moving = entries.filter(({ low, high }) => changes(low) || changes(high))
  const still = entries.filter((entry) => !moving.includes(entry)).map(({ path }) => nameOf(view, path))
  if (!entries.length) return nothing
  const end = (/** @type {Variation | null | undefined} */ variation, /** @type {string} */ label) => html`<td data-label=${label}>${variation
    ? html`<div><span class="soft">${valueOf(view, variation.value)}</span><br>${difference(view, variation.difference) || ui.noChange} ${unsure(view, variation.difference.proven)}</div>` : '–'}</td>`
  const table = () => html`<table class="stack">
    <thead><tr><th scope="col">${ui.input}</th><th scope="col">${ui.planned}</th><th scope="col">${ui.lower}</th><th scope="col">${ui.higher}</th></tr></thead>
    <tbody>${moving.map(({ path, value, low, high }) => html`<tr><th scope="row" data-label=${ui.input}>${nameOf(view, path)}</th>
      <td data-label=${ui.planned}>${valueOf(view, value)}</td>${end(low, ui.lower)}${end(high, ui.higher)}</tr>`)}</tbody></table>`
  return html`<h4>${ui.sensitivity}</h4>
    ${moving.length ? html`<p>${ui.sensitivityIntro}</p>${tornado(view, moving, {
      title: wordsOf(view).tornadoTitle, table, nameOf: (path) => nameOf(view, path), valueOf: (value) => valueOf(view, value), difference: (variation) => difference(view, variation.difference),
    })}` : nothing}
    <p class="soft">${view.sentences(still.length ? ui.unmoved(say.all(still)) : nothing, comparison?.groupsLeft ? ui.groupsLeft(say.count(comparison.groupsLeft)) : nothing)}</p>`
}

/** Whose field it is. @param {View} view @param {string} path */
function nameOf(view, path) {
  const price = path.match(/\.prices\[(\d+)\]/)
  return price ? view.ui.labelled(view.m.fields.price, view.names.product(view.input.prices?.[Number(price[1])]?.product ?? '')) : view.labelOf(path)
}

/** @param {View} view @param {Value} value */
function valueOf({ say, currency }, value) {
  return value.type === 'ratio' ? say.percent(value.ratio) : value.type === 'day' ? say.shortDay(value.day) : say.value(value, currency)
}

/** @param {View} view @param {boolean} proven */
const unsure = (view, proven) => (proven ? nothing : html`<span class="tag assumed">${view.ui.unproven}</span>`)

/** @param {View} view */
function breakEvens(view) {
  const { ui, say, m, agreement, comparison } = view
  const flips = comparison?.breakEvens ?? []
  const choices = (agreement?.choices ?? []).map((choice, place) => ({ choice, list: flips.filter((flip) => flip.choice === place) })).filter(({ list }) => list.length)
  return choices.length ? html`<h4>${ui.breakEven}</h4>${choices.map(({ choice, list }) => html`
    ${(agreement?.choices.length ?? 0) > 1 ? html`<p class="soft">${say.all(choice.needs.map(({ family, exams }) => ui.needOf(say.count(exams), m.families[family])))} · ${view.daysText(choice.sittings)}</p>` : nothing}
    <ul>${list.map((each) => html`<li>${ui.breakEvenLine(each.change, m.families[each.family], view.unitsText(each.units) || ui.none, typeof each.charge === 'number' ? say.money(each.charge, view.currency) : '')}</li>`)}</ul>`)}` : nothing
}

/** For choices over several sittings: the best with more or fewer of a product. @param {View} view */
function alternatives(view) {
  const { ui, agreement, comparison } = view
  const all = comparison?.alternatives ?? []
  const choices = (agreement?.choices ?? []).map((choice, place) => ({ choice, list: all.filter((each) => each.choice === place) })).filter(({ list }) => list.length)
  return choices.length ? html`<h4>${ui.alternatives}</h4><p>${ui.alternativesIntro}</p>${choices.map(({ choice, list }) => alternativesOf(view, choice, list, (agreement?.choices.length ?? 0) > 1))}` : nothing
}

/** The plan, and below it each other way to buy with all that leads to it. @param {View} view @param {PackChoice} choice @param {Alternative[]} list @param {boolean} named whether to say for which exam days */
function alternativesOf(view, choice, list, named) {
  const { ui, say, currency: { currency, places } } = view
  const [plan] = choice.rows
  const money = list.some(({ charge }) => typeof charge === 'number')
  /** @type {Map<string, Alternative[]>} */
  const ways = new Map()
  for (const each of list) {
    const key = JSON.stringify(each.units)
    ways.set(key, [...ways.get(key) ?? [], each])
  }
  const rows = [...ways.values()].toSorted(([a], [b]) => (a?.charge ?? 0) - (b?.charge ?? 0) || (a?.exams ?? 0) - (b?.exams ?? 0))
  const differs = (/** @type {Alternative} */ { charge, exams }) => (money
    ? typeof charge === 'number' && typeof plan?.charge === 'number' ? say.difference(charge - plan.charge, { places }) : '–'
    : plan ? say.change(exams - plan.exams) : '–')
  const unit = money && currency ? html` <span class="unit">${currency}</span>` : nothing
  const cells = (/** @type {Pick<Alternative, 'units' | 'exams' | 'charge'>} */ way, /** @type {string} */ difference) => html`
    <td data-label=${ui.order}>${view.unitsText(way.units) || ui.none}</td>
    <td class="number" data-label=${ui.exam}>${say.count(way.exams)}</td>
    ${money ? html`<td class="number" data-label=${view.chargeLabel}>${typeof way.charge === 'number' ? say.amount(way.charge, places) : '–'}</td>` : nothing}
    <td class="number" data-label=${money ? view.withUnit(ui.difference) : ui.difference}>${difference}</td>`
  return html`<table class="stack">
    ${named ? html`<caption>${choice.site ? `${view.names.site(choice.site)} · ` : nothing}${view.daysText(choice.sittings, true)}</caption>` : nothing}
    <thead><tr><th scope="col">${ui.supposing}</th><th scope="col">${ui.order}</th><th scope="col" class="number">${ui.exam}</th>
      ${money ? html`<th scope="col" class="number">${ui.charge}${unit}</th>` : nothing}<th scope="col" class="number">${ui.difference}${unit}</th></tr></thead>
    <tbody>${plan ? html`<tr class="chosen"><th scope="row" data-label=${ui.supposing}>${ui.asPlanned}</th>${cells(plan, '–')}</tr>` : nothing}
      ${rows.map((same) => html`<tr>
        <th scope="row" data-label=${ui.supposing}><div>${say.either(same.map(({ product, bound, more }) => (more ? ui.atLeast : ui.atMost)(say.count(bound), view.names.product(product))))} ${unsure(view, same.every(({ proven }) => proven))}</div></th>
        ${same[0] ? cells(same[0], differs(same[0])) : nothing}</tr>`)}</tbody></table>`
}
