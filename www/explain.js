// The reasons that figures open: what went in, the rule, the text it was read in.
/**
 * @import { Figure, Policies } from './pkg/index.js'
 * @import { Names, Part } from './messages/contract.js'
 * @import { View } from './view.js'
 */
import { html, nothing } from 'lit'
import { noteId } from './view.js'
import { difference } from './view/policies.js'

/** The reason that is open at a place. @param {View} view @param {string} place */
export function reason(view, place) {
  const source = view.plan?.figures[view.shown.get(`${place} ${view.notes.get(place)}`) ?? -1]
  if (!source) return nothing
  return html`<div class="reason" id=${noteId(place)} role="group" aria-label=${view.m.what[source.what]}>
    <button type="button" class="quiet close" @click=${() => view.actions.note(place, undefined)}>${view.ui.close}</button>
    <p class="note-head">${figureHead(view, source)}</p>
    ${body(view, source, `${place}/${source.what}`)}
  </div>`
}

/** The rules and texts that something rests on. @param {View} view @param {string[]} rules @param {string[]} cites */
export const cited = (view, rules, cites) => html`<ul class="cited">${rules.map((id) => rule(view, id))}${cites.map((cite) => html`<li>${sourceLink(view, cite)}</li>`)}</ul>`

/** What a figure is, its value, and where that is not reckoned, where it comes from. @param {View} view @param {Figure} source */
export function figureHead(view, source) {
  const { step } = source
  return html`<span class="what">${view.m.what[source.what]}</span> <b>${view.valueOf(source)}</b>
    ${step.kind === 'by-policy' ? html`<span class="tag assumed">${view.ui.assumed}</span>` : nothing}
    ${step.kind === 'input' ? html`<span class="tag">${step.default ? view.ui.byDefault : view.ui.yourEntry}</span>` : nothing}`
}

/** @param {View} view @param {Figure} source @param {string} key @returns {unknown} */
function body(view, source, key) {
  const { step, of = [], rules = [], cites = [], policy } = source
  const children = of.flatMap((id) => view.plan?.figures[id] ?? [])
  return html`
    <p class="formula">${formula(view, source, children)}</p>
    ${step.kind === 'input' && !step.default ? html`<p><button type="button" class="link" @click=${() => view.actions.goTo(step.path)}>${view.ui.labelled(view.ui.goTo, view.labelOf(step.path))}</button></p>` : nothing}
    ${policy ? policyLine(view, policy) : nothing}
    ${rules.length || cites.length ? cited(view, rules, cites) : nothing}
    ${children.map((child, index) => {
      const path = `${key}/${index}`
      const open = view.expanded.has(path)
      return html`<details .open=${open} @toggle=${(/** @type {Event & { currentTarget: HTMLDetailsElement }} */ event) => view.actions.expand(path, event.currentTarget.open)}>
        <summary>${figureHead(view, child)}</summary>
        ${open ? html`<div class="deeper">${body(view, child, path)}</div>` : nothing}
      </details>`
    })}`
}

/** The step in words with its numbers filled in. @param {View} view @param {Figure} source @param {Figure[]} children */
export function formula(view, source, children) {
  /** @type {Part[]} */
  const parts = children.map((child) => ({ name: view.m.what[child.what], text: view.valueOf(child) }))
  const sentence = /** @type {(step: unknown, parts: Part[], value: string, names: Names) => string} */ (view.m.steps[source.step.kind])
  return sentence(source.step, parts, view.valueOf(source), view.names)
}

/** Which choice a figure rests on, and what others would change. @param {View} view @param {string} id */
export function policyLine(view, id) {
  const used = view.agreement?.policies.find(({ choice }) => choice.policy === id)
  const words = policyWords(view, id)
  const others = view.othersOf(id)
  if (!used || !words) return nothing
  return html`<p>${view.ui.labelled(view.ui.policy, words.name)} <b>${words.choices[used.choice.choice] ?? used.choice.choice}</b>
    ${used.default ? html`<span class="tag">${view.ui.isDefault}</span>` : nothing}</p>
    ${others.length ? html`<ul class="others">${others.map((other) => html`<li>${view.ui.labelled(words.choices[other.choice.choice] ?? other.choice.choice, difference(view, other.difference))}</li>`)}</ul>` : nothing}`
}

/** A policy's words by its name in plans, such as `term-scope`. @param {View} view @param {string} id @returns {{ name: string, choices: Record<string, string> } | undefined} */
export function policyWords(view, id) {
  const field = /** @type {keyof Policies} */ (id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()))
  return field === 'invoiceLag' ? undefined : view.m.policies[field]
}

/** @param {View} view @param {string} id */
export function rule(view, id) {
  const found = view.catalogue.rules.find((each) => each.id === id)
  return html`<li><b class="rule">${id}</b> ${view.text(found?.text)}
    ${found?.cites.map((cite) => html`${view.printing ? ' ' : html`<br>`}${sourceLink(view, cite)}`)}</li>`
}

/** A source as a link, with the section, and the day it was read. @param {View} view @param {string} cite */
export function sourceLink(view, cite) {
  if (view.printing) return html`<span class="endnote">[${view.endnote(cite)}]</span>`
  const [id, part] = cite.split('#')
  const found = view.catalogue.sources.find((each) => each.id === id)
  if (!found) return cite
  const section = found.sections?.find((each) => each.id === part)
  return html`<a href=${found.url} target="_blank" rel="noopener noreferrer">${found.title}</a>${section ? html` <span class="section">§ ${section.title}</span>` : nothing}
    <span class="soft">${found.published ? `${view.ui.sourcePublished(found.published)}, ` : ''}${view.ui.sourceRead(view.say.shortDay(found.read))}, ${view.m.confidence[found.confidence]}</span>`
}
