// Where texts disagree or are silent: what each choice brings, and a switch to plan with it.
/** @import { Conflict, Figure, Policies } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { sourceLink } from '../explain.js'
import { difference } from './policies.js'

/** A policy's name in scenarios, such as `termScope` for `term-scope`. @param {string} id */
export const fieldOf = (id) => /** @type {Exclude<keyof Policies, 'invoiceLag'>} */ (id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()))

/** A policy's words by its name in plans, such as `term-scope`. @param {View} view @param {string} id @returns {{ name: string, choices: Record<string, string> } | undefined} */
export const policyWords = (view, id) => view.m.policies[fieldOf(id)]

/** Which choice each side of a disagreement speaks for, in the order of its sides. @type {Partial<Record<string, string[]>>} */
export const choiceOfSide = {
  'code-expiry': ['agreement-end', 'twelve-months'], 'fundamentals-packs': ['single-and-class', 'single'], 'class-pack-certifications': ['no', 'yes'],
  'term-after-agreement': ['agreement-end', 'twelve-months'], 'order-end-dates': ['co-terminate', 'agreement-end'], 'minimum-months': ['full', 'full-min-6'],
}

/** What stands behind the default of a policy, where that is an assumption. @type {Partial<Record<string, string[]>>} */
const assumptionsOfPolicy = {
  months: ['packs-prorate-like-online-services'], 'exam-benefit': ['exam-number-kept'], expiry: ['earlier-expiry-binds'], 'mcp-covers-fundamentals': ['mcp-voucher-for-fundamentals', 'site-packs-not-for-fundamentals'],
  'mcp-covers-role-based': ['role-based-counts-as-mcp'], 'free-vouchers': ['free-vouchers-once'], 'free-split': ['free-vouchers-go-where-they-save-most'], 'mta-preparation': ['semester-is-five-months'],
  'last-day': ['last-day-before-anniversary'], rounding: ['money-rounds-half-up'], 'round-at': ['money-rounds-half-up'], 'access-term': ['e-reference-to-agreement-end'], term: ['months-to-the-end-of-the-term'],
}

/** Assumptions behind a figure that no policy switches. @type {Partial<Record<Figure['what'], string[]>>} */
const assumptionsOfFigure = {
  'latest-delivery': ['plan-on-the-latest-delivery'], 'last-safe-order-day': ['one-order-day-per-sitting'], 'invoice-lag': ['invoiced-on-the-order-day'], 'last-orderable-day': ['no-full-month-no-order'],
  'usable-until': ['exam-taken-by-the-date'], need: ['attempts-are-independent'], 'chance-short': ['attempts-are-independent'], 'expected-need': ['attempts-are-independent'], 'retake-waits': ['waits-in-whole-days'],
  'free-until': ['free-vouchers-live-twelve-months'], 'exams-of-prerequisite': ['elective-is-a-further-exam'], 'last-exam-day': ['english-end-binds', 'newer-text-binds'], 'unit-price': ['one-price-by-default'], 'preparation-months': ['levels-by-track'],
}

/** Disagreements that touch a figure and that no policy switches. @type {Partial<Record<Figure['what'], string[]>>} */
const conflictsOfFigure = {
  'lead-days': ['code-delivery'], 'retake-waits': ['mta-retake-wait'], 'attempts-cap': ['retake-year'], 'last-exam-day': ['end-of-98-369', 'end-of-dp-200'], 'unit-price': ['price-tiers'],
  'exams-of-prerequisite': ['prerequisites'], 'exams-of-certification': ['field-service-exam'], 'access-until': ['e-reference-sale'],
}

/** The choice a plan was made with. @param {View} view @param {string} policy */
const usedOf = (view, policy) => view.agreement?.policies.find(({ choice }) => choice.policy === policy)

/** What was assumed for a figure. @param {View} view @param {Figure} figure */
export function assumptionsOf(view, { what, step, policy }) {
  const byPolicy = policy && usedOf(view, policy)?.default ? assumptionsOfPolicy[policy] ?? [] : []
  const byFigure = step.kind === 'input' && !step.default && what !== 'unit-price' ? [] : assumptionsOfFigure[what] ?? []
  return view.catalogue.assumptions.filter(({ id }) => view.agreement?.assumptions.includes(id) && (byPolicy.includes(id) || byFigure.includes(id)))
}

/** Where texts disagree about a figure. @param {View} view @param {Figure} figure */
export function conflictsOf(view, { what, policy, cites = [] }) {
  const known = conflictsOfFigure[what] ?? []
  return view.catalogue.conflicts.filter((each) => view.agreement?.conflicts.includes(each.id) && (each.policy ? each.policy === policy
    : known.includes(each.id) && (!cites.length || each.sides.some((side) => side.cites.some((cite) => cites.includes(cite))))))
}

/** Both sides of a disagreement with their texts, and the choice each speaks for. @param {View} view @param {Conflict} each */
export function sides(view, each) {
  const words = each.policy ? policyWords(view, each.policy) : undefined
  return html`<ul class="statements sides">${each.sides.map((side, index) => {
    const choice = words?.choices[choiceOfSide[each.id]?.[index] ?? '']
    return html`<li>${view.text(side.text)}${choice ? html`${view.ui.space}<span class="soft">${view.m.why.sideMeans(words?.name ?? '', choice)}</span>` : nothing}
      <ul class="cited">${side.cites.map((cite) => html`<li>${sourceLink(view, cite)}</li>`)}</ul></li>`
  })}</ul>`
}

/** A disagreement as a reason tells it: the question, both sides, and what the planner does. @param {View} view @param {Conflict} each */
export const disagreement = (view, each) => html`<div class="disagreement"><p><span class="tag disputed">${view.m.why.disputed}</span> ${view.text(each.question)}</p>
  ${sides(view, each)}<p>${view.ui.labelled(view.ui.resolution, view.text(each.resolution))}</p></div>`

/** Every choice of a policy with what the plan comes to, and the switch. @param {View} view @param {string} policy */
export function policySwitch(view, policy) {
  const words = policyWords(view, policy)
  const used = usedOf(view, policy)
  if (!words) return nothing
  const { why } = view.m
  const choices = Object.entries(words.choices)
  const [first] = choices[0] ?? []
  const path = `${view.path}.policies.${fieldOf(policy)}`
  const planned = used?.choice.choice
  return html`<div class="policy-switch" role="group" aria-label=${view.ui.labelled(view.ui.policy, words.name)}>
    <p>${view.ui.labelled(view.ui.policy, words.name)} <b>${words.choices[planned ?? ''] ?? planned}</b>
      ${used?.default ? html`<span class="tag">${view.ui.isDefault}</span>` : nothing}</p>
    <ul>${choices.map(([choice, label]) => html`<li>
      <span>${label}</span>
      <span class="change">${result(view, policy, choice, planned)}</span>
      ${view.printing || view.locked ? nothing : html`<button type="button" aria-pressed=${choice === planned} aria-label=${view.ui.labelled(choice === planned ? why.plannedWith : why.planWith, label)}
        @click=${() => { if (choice !== planned) view.actions.setAll([[path, choice === first ? undefined : choice]], path) }}>${choice === planned ? why.plannedWith : why.planWith}</button>`}</li>`)}</ul>
  </div>`
}

/** What the plan costs and buys with a choice. @param {View} view @param {string} policy @param {string} choice @param {string | undefined} planned */
function result(view, policy, choice, planned) {
  const { why } = view.m
  const { summary } = view.agreement ?? {}
  if (!summary) return nothing
  const written = (/** @type {number} */ charge, /** @type {number} */ exams) => (summary.charge
    ? why.costsAndBuys(view.say.money(summary.charge.value + charge, view.currency), view.say.count(summary.examsBought.value + exams), summary.examsBought.value + exams)
    : why.buys(view.say.count(summary.examsBought.value + exams), summary.examsBought.value + exams))
  if (choice === planned) return written(0, 0)
  if (!view.comparison) return view.stopped ? why.notCompared : why.comparing
  const other = view.othersOf(policy).find((each) => each.choice.choice === choice)
  if (!other) return why.changesNothing
  return html`${written(other.difference.charge ?? 0, other.difference.exams)} <span class="soft differs">${difference(view, other.difference)}</span>
    ${other.difference.proven ? nothing : html`<span class="tag assumed">${view.ui.unproven}</span>`}`
}
