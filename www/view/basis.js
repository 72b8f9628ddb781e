// What the plan rests on: assumptions, texts that disagree, and products left out.
/** @import { Assumption, Conflict } from '../pkg/index.js' */
/** @import { Messages } from '../messages/contract.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { sourceLink } from '../explain.js'

/** @param {View} view */
export function basis(view) {
  const { ui, agreement, catalogue } = view
  if (!agreement) return nothing
  const assumptions = catalogue.assumptions.filter(({ id }) => agreement.assumptions.includes(id))
  const conflicts = catalogue.conflicts.filter(({ id }) => agreement.conflicts.includes(id))
  return html`<section><h3>${ui.basis}</h3>
    ${assumptions.length ? html`<h4>${ui.assumptions}</h4><div class=${view.printing ? 'columns' : nothing}>${assumptions.map((each) => assumption(view, each))}</div>` : nothing}
    ${conflicts.length ? html`<h4>${ui.conflicts}</h4><div class=${view.printing ? 'columns' : nothing}>${conflicts.map((each) => conflict(view, each))}</div>` : nothing}
    ${agreement.leftOut.length ? html`<h4>${ui.leftOut}</h4><dl class="left-out">${agreement.leftOut.map(({ product, reason, cites }) => {
      const sentence = /** @type {(reason: unknown, say: unknown) => string} */ (view.m.leftOut[reason.kind])
      return html`<div><dt>${view.names.product(product)}</dt><dd>${sentence(reason, view.say)} ${sources(view, cites)}</dd></div>`
    })}</dl>` : nothing}
  </section>`
}

/** What is assumed, and what speaks for it. @param {View} view @param {Assumption} each */
export function assumption(view, each) {
  if (view.printing) return html`<div class="conflict">${view.text(each.text)} ${sources(view, each.cites)}</div>`
  return html`<details class="conflict"><summary>${view.text(each.text)}</summary>
    <p class="soft">${view.m.confidence[each.confidence]}</p>${sources(view, each.cites)}</details>`
}

/** Both sides of a disagreement, and what the planner does. @param {View} view @param {Conflict} each */
export function conflict(view, each) {
  return html`<details class="conflict" ?open=${view.printing}><summary>${view.text(each.question)}</summary>
    <ul class="statements">${each.sides.map((side) => html`<li>${view.text(side.text)} ${sources(view, side.cites)}</li>`)}</ul>
    <p>${view.ui.labelled(view.ui.resolution, view.text(each.resolution))}</p></details>`
}

/** @param {View} view @param {string[] | undefined} cites */
export function sources(view, cites) {
  return cites?.length ? html`<ul class="cited">${cites.map((cite) => html`<li>${sourceLink(view, cite)}</li>`)}</ul>` : nothing
}
