// The reasons that figures open: what went in, the rule, the text it was read in.
/**
 * @import { AttemptTerm, Figure } from './pkg/index.js'
 * @import { Names, Part } from './messages/contract.js'
 * @import { Say } from './say.js'
 * @import { View } from './view.js'
 */
import { html, nothing } from 'lit'
import { noteId } from './view.js'
import { calendarText } from './view/region.js'
import { assumptionsOf, conflictsOf, disagreement, policySwitch, policyWords } from './view/disputed.js'
import { difference } from './view/policies.js'

export { policyWords }

/** The reason that is open at a place. @param {View} view @param {string} place */
export function reason(view, place) {
  const source = view.plan?.figures[view.shown.get(`${place} ${view.notes.get(place)}`) ?? -1]
  if (!source) return nothing
  return html`<div class="reason" id=${noteId(place)} role="group" aria-label=${view.m.what[source.what]}>
    <button type="button" class="quiet close" @click=${() => view.actions.note(place, undefined)}>${view.ui.close}</button>
    <p class="note-head">${figureHead(view, source)}</p>
    ${body(view, source, `${place}/${source.what}`)}
    <p class="soft">${view.ui.catalogueOf(view.say.day(view.catalogue.date))}</p>
  </div>`
}

/** Steps that count business days. @type {ReadonlySet<Figure['step']['kind']>} */
const onBusinessDays = new Set(/** @type {Figure['step']['kind'][]} */ (['last-safe', 'last-charged', 'first-business-day', 'plus-business-days']))

/** The rules and texts that something rests on. @param {View} view @param {string[]} rules @param {string[]} cites */
export const cited = (view, rules, cites) => html`<ul class="cited">${rules.map((id) => rule(view, id))}${cites.map((cite) => html`<li>${sourceLink(view, cite)}</li>`)}</ul>`

/** What a figure is, its value, and where that is not reckoned, where it comes from. @param {View} view @param {Figure} source */
export function figureHead(view, source) {
  const { step } = source
  return html`<span class="what">${view.m.what[source.what]}</span> <b>${view.valueOf(source)}</b>
    ${step.kind === 'by-policy' ? html`<span class="tag assumed">${view.ui.assumed}</span>` : nothing}
    ${step.kind === 'price-book' ? html`<span class="tag">${step.name}</span>` : nothing}
    ${step.kind === 'input' ? html`<span class="tag">${step.default ? view.ui.byDefault : view.ui.yourEntry}</span>` : nothing}`
}

/** @param {View} view @param {Figure} source @param {string} key @returns {unknown} */
function body(view, source, key) {
  const { step, of = [], cites = [], policy } = source
  const terms = 'terms' in step ? step.terms : []
  const rules = source.rules?.length ? source.rules : terms.length ? ofNeeds : []
  const children = of.flatMap((id) => view.plan?.figures[id] ?? [])
  return html`
    <p class="formula">${formula(view, source, children)}</p>
    ${onBusinessDays.has(step.kind) ? html`<p class="soft">${calendarText(view)}</p>` : nothing}
    ${terms.length ? html`<ul class="terms">${terms.map((term) => html`<li>${bookingsOf(view, term)}</li>`)}</ul>` : nothing}
    ${step.kind === 'input' && !step.default ? html`<p>${view.asking ? html`<button type="button" class="link" @click=${() => view.actions.goTo(step.path)}>${view.ui.labelled(view.ui.goTo, view.labelOf(step.path))}</button>` : view.labelOf(step.path)}</p>` : nothing}
    ${assumptionsOf(view, source).map((each) => html`<p class="assumption"><span class="tag assumed">${view.ui.assumed}</span> ${view.text(each.text)}${each.confidence === 'low' ? html` <span class="soft">${view.m.confidence.low}</span>` : nothing}</p>`)}
    ${conflictsOf(view, source).map((each) => disagreement(view, each))}
    ${policy ? policySwitch(view, policy) : nothing}
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

/** Rules behind every number that is worked out from chances. */
const ofNeeds = ['PLN-1', 'PRD-2']

/** What was entered for a number of exams: `60 exams: pass rate 75 %, attempts 2`. @param {View} view @param {AttemptTerm} term */
function bookingsOf({ ui, m, say }, { bookings, passRate, attempts, noShowRate, rebookings }) {
  const said = [ui.labelled(m.fields.passRate, say.percent(passRate)), ui.labelled(m.fields.attempts, say.count(attempts))]
  if (noShowRate.numerator) said.push(ui.labelled(m.fields.noShowRate, say.percent(noShowRate)), ui.labelled(m.fields.rebookings, say.count(rebookings)))
  return ui.labelled(ui.exams(bookings), say.clauses(said))
}

/** The step in words with its numbers filled in. @param {View} view @param {Figure} source @param {Figure[]} children */
export function formula(view, source, children) {
  /** @type {Part[]} */
  const parts = children.map((child) => ({ name: view.m.what[child.what], text: view.valueOf(child) }))
  const sentence = /** @type {(step: unknown, parts: Part[], value: string, names: Names, say: Say) => string} */ (view.m.steps[source.step.kind])
  return sentence(source.step, parts, view.valueOf(source), view.names, view.say)
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
  const { supplement } = view.catalogue
  return html`${supplement?.sources.includes(found.id) ? html`<span class="tag">${supplement.name}</span> ` : nothing}<a href=${found.url} lang=${languageOf(found.title)} target="_blank" rel="noopener noreferrer">${found.title}</a>${section ? html` <span class="section" lang=${languageOf(section.title)}>§ ${section.title}</span>` : nothing}
    <span class="soft">${view.say.clauses([...found.published ? [view.ui.sourcePublished(publishedOn(view, found.published))] : [], view.ui.sourceRead(view.say.shortDay(found.read)), view.m.confidence[found.confidence]])}</span>`
}

/** Titles stay in the language they were printed in: whoever listens hears them so. @param {string} title */
const languageOf = (title) => (/\p{Script=Hangul}/u.test(title) ? 'ko' : /\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en')

/** A day, a month or a year as a text prints it. @param {View} view @param {string} day */
const publishedOn = (view, day) => (day.length > 7 ? view.say.shortDay(day) : day.length > 4 ? view.say.month(`${day}-01`) : day)
