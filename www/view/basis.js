// What the plan rests on: assumptions, texts that disagree, and products left out.
/** @import { Assumption, Conflict } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { sourceLink } from '../explain.js'
import { policySwitch, sides } from './disputed.js'
import { help } from './help.js'
import { leftOut } from './left-out.js'

/** @param {View} view */
export function basis(view) {
  const { ui, agreement, catalogue } = view
  if (!agreement) return nothing
  const assumptions = catalogue.assumptions.filter(({ id }) => agreement.assumptions.includes(id))
  const conflicts = catalogue.conflicts.filter(({ id }) => agreement.conflicts.includes(id))
  return html`<section><h3>${ui.basis}</h3>
    ${assumptions.length ? html`<div class="with-help"><h4>${ui.assumptions}</h4>${help(view, 'assumption')}</div><div class=${view.printing ? 'columns' : nothing}>${assumptions.map((each) => assumption(view, each))}</div>` : nothing}
    ${conflicts.length ? html`<h4>${ui.conflicts}</h4><div class=${view.printing ? 'columns' : nothing}>${conflicts.map((each) => conflict(view, each))}</div>` : nothing}
    ${leftOut(view)}
  </section>`
}

/** What is assumed, and what speaks for it. @param {View} view @param {Assumption} each */
export function assumption(view, each) {
  if (view.printing) return html`<div class="conflict">${view.text(each.text)} ${sources(view, each.cites)}</div>`
  return html`<details class="conflict"><summary>${view.text(each.text)}</summary>
    <p class="soft">${view.m.confidence[each.confidence]}</p>${sources(view, each.cites)}</details>`
}

/** Both sides of a disagreement, and what the planner does; where a choice decides, what each comes to. @param {View} view @param {Conflict} each */
export function conflict(view, each) {
  return html`<details class="conflict" ?open=${view.printing}><summary>${view.text(each.question)}</summary>
    ${sides(view, each)}
    <p>${view.ui.labelled(view.ui.resolution, view.text(each.resolution))}</p>
    ${each.policy && view.agreement && !view.printing ? policySwitch(view, each.policy) : nothing}</details>`
}

/** @param {View} view @param {string[] | undefined} cites */
export function sources(view, cites) {
  return cites?.length ? html`<ul class="cited">${cites.map((cite) => html`<li>${sourceLink(view, cite)}</li>`)}</ul>` : nothing
}
