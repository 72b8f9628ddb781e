// All rules, sources, assumptions and disagreements: everything a plan can rest on.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { rule, sourceLink } from '../explain.js'
import { assumption, conflict, sources } from './basis.js'

/** @param {View} view */
export function draw(view) {
  const { ui, catalogue } = view
  return html`
    <h2>${ui.library}</h2>
    <p>${ui.libraryIntro}${ui.space}${ui.catalogueOf(view.say.day(catalogue.date))}</p>
    <section><h3>${ui.rules}</h3><ul class="cited rules">${catalogue.rules.map(({ id }) => rule(view, id))}</ul></section>
    <section><h3>${ui.assumptions}</h3>${catalogue.assumptions.map((each) => assumption(view, each))}</section>
    <section><h3>${ui.conflicts}</h3>${catalogue.conflicts.map((each) => conflict(view, each))}</section>
    <section><h3>${ui.policyNotes}</h3>${catalogue.policies.map((policy) => html`<h4>${view.text(policy.text)}</h4>
      <ul class="statements">${policy.choices.map((choice, index) => html`<li>${view.text(choice.text)} ${index ? nothing : html`<span class="tag">${ui.isDefault}</span>`} ${sources(view, choice.cites)}</li>`)}</ul>`)}</section>
    <section><h3>${ui.soldBy}</h3>${availability(view)}</section>
    <section><h3>${ui.furtherFacts}</h3><ul class="statements">${[...catalogue.imagineAcademy.benefits, ...catalogue.claims, ...catalogue.products.flatMap(({ conditions = [] }) => conditions), ...catalogue.programmes.flatMap(({ notes = [] }) => notes), ...catalogue.notes]
      .map((fact) => html`<li>${view.text(fact.text)} ${sources(view, fact.cites)}</li>`)}
      ${catalogue.softwareAssurance.map((event) => html`<li>${view.say.day(event.day)} · ${view.text(event.text)} ${sources(view, event.cites)}</li>`)}</ul></section>
    <section><h3>${ui.links}</h3><ul class="statements">${catalogue.links.map((link) => html`<li><a href=${link.url} target="_blank" rel="noopener noreferrer">${view.text(link.text)}</a></li>`)}</ul></section>
    <section><h3>${ui.sources}</h3><ol class="statements">${catalogue.sources.map(({ id, note }) => html`<li>${sourceLink(view, id)} ${note ? html`<br><span class="soft">${view.text(note)}</span>` : nothing}</li>`)}</ol></section>`
}

/** Which programme sells what (PRG-4). What no source says stays open. @param {View} view */
function availability(view) {
  const { ui, say, catalogue } = view
  return html`<table class="stack"><thead><tr><th scope="col">${view.m.fields.programme}</th>${catalogue.products.map((product) => html`<th scope="col">${view.text(product.short)}</th>`)}</tr></thead>
    <tbody>${catalogue.programmes.map((programme) => html`<tr><th scope="row">${programme.short}</th>${catalogue.products.map((product) => {
      const known = catalogue.availability.filter((each) => each.programme === programme.id && each.product === product.id)
      return html`<td data-label=${view.text(product.short)}>${known.length ? known.map((each, index) => html`${index ? html`<br>` : nothing}${each.sold ? ui.sold : ui.notSold}${
        each.from ? ` ${ui.fromDay(say.shortDay(each.from))}` : ''}${each.until ? ` ${ui.endsOn(say.shortDay(each.until))}` : ''}`) : ui.unknown}</td>`
    })}</tr>`)}</tbody></table>`
}
