// The choices a plan was made with, and what another choice would change.
/** @import { Difference } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { fieldOf, policyWords } from './disputed.js'
import { fieldHelp } from './help.js'

/** What another choice or number changes, in words; nothing where it changes nothing. @param {View} view @param {Difference} other */
export function difference(view, other) {
  const { ui, say } = view
  const said = [
    other.charge ? say.difference(other.charge, view.currency) : '',
    other.exams ? ui.examsDiffer(say.change(other.exams)) : '',
    other.uncovered ? ui.uncoveredDiffers(say.change(other.uncovered)) : '',
    other.orders ? ui.ordersDiffer : '',
  ].filter(Boolean)
  return say.clauses(said)
}

/** Choices that matter here first; the others need no line of their own. @param {View} view */
export function policies(view) {
  const { ui } = view
  const used = view.agreement?.policies ?? []
  const mattering = used.filter((each) => view.othersOf(each.choice.policy).length || !each.default)
  return mattering.length ? html`<dl class="choices">${mattering.map((each) => {
    const words = policyWords(view, each.choice.policy)
    const others = view.othersOf(each.choice.policy)
    return html`<div><dt>${words?.name} ${fieldHelp(view, fieldOf(each.choice.policy))}</dt>
      <dd><b>${words?.choices[each.choice.choice] ?? each.choice.choice}</b> ${each.default ? html`<span class="tag">${ui.isDefault}</span>` : nothing}
        ${others.length ? html`<ul>${others.map((other) => html`<li><span>${words?.choices[other.choice.choice] ?? other.choice.choice}</span>
          <span class="change">${difference(view, other.difference)} ${other.difference.proven ? nothing : html`<span class="tag assumed">${ui.unproven}</span>`}</span></li>`)}</ul>` : nothing}</dd></div>`
  })}</dl>` : html`<p>${ui.noOtherChoice}</p>`
}
