// The whole page: the bar, five questions on the left, the answer on the right.
/** @import { PlannerElement } from '../planner-element.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { sampleWords } from '../samples.js'
import { isUntouched, shownSheet } from '../state/desk.js'
import { agreementQuestion } from './agreement.js'
import { bar } from './bar.js'
import { findings } from './findings.js'
import { groupsQuestion } from './groups.js'
import { headline, spoken } from './headline.js'
import { orderLines } from './order-lines.js'

/** @typedef {import('../messages/contract.js').Messages['ui']} Ui */

/** Before the engine and the words are here. @param {Ui | undefined} ui */
export const loading = (ui) => html`<div class="waiting" aria-busy="true"><h1>${ui?.title ?? 'Voucher planner'}</h1><p role="status">${ui?.loading ?? '…'}</p></div>`

/** Where no engine can come. @param {Ui} ui @param {string | undefined} home */
export const failure = (ui, home) => html`<div class="waiting" part="failure"><h1>${ui.title}</h1><p role="alert">${ui.noEngine}</p>
  <button type="button" @click=${() => location.reload()}>${ui.reload}</button>
  ${home ? html`<p><a href=${home} target="_blank" rel="noopener">${ui.openHome}</a></p>` : nothing}</div>`

/** @param {View} view @param {PlannerElement} planner @param {PlannerElement['place']} place what is shown instead of the plan */
export function page(view, planner, place) {
  const { extent } = planner
  return html`${extent === 'full' || extent === 'simple' ? bar(view, planner) : nothing}
    <div class="notices ${planner.notices.length ? 'some' : ''}" part="notices" role="status">${view.later?.notices(view, planner)}</div>
    ${place ? html`<div class="place ${place.name}" part="place">${extent === 'library' ? nothing : backButton(view, planner)}${place.draw(view, planner)}</div>` : extent === 'library' ? html`<div class="place" part="place">${rest(view, planner)}</div>` : html`
    <div class="sheet ${extent === 'answer' ? 'alone' : ''}" aria-busy=${view.busy} @focusin=${uncover}>
      <div class="headline ${stale(view) ? 'stale' : ''}" part="headline">
        ${view.problems.length && stale(view) ? staleNotice(view) : nothing}
        ${working(view)}
        ${view.crashed ? html`<p class="notice bad" role="alert">${view.ui.crashed}</p>` : nothing}
        ${view.printing ? view.later?.cover(view) : nothing}
        <div class="answer-sentence">${headline(view)}</div>
        ${!view.plan && view.problems.length ? stillNeeded(view) : nothing}
        <p class="hidden" role="status">${stale(view) || view.busy ? '' : spoken(view)}</p>
      </div>
      ${extent === 'answer' ? nothing : html`<form class="questions" part="questions" aria-label=${view.ui.questions} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <h2 class="hidden">${view.ui.questions}</h2>
        ${start(view, planner)}
        ${question(1, view.ui.agreement, agreementQuestion(view), true)}
        ${question(2, view.ui.groups, html`${groupsQuestion(view)}${view.later?.fiveQuestions(view)}`, true)}
        ${question(3, view.ui.inHand, view.later?.inHandQuestion(view), false, handSummary(view))}
        ${question(4, view.ui.prices, view.later?.pricesQuestion(view), true, view.input.prices?.length ? '' : view.ui.noPrices)}
        ${question(5, view.ui.choices, view.later?.choicesQuestion(view), false, choicesSummary(view))}
      </form>`}
      <div class="answer ${stale(view) ? 'stale' : ''}" part="answer">
        <h2 class="hidden">${view.ui.answer}</h2>
        ${guard(answerRestsOn(view, planner), () => answer(view, planner))}
      </div>
    </div>`}
    <div class="foot" part="foot">
      <p>${view.ui.footer}${view.ui.space}${view.ui.catalogueOf(view.say.day(view.catalogue.date))}</p>
      <p class="foot-links">${view.later?.footPanels(view, planner)}${extent === 'library' ? nothing : place ? backButton(view, planner) : html`<button type="button" class="link" @click=${() => planner.showPlace('library')}>${view.ui.openLibrary}</button>`}</p>
    </div>`
}

/** What stands below the answer’s sentence. @param {View} view @param {PlannerElement} planner */
function answer(view, planner) {
  return view.agreement ? html`${findings(view)}${orderLines(view)}${view.later ? view.later.below(view) : rest(view, planner)}${view.printing ? view.later?.appendix(view) : nothing}` : nothing
}

/** All that it is drawn from. A letter that was typed changes none of it until another plan is made: then it is not drawn again. @param {View} view @param {PlannerElement} planner */
const answerRestsOn = (view, planner) => [
  view.plan, view.comparison, view.problems, view.stopped, view.current, view.catalogue, view.m, view.later, view.notes, view.expanded, view.printing, view.locked, view.asking, planner.restFailed,
]

/** On a phone the answer stays on top: what has the focus must not lie beneath it. @param {FocusEvent & { currentTarget: HTMLElement, target: HTMLElement }} event */
function uncover({ currentTarget, target }) {
  const answer = currentTarget.querySelector('.headline')
  if (!answer || answer.contains(target) || getComputedStyle(answer).position !== 'sticky') return
  const covered = answer.getBoundingClientRect().bottom + 8 - target.getBoundingClientRect().top
  if (covered > 0) scrollBy(0, -covered)
}

/** While what follows the answer is being loaded, and where it could not be. @param {View} view @param {PlannerElement} planner */
const rest = (view, planner) => (planner.restFailed ? notLoaded(view, () => planner.loadRest()) : html`<p class="soft rest" role="status">${view.ui.restLoading}</p>`)

/** Where a part of the page could not be loaded. @param {View} view @param {() => void} again */
export const notLoaded = (view, again) => html`<div class="notice bad" role="alert"><p>${view.ui.restFailed}</p><button type="button" @click=${again}>${view.ui.again}</button></div>`

/** What the scenario was started from; as long as nobody has touched it, other places to start from. @param {View} view @param {PlannerElement} planner */
function start({ ui, say, desk }, planner) {
  const { origin } = planner
  const untouched = isUntouched(shownSheet(desk))
  if (!origin && !untouched || planner.locked) return nothing
  const words = sampleWords[say.language]
  return html`<div class="notice sample">
    ${origin ? html`<p><b>${ui.samples}</b> ${origin.changed ? ui.sampleChanged : ui.sampleNote}</p>` : nothing}
    ${untouched ? html`<p class="starts" role="group" aria-label=${ui.samples}>${origin ? html`<button type="button" @click=${() => planner.startEmpty()}>${ui.startEmpty}</button>` : nothing}
      ${origin ? nothing : html`<span class="bar-label" aria-hidden="true">${ui.samples}</span>`}
      ${/** @type {(keyof typeof words)[]} */ (Object.keys(words)).map((name) => html`<button type="button" aria-pressed=${origin?.name === name} @click=${() => planner.loadSample(name)}>${words[name]}</button>`)}</p>` : nothing}
  </div>`
}

/** @param {View} view @param {PlannerElement} planner */
const backButton = (view, planner) => html`<button type="button" class="link" @click=${() => planner.showPlace(undefined)}>${view.ui.closeLibrary}</button>`

/** One of the five questions. @param {number} number @param {string} title @param {unknown} content @param {boolean} open @param {string} [summary] */
function question(number, title, content, open, summary = '') {
  return html`<details class="question" ?open=${open}>
    <summary><h3><span class="numeral">${number}</span> ${title}</h3> <span class="soft">${summary}</span></summary>
    <div class="question-body">${content}</div>
  </details>`
}

/** Whether the plan shown is older than what is entered. @param {View} view */
const stale = (view) => view.plan !== undefined && (view.problems.length > 0 || view.halted)

/** @param {View} view */
function staleNotice(view) {
  return html`<div class="notice bad" role="status"><p><b>${view.ui.staleTitle}</b>${view.ui.space}${view.ui.staleHint(view.problems.length)}</p>${problemList(view, true)}</div>`
}

/** While a plan takes its time, and after that was stopped. @param {View} view */
function working({ ui, busy, halted, plan, actions }) {
  if (busy) return html`<p class="working" role="status">${ui.planning} <button type="button" class="link" @click=${actions.stopWork}>${ui.stop}</button></p>`
  return halted ? html`<p class="notice bad" role="status"><b>${plan ? ui.staleTitle : ui.planningStopped}</b> <button type="button" class="link" @click=${actions.planAgain}>${ui.planNow}</button></p>` : nothing
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
  const { stock = [], orders = [], libraries = [], softwareAssurance = {}, academyDiscounts = {}, legacyELearning } = view.input
  const single = [softwareAssurance.days, academyDiscounts.trainers, academyDiscounts.press, legacyELearning].filter(Boolean)
  const count = stock.length + orders.length + libraries.length + (softwareAssurance.vouchers?.length ?? 0) + single.length
  return count ? view.ui.entries(count) : view.ui.nothingInHand
}

/** @param {View} view */
function choicesSummary(view) {
  const count = Object.values(view.input.policies ?? {}).filter((choice) => choice !== '' && choice !== undefined && choice !== 0).length
  return count ? view.ui.changedChoices(count) : view.ui.allDefaults
}
