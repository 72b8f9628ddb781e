// What plans rest on, as sections of the library: rules and where they are used, words, assumptions, disagreements, choices, changes, sources.
/** @import { View } from '../view.js' */
/** @import { Change } from '../history.js' */
/** @import { Section } from './library.js' */
import { html, nothing } from 'lit'
import { sourceLink } from '../explain.js'
import { changes } from '../history.js'
import { assumption, conflict, sources } from './basis.js'
import { policySwitch } from './disputed.js'
import { rulesOf } from './help.js'
import { exams } from './links.js'
import { retake } from './library-facts.js'

/** @param {View} view @returns {Section[]} */
export function grounds(view) {
  const { catalogue } = view
  const { library, help } = view.m
  const terms = /** @type {(keyof typeof help.terms)[]} */ (Object.keys(help.terms))
  return [
    { id: 'rules', entries: catalogue.rules.map(({ id }) => ({ id: `rule-${id}`, content: ruleEntry(view, id) })) },
    { id: 'words', kind: 'columns', entries: terms.map((term) => ({ content: html`<b>${help.terms[term].name}</b><br>${help.terms[term].text}
      ${rulesOf[term].length ? html` <span class="soft rule">${view.say.list(rulesOf[term])}</span>` : nothing}` })) },
    { id: 'assumptions', entries: catalogue.assumptions.map((each) => ({ content: assumption(view, each) })) },
    { id: 'conflicts', entries: catalogue.conflicts.map((each) => ({ content: conflict(view, each) })) },
    { id: 'policies', entries: catalogue.policies.map((policy) => ({ content: html`<h4>${view.text(policy.text)}</h4>
      <ul class="statements">${policy.choices.map((choice, index) => html`<li>${view.text(choice.text)} ${index ? nothing : html`<span class="tag">${view.ui.isDefault}</span>`} ${sources(view, choice.cites)}</li>`)}</ul>
      ${view.agreement ? html`<p class="soft">${library.inThisPlan}</p>${policySwitch(view, policy.id)}` : nothing}` })) },
    { id: 'changes', intro: html`<p>${library.changesIntro}</p>`, entries: [
      ...library.editions.map(({ day, text }) => ({ day, content: dated(view, day, library.kinds.edition, text, []) })),
      ...changes(catalogue).map((each) => ({ day: each.day, content: dated(view, each.day, library.kinds[each.kind], said(view, each), each.kind === 'published' ? [] : each.cites) })),
    ].sort((a, b) => b.day.localeCompare(a.day)) },
    { id: 'links', kind: 'columns', entries: catalogue.links.map((link) => ({ content: html`<a href=${link.url} target="_blank" rel="noopener noreferrer">${view.text(link.text)}</a>` })) },
    { id: 'sources', entries: catalogue.sources.map(({ id, note }) => ({ id: `source-${id}`, content: html`${sourceLink(view, id)} ${note ? html`<br><span class="soft">${view.text(note)}</span>` : nothing}` })) },
  ]
}

/** What the document says, what the planner does about it, and what it is behind in the plan that is shown. @param {View} view @param {string} id */
function ruleEntry(view, id) {
  const { library } = view.m
  const found = view.catalogue.rules.find((each) => each.id === id)
  const does = /** @type {Record<string, string>} */ (library.does)[id]
  const disputed = view.catalogue.conflicts.filter(({ sides }) => sides.some(({ cites }) => cites.some((cite) => cite.includes('#') && found?.cites.includes(cite))))
  return html`<h4 class="rule-id">${id}</h4><dl class="rule-facts">
    <div><dt>${library.theDocument}</dt><dd>${view.text(found?.text)} ${sources(view, found?.cites)}</dd></div>
    <div><dt>${library.thePlanner}</dt><dd>${does}</dd></div>
    <div><dt>${library.inThisPlan}</dt><dd>${usesOf(view, id)}</dd></div>
    ${disputed.length ? html`<div><dt>${library.seeAlso}</dt><dd>${disputed.map((each) => html`<p>${view.text(each.question)}${view.ui.space}${view.ui.labelled(view.ui.resolution, view.text(each.resolution))}</p>`)}</dd></div>` : nothing}</dl>`
}

/** Where the plan uses a rule. @param {View} view @param {string} id */
function usesOf(view, id) {
  const { library } = view.m
  const whats = [...new Set((view.plan?.figures ?? []).filter(({ rules = [] }) => rules.includes(id)).map(({ what }) => view.m.what[what]))]
  const found = view.plan?.findings.filter(({ rules }) => rules.includes(id)).length ?? 0
  return whats.length || found ? view.say.clauses([...whats.length ? [library.usedBy(view.say.all(whats))] : [], ...found ? [library.findingsBy(view.say.count(found))] : []]) : library.notUsed
}

/** @param {View} view @param {string} day @param {string} kind @param {unknown} content @param {string[]} cites */
const dated = (view, day, kind, content, cites) => html`<div class="dated"><span class="day">${view.say.day(day)}</span><div><b>${kind}</b><br>${content} ${sources(view, cites)}</div></div>`

/** A change in words. @param {View} view @param {Change} change @returns {unknown} */
function said(view, change) {
  const { library, why } = view.m
  switch (change.kind) {
    case 'exams-end':
    case 'exams-listed': return html`${exams(view, change.ids)}${change.note ? html` (${view.text(change.note)})` : nothing}`
    case 'certifications-end': return html`${view.say.all(change.ids.map(view.names.certification))}${change.note ? html` (${view.text(change.note)})` : nothing}`
    case 'sale-starts':
    case 'sale-ends': {
      const products = view.say.all(change.products.map(view.names.product))
      return change.programme ? library.sold(products, view.names.programme(change.programme)) : products
    }
    case 'retakes-change': return change.rules.map((rule) => html`<p>${retake(view, rule)}</p>`)
    case 'product-changes': return view.ui.labelled(view.names.product(change.product), String(change.value))
    case 'academy-changes': return view.say.all(change.values.map((value) => named(view, value)))
    case 'assurance-changes': return view.text(change.text)
    case 'published': return sourceLink(view, change.source.id)
    default: return why.see
  }
}

/** A programme, a family or an audience by its name, or a number. @param {View} view @param {string | number} value */
function named(view, value) {
  if (typeof value === 'number') return view.say.count(value)
  const { families, audiences } = /** @type {Record<'families' | 'audiences', Record<string, string>>} */ (view.m)
  return families[value] ?? audiences[value] ?? view.names.programme(value)
}
