// Scenarios side by side: what each comes to, how it differs from the first, and which orders lead from one to the other.
/** @import { Amendment, LineAmendment } from '../pkg/index.js' */
/** @import { PlannerElement } from '../planner-element.js' */
/** @import { Problem, View } from '../view.js' */
/** @import { Column, Measure } from './columns.js' */
import { LitElement, html, nothing } from 'lit'
import { Plans } from '../state/plans.js'
import { answersOf, bestOf, columnOf, differenceFrom, measures } from './columns.js'
import { differencesBetween, placeOf, valueText } from './differences.js'
import './goal-seek.js'
import { moved, opened, placed } from './menus.js'
import { duplicate, sheetMenu } from './sheets.js'

/** More would not fit beside one another. */
const mostColumns = 4
/** More differences than these are counted only. */
const mostDifferences = 60

/** @param {View} view @param {PlannerElement} planner */
export const draw = (view, planner) => html`<vp-scenario-comparison .view=${view} .planner=${planner}></vp-scenario-comparison>`

/** It draws into its parent's tree, so labels and styles reach it. */
class ScenarioComparison extends LitElement {
  static properties = { view: { attribute: false }, planner: { attribute: false }, left: { state: true }, amendment: { state: true } }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    /** @type {PlannerElement | undefined} */ this.planner = undefined
    /** Keys of sheets that are not compared, as far as the user said so. @type {ReadonlySet<string>} */ this.left = new Set()
    /** @type {{ of: string, amendment: Amendment | undefined } | undefined} */ this.amendment = undefined
  }

  /** @type {Plans | undefined} */ #plans
  /** The two scenarios whose amendment was asked for. @type {unknown[]} */ #amended = []

  createRenderRoot() { return this }

  render() {
    const { view, planner } = this
    if (!view || !planner?.engine) return nothing
    this.#plans ??= new Plans(planner.engine, () => this.requestUpdate())
    const plans = this.#plans
    const { m: { scenarios: words }, desk } = view
    const chosen = this.#chosen()
    const columns = chosen.map((sheet) => columnOf(view, sheet, plans.answerTo(sheet.scenario)))
    return html`<h2 tabindex="-1">${words.title}</h2>
      ${desk.sheets.length === 1 ? html`<p>${words.onlyOne}</p><p class="actions"><button type="button" @click=${() => duplicate(view, planner, desk.shown)}>${words.duplicate}</button></p>` : nothing}
      ${desk.sheets.length > 2 ? this.#choice(view, chosen.map(({ key }) => key)) : nothing}
      ${this.#table(view, planner, columns)}
      ${this.#amendmentOf(view, columns)}
      ${columns.length > 1 ? html`<section><h3>${words.differing}</h3>${columns.slice(1).map((column) => differences(view, columns[0], column))}</section>` : nothing}
      <section><h3>${words.seek}</h3><vp-goal-seek .view=${view} .plans=${plans}></vp-goal-seek></section>`
  }

  #chosen() { return this.view?.desk.sheets.filter(({ key }) => !this.left.has(key)).slice(0, mostColumns) ?? [] }

  /** @param {View} view @param {string[]} chosen */
  #choice(view, chosen) {
    const { m: { scenarios: words }, desk } = view
    const full = chosen.length === mostColumns
    const toggle = (/** @type {string} */ key) => () => {
      // Those beyond the first four were left out without a word.
      const left = new Set(desk.sheets.map((sheet) => sheet.key).filter((each) => !chosen.includes(each)))
      if (!left.delete(key)) left.add(key)
      this.left = left
    }
    return html`<fieldset class="which"><legend>${words.which}</legend>
      ${desk.sheets.map((sheet) => {
        const on = chosen.includes(sheet.key)
        return html`<label class="choice-line"><input type="checkbox" .checked=${on} ?disabled=${on ? chosen.length === 1 : full} @change=${toggle(sheet.key)}> <span>${view.sheetName(sheet)}</span></label>`
      })}
      ${full && desk.sheets.length > mostColumns ? html`<p class="soft">${words.most}</p>` : nothing}</fieldset>`
  }

  /** @param {View} view @param {PlannerElement} planner @param {Column[]} columns */
  #table(view, planner, columns) {
    const { m: { scenarios: words }, say } = view
    const show = async (/** @type {string} */ key) => {
      await planner.showPlace(undefined)
      if (key !== view.desk.shown) view.actions.showSheet(key)
    }
    const row = (/** @type {string} */ label, /** @type {(column: Column) => unknown} */ cell, best = /** @type {Set<Column>} */ (new Set())) => html`<tr>
      <th scope="row">${label}</th>${columns.map((column) => html`<td data-label=${column.name} class=${best.has(column) ? 'best' : ''}><div>${cell(column)}</div></td>`)}</tr>`
    const planned = (/** @type {string} */ label, /** @type {(column: Column) => unknown} */ cell) => row(label, (column) => (column.plan ? cell(column) : '–'))
    const measured = (/** @type {string} */ label, /** @type {Measure} */ measure) => {
      const best = bestOf(columns, measure)
      return row(label, (column) => (column.numbers ? html`<span class="amount">${measure.text(column, column.numbers)}</span>${
        best.has(column) ? html` <b class="flag">${words.best}</b>` : nothing}${
        columns[0] && column !== columns[0] ? html`<span class="against">${differenceFrom(column, columns[0], measure)}</span>` : nothing}` : '–'), best)
    }
    const list = (/** @type {unknown[]} */ items) => (items.length ? html`<ul>${items.map((each) => html`<li>${each}</li>`)}</ul>` : words.none)
    return html`<table class="compare stack">
      <thead><tr><td></td>${columns.map(({ name }, place) => html`<th scope="col">
        <span class="compared">${name}</span>${place ? nothing : columns.length > 1 ? html` <span class="tag">${words.first}</span>` : nothing}</th>`)}</tr></thead>
      <tbody>
        <tr class="do"><td></td>${columns.map(({ name, sheet }) => html`<td data-label=${name}><div>
          <button type="button" class="link" @click=${() => show(sheet.key)}>${words.show}<span class="hidden"> ${name}</span></button>
          <button type="button" class="link opens" popovertarget="do-${sheet.key}" aria-haspopup="menu">${words.doWith}<span class="hidden"> ${name}</span></button>
          <div popover id="do-${sheet.key}" class="menu" role="menu" aria-label=${name} @beforetoggle=${placed} @toggle=${opened} @keydown=${moved}>${sheetMenu(view, planner, sheet.key)}</div></div></td>`)}</tr>
        ${row(words.rows.answer, (column) => this.#answer(column, show))}
        ${Object.entries(measures).map(([name, measure]) => measured(words.rows[/** @type {keyof typeof measures} */ (name)], measure))}
        ${planned(words.rows.lines, ({ view: one, plan, sheet }) => list(plan?.agreements.flatMap(({ lines }, place) => lines.map((line) => words.lineBy(one.beside(sheet.scenario, plan, place).unitsText([{ product: line.product, units: line.units.value }]), say.shortDay(line.orderDay.value)))) ?? []))}
        ${planned(words.rows.years, ({ plan }) => list(plan?.agreements.flatMap(({ budget, currency, places }) => budget.years.map(({ start, end, charge }) => `${say.shortDay(start)} – ${say.shortDay(end)}: ${say.money(charge.value, { currency, places })}`)) ?? []))}
      </tbody>
      <tbody><tr class="head"><th scope="rowgroup" colspan=${columns.length + 1}>${words.inputs}</th></tr>
        ${row(words.rows.programme, ({ view: one, sheet }) => one.say.list((sheet.scenario.agreements ?? []).map(({ programme }) => (programme ? one.names.programme(programme) : words.nothing))))}
        ${row(words.rows.term, ({ view: one, sheet }) => one.say.list((sheet.scenario.agreements ?? []).map(({ start, end }) => `${valueText(one, 'start', start)} – ${valueText(one, 'end', end)}`)))}
        ${row(words.rows.today, ({ view: one, sheet }) => valueText(one, 'today', sheet.scenario.today))}
        ${row(words.rows.people, ({ view: one, plan }) => (plan ? one.say.count(plan.agreements.flatMap(({ groups }) => groups).reduce((sum, { people }) => sum + people.value, 0)) : '–'))}
        ${row(words.rows.groups, ({ view: one, sheet }) => one.say.count((sheet.scenario.agreements ?? []).reduce((sum, { groups = [] }) => sum + groups.length, 0)))}
        ${row(words.rows.sittings, ({ view: one, sheet }) => one.say.count(new Set((sheet.scenario.agreements ?? []).flatMap(({ groups = [] }) => groups.flatMap(({ sittings = [] }) => sittings.map(({ day }) => day)))).size))}
        ${row(words.rows.level, ({ view: one, sheet }) => one.say.list((sheet.scenario.agreements ?? []).map(({ serviceLevel }) => certainty(one, serviceLevel))))}
      </tbody></table>`
  }

  /** What a scenario comes to in a sentence, or what keeps it from being planned. @param {Column} column @param {(key: string) => Promise<void>} show */
  #answer(column, show) {
    const { answer, view, sheet } = column
    const { m: { scenarios: words }, ui } = view
    if (!answer || answer.outcome === 'waiting') return html`<span class="soft">${words.planning}</span>`
    if (answer.outcome === 'planned') return answersOf(column).map((sentence) => html`<p>${sentence}</p>`)
    if (answer.outcome === 'crashed') return html`<p class="bad">${words.crashed}</p>`
    const problems = /** @type {Problem[]} */ (answer.problems)
    return html`<p class="bad">${words.cannotPlan(problems.length)}</p><ul>${problems.slice(0, 6).map((problem) => html`<li><button type="button" class="link" @click=${async () => {
      const { planner } = this
      await show(sheet.key)
      await planner?.updateComplete
      view.actions.touch(problem.path)
      view.actions.goTo(problem.path)
    }}>${view.labelOf(problem.path) || ui.questions}</button> – ${view.problemText(problem)}</li>`)}</ul>`
  }

  /** For two scenarios: the orders to change. @param {View} view @param {Column[]} columns */
  #amendmentOf(view, columns) {
    const [before, after] = columns
    const { m: { scenarios: words }, say, ui } = view
    if (columns.length !== 2 || !before?.plan || !after?.plan) return nothing
    const key = `${before.sheet.key}-${after.sheet.key}`
    const asked = [before.sheet.scenario, after.sheet.scenario]
    if (this.#amended[0] !== asked[0] || this.#amended[1] !== asked[1]) {
      this.#amended = asked
      this.planner?.engine?.amend(before.sheet.scenario, after.sheet.scenario).then((amendment) => { if (this.#amended === asked) this.amendment = { of: key, amendment } })
    }
    const found = this.amendment?.of === key ? this.amendment.amendment : undefined
    const charge = (/** @type {LineAmendment} */ { before: was, after: is }) => ((was?.charge ?? is?.charge) === null || (was?.charge ?? is?.charge) === undefined ? undefined : (is?.charge ?? 0) - (was?.charge ?? 0))
    return html`<section><h3>${words.amendment}</h3><p>${words.amendmentIntro(before.name, after.name)}</p>
      ${found ? found.agreements.map(({ id, lines, charge: sum, currency }) => {
        const place = after.plan?.agreements.findIndex((agreement) => agreement.id === id) ?? -1
        const one = place < 0 ? before.view : after.view
        const places = (after.plan ?? before.plan)?.agreements[Math.max(0, place)]?.places ?? 2
        if (!lines.length) return html`<p>${words.sameOrders}</p>`
        return html`<table class="stack"><thead><tr><th scope="col">${words.change}</th><th scope="col">${ui.what}</th><th scope="col">${ui.when}</th><th scope="col" class="number">${ui.units}</th>
            ${currency ? html`<th scope="col" class="number">${ui.charge} <span class="unit">${currency}</span></th>` : nothing}</tr></thead>
          <tbody>${lines.map((line) => html`<tr><td data-label=${words.change}>${words.changes[line.change]}</td>
            <th scope="row" data-label=${ui.what}>${one.names.product(line.product)}</th><td data-label=${ui.when}>${say.shortDay(line.orderDay)}</td>
            <td class="number" data-label=${ui.units}>${line.before && line.after && line.before.units !== line.after.units ? words.unitsFromTo(say.count(line.before.units), say.count(line.after.units)) : say.count((line.after ?? line.before)?.units ?? 0)}</td>
            ${currency ? html`<td class="number" data-label=${`${ui.charge} ${currency}`}>${charge(line) === undefined ? '–' : say.difference(charge(line) ?? 0, { places })}</td>` : nothing}</tr>`)}</tbody></table>
          ${typeof sum === 'number' ? html`<p>${words.charge(say.difference(sum, { currency, places }))}</p>` : nothing}`
      }) : html`<p class="soft">${words.planning}</p>`}</section>`
  }
}

/** Which entries differ, before and after. @param {View} view @param {Column | undefined} first @param {Column} column */
function differences(view, first, column) {
  const { m: { scenarios: words } } = view
  if (!first) return nothing
  const all = differencesBetween(first.sheet.scenario, column.sheet.scenario)
  return html`<h4>${words.differingFrom(column.name, first.name)}</h4>
    ${all.length ? html`<table class="stack"><thead><tr><th scope="col">${words.entry}</th><th scope="col">${first.name}</th><th scope="col">${column.name}</th></tr></thead>
      <tbody>${all.slice(0, mostDifferences).map((each) => html`<tr><th scope="row" data-label=${words.entry}>${placeOf(first.view, column.view, each)}</th>
        <td data-label=${first.name}>${valueText(first.view, each.before ?? each.after, each.was)}</td><td data-label=${column.name}>${valueText(column.view, each.after ?? each.before, each.is)}</td></tr>`)}</tbody></table>` : html`<p>${words.noDifference}</p>`}
    ${all.length > mostDifferences ? html`<p>${words.moreDifferences(all.length - mostDifferences)}</p>` : nothing}`
}

if (!customElements.get('vp-scenario-comparison')) customElements.define('vp-scenario-comparison', ScenarioComparison)

/** How surely needs are to be covered, in per cent however it was typed; certainly where nothing was. @param {View} view @param {string | number | undefined} entry */
function certainty({ say }, entry) {
  const text = String(entry ?? '').trim() || '1'
  const part = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  return Number.isFinite(part) ? say.percent({ numerator: part, denominator: 1 }) : text
}
