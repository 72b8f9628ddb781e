// The whole page: the bar, five questions on the left, the answer on the right.
/** @import { PlannerElement, Theme } from '../planner-element.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { sampleWords } from '../samples.js'
import { languages } from '../say.js'
import { appendix } from '../explain.js'
import { agreementQuestion } from './agreement.js'
import { choicesQuestion } from './choices.js'
import { findings } from './findings.js'
import { groupsQuestion } from './groups.js'
import { headline, spoken } from './headline.js'
import { inHandQuestion } from './in-hand.js'
import { orderLines } from './order-lines.js'
import { pricesQuestion } from './prices.js'

/** @typedef {import('../messages/contract.js').Messages['ui']} Ui */

/** Before the engine and the words are here. @param {Ui | undefined} ui */
export const loading = (ui) => html`<div class="waiting" aria-busy="true"><h1>${ui?.title ?? 'Voucher planner'}</h1><p role="status">${ui?.loading ?? '…'}</p></div>`

/** Where no engine can come. @param {Ui} ui */
export const failure = (ui) => html`<div class="waiting"><h1>${ui.title}</h1><p role="alert">${ui.noEngine}</p>
  <button type="button" @click=${() => location.reload()}>${ui.reload}</button></div>`

/** @param {View} view @param {PlannerElement} planner @param {((view: View) => unknown) | undefined} library */
export function page(view, planner, library) {
  return html`${bar(view, planner)}
    ${library ? html`<div class="library">${backButton(view, planner)}${library(view)}</div>` : html`
    <div class="sheet">
      <div class="headline ${stale(view) ? 'stale' : ''}">
        ${stale(view) ? staleNotice(view) : nothing}
        ${planner.crashed ? html`<p class="notice bad" role="alert">${view.ui.crashed}</p>` : nothing}
        ${view.agreement ? cover(view) : nothing}
        <div class="answer-sentence">${headline(view)}</div>
        ${!view.plan && view.problems.length ? stillNeeded(view) : nothing}
        <p class="hidden" role="status">${stale(view) ? '' : spoken(view)}</p>
      </div>
      <form class="questions" aria-label=${view.ui.questions} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <h2 class="hidden">${view.ui.questions}</h2>
        ${planner.sample ? html`<p class="notice sample"><b>${view.ui.samples}</b> ${planner.sample.changed ? view.ui.sampleChanged : view.ui.sampleNote}</p>` : nothing}
        ${question(1, view.ui.agreement, agreementQuestion(view), true)}
        ${question(2, view.ui.groups, groupsQuestion(view), true)}
        ${question(3, view.ui.inHand, inHandQuestion(view), false, handSummary(view))}
        ${question(4, view.ui.prices, pricesQuestion(view), true, view.input.prices?.length ? '' : view.ui.noPrices)}
        ${question(5, view.ui.choices, choicesQuestion(view), false, choicesSummary(view))}
      </form>
      <div class="answer ${stale(view) ? 'stale' : ''}">
        <h2 class="hidden">${view.ui.answer}</h2>
        ${view.agreement ? html`${findings(view)}${orderLines(view)}${planner.below?.(view) ?? nothing}${view.printing ? appendix(view) : nothing}` : nothing}
      </div>
    </div>`}
    <div class="foot">
      <p>${view.ui.footer}${view.ui.space}${view.ui.catalogueOf(view.say.day(view.catalogue.date))}</p>
      <p>${library ? backButton(view, planner) : html`<button type="button" class="link" @click=${() => planner.showLibrary(true)}>${view.ui.openLibrary}</button>`}</p>
    </div>`
}

/** @param {View} view @param {PlannerElement} planner */
const backButton = (view, planner) => html`<button type="button" class="link" @click=${() => planner.showLibrary(false)}>${view.ui.closeLibrary}</button>`

/** @param {View} view @param {PlannerElement} planner */
function bar(view, planner) {
  const { ui, say } = view
  const words = sampleWords[say.language]
  const names = /** @type {(keyof typeof words)[]} */ (Object.keys(words))
  return html`<div class="bar">
    <h1>${ui.title}</h1>
    <div class="bar-group" role="group" aria-label=${ui.samples}>
      <span class="bar-label" aria-hidden="true">${ui.samples}</span>
      ${names.map((name) => html`<button type="button" aria-pressed=${planner.sample?.name === name} @click=${() => planner.loadSample(name)}>${words[name]}</button>`)}
    </div>
    <div class="bar-group">
      <button type="button" @click=${() => planner.startEmpty()}>${ui.startEmpty}</button>
      <button type="button" ?disabled=${!planner.canUndo} @click=${() => planner.undo()}>${ui.undo}</button>
    </div>
    <div class="bar-group end">
      ${planner.outputs?.(view) ?? html`<button type="button" class="print" @click=${() => print()}>${ui.print}</button>`}
      <label class="hidden" for="theme">${ui.theme}</label>
      <select id="theme" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => { planner.theme = /** @type {Theme} */ (event.target.value) }}>
        ${Object.entries(ui.themes).map(([value, label]) => html`<option value=${value} .selected=${value === planner.theme}>${label}</option>`)}
      </select>
      <div class="switch" role="group" aria-label=${ui.language}>
        ${languages.map((language) => html`<button type="button" lang=${language} aria-pressed=${language === say.language} @click=${() => { planner.language = language }}>${languageNames[language]}</button>`)}
      </div>
    </div>
  </div>`
}

/** Each in itself: whoever cannot read the page finds the own one. */
const languageNames = { en: 'English', 'zh-CN': '中文' }

/** One of the five questions. @param {number} number @param {string} title @param {unknown} content @param {boolean} open @param {string} [summary] */
function question(number, title, content, open, summary = '') {
  return html`<details class="question" ?open=${open}>
    <summary><h3><span class="numeral">${number}</span> ${title}</h3> <span class="soft">${summary}</span></summary>
    <div class="question-body">${content}</div>
  </details>`
}

/** On paper: whose plan this is, and of which day. @param {View} view */
function cover(view) {
  const { agreement, say } = view
  return agreement ? html`<p class="cover">${say.list([agreement.name, view.names.programme(agreement.programme), `${say.day(agreement.start)} – ${say.day(agreement.end)}`, view.ui.plannedOn(say.day(view.plan?.today ?? agreement.start))].filter(Boolean))}</p>` : nothing
}

/** Whether the plan shown is older than what is entered. @param {View} view */
const stale = (view) => view.plan !== undefined && view.problems.length > 0

/** @param {View} view */
function staleNotice(view) {
  return html`<div class="notice bad" role="status"><p><b>${view.ui.staleTitle}</b>${view.ui.space}${view.ui.staleHint(view.problems.length)}</p>${problemList(view, true)}</div>`
}

/** @param {View} view */
function stillNeeded(view) {
  return html`<div class="needed"><p>${view.ui.stillNeeded}</p>${problemList(view, false)}</div>`
}

/** Fields to put right, as links to them. @param {View} view @param {boolean} saying whether to say what is wrong with each */
function problemList(view, saying) {
  return html`<ul>${view.problems.map((problem) => html`<li><button type="button" class="link" @click=${() => { view.actions.touch(problem.path); view.actions.goTo(problem.path) }}>${view.labelOf(problem.path)}</button>${
    saying || problem.code !== 'required' && problem.code !== 'empty' ? html` – ${view.problemText(problem)}` : nothing}</li>`)}</ul>`
}

/** @param {View} view */
function handSummary(view) {
  const { stock = [], orders = [], libraries = [] } = view.input
  const count = stock.length + orders.length + libraries.length
  return count ? view.ui.entries(count) : view.ui.nothingInHand
}

/** @param {View} view */
function choicesSummary(view) {
  const count = Object.values(view.input.policies ?? {}).filter((choice) => choice !== '' && choice !== undefined && choice !== 0).length
  return count ? view.ui.changedChoices(count) : view.ui.allDefaults
}
