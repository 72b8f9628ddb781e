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

/** The choice a plan was made with. @param {View} view @param {string} policy */
const usedOf = (view, policy) => view.agreement?.policies.find(({ choice }) => choice.policy === policy)

/** What was assumed for a figure. @param {View} view @param {Figure} figure */
export function assumptionsOf(view, { what, step, policy }) {
  const byDefault = policy && usedOf(view, policy)?.default
  const given = step.kind === 'input' && !step.default && what !== 'unit-price'
  return view.catalogue.assumptions.filter(({ id, policies = [], figures = [] }) => view.agreement?.assumptions.includes(id)
    && (byDefault && policies.includes(policy) || !given && figures.includes(what)))
}

/** Where texts disagree about a figure. @param {View} view @param {Figure} figure */
export function conflictsOf(view, { what, policy, cites = [] }) {
  return view.catalogue.conflicts.filter((each) => view.agreement?.conflicts.includes(each.id) && (each.policy ? each.policy === policy
    : each.figures?.includes(what) && (!cites.length || each.sides.some((side) => side.cites.some((cite) => cites.includes(cite))))))
}

/** Both sides of a disagreement with their texts, and the choice each speaks for. @param {View} view @param {Conflict} each */
export function sides(view, each) {
  const words = each.policy ? policyWords(view, each.policy) : undefined
  return html`<ul class="statements sides">${each.sides.map((side) => {
    const choice = words?.choices[side.choice ?? '']
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
