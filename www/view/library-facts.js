// The facts of the catalogue as sections of the library: programmes, products, certifications, exams, times, benefits.
/** @import { Ending, Fact, Product, RetakeRule } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { Section } from './library.js' */
import { html, nothing } from 'lit'
import { sources } from './basis.js'
import { exams, examsOf } from './links.js'

/** @param {View} view @returns {Section[]} */
export function facts(view) {
  const { catalogue, say, ui } = view
  const { library, families, tracks, levels } = view.m
  const cited = (/** @type {import('../pkg/index.js').Text} */ text, /** @type {string[] | undefined} */ cites) => html`${view.text(text)} ${sources(view, cites)}`
  const areaOf = (/** @type {string | undefined} */ id) => view.text(catalogue.areas.find((area) => area.id === id)?.name)
  const topics = /** @type {Record<string, string>} */ (library.topics)
  return [
    { id: 'programmes', entries: catalogue.programmes.map(({ short, name, segment, terms, notes = [] }) => ({ content: html`<h4>${view.text(name) === short ? short : `${short} · ${view.text(name)}`} <span class="tag">${library.segments[segment]}</span></h4>
      ${terms.map(({ value, cites }) => html`<p>${library.termOf(say.count(value))} ${sources(view, cites)}</p>`)}
      ${notes.length ? html`<ul class="statements">${notes.map(({ text, cites }) => html`<li>${cited(text, cites)}</li>`)}</ul>` : nothing}` })) },
    { id: 'products', entries: catalogue.products.map((product) => ({ content: productEntry(view, product) })) },
    { id: 'availability', kind: 'table', head: html`<tr><th scope="col">${view.m.fields.programme}</th>${catalogue.products.map(({ short }) => html`<th scope="col">${view.text(short)}</th>`)}</tr>`,
      entries: catalogue.programmes.map((programme) => ({ content: html`<th scope="row">${programme.short}</th>${catalogue.products.map((product) => html`<td data-label=${view.text(product.short)}><div>${soldBy(view, programme.id, product.id)}</div></td>`)}` })) },
    { id: 'certifications', entries: catalogue.certifications.map((each) => ({ content: html`<b>${view.text(each.name)}</b>
      <span class="soft">${say.clauses([tracks[each.track], levels[each.level], areaOf(each.area)].filter(Boolean))}</span><br>
      ${view.m.why.takesExams(examsOf(view, each.id))}
      ${each.prerequisites?.length ? library.prerequisites(say.either(each.prerequisites.map(view.names.certification))) : nothing}
      ${each.ends?.length ? html`${ui.labelled(library.ends, '')}${endings(view, each.ends)}` : nothing}
      ${each.note ? view.text(each.note) : nothing} ${sources(view, [...new Set([...each.cites, ...(each.ends ?? []).flatMap(({ cites }) => cites)])])}` })) },
    { id: 'exams', kind: 'table', head: html`<tr><th scope="col">${library.exam}</th><th scope="col">${library.family}</th><th scope="col">${library.firstSeen}</th><th scope="col">${library.ends}</th></tr>`,
      entries: catalogue.exams.map(({ id, family, firstSeen, ends }) => ({ content: html`<th scope="row" data-label=${library.exam}>${exams(view, [id])}</th><td data-label=${library.family}>${families[family]}</td>
        <td data-label=${library.firstSeen}>${firstSeen ? say.shortDay(firstSeen) : '–'}</td><td data-label=${library.ends}><div>${ends?.length ? endings(view, ends) : library.noEnd}</div></td>` })) },
    { id: 'times', entries: times(view) },
    { id: 'academy', entries: [...academy(view), ...catalogue.softwareAssurance.map((event) => ({ content: html`${ui.labelled(say.day(event.day), '')}${cited(event.text, event.cites)}` }))] },
    { id: 'notes', entries: [
      ...catalogue.claims.map(({ text, cites }) => ({ content: html`<span class="tag">${library.claims}</span> ${cited(text, cites)}` })),
      ...catalogue.notes.map(({ topic, text, cites }) => ({ content: html`<span class="tag">${topics[topic] ?? topic}</span> ${cited(text, cites)}` })),
    ] },
  ]
}

/** The days on which something ends, with whom each is for. @param {View} view @param {Ending[]} ends */
const endings = (view, ends) => view.say.list(ends.map(({ day, note }) => (note ? view.m.library.for(view.say.shortDay(day), view.text(note)) : view.say.shortDay(day))))

/** @param {View} view @param {Product} product */
function productEntry(view, product) {
  const { say } = view
  const { library, families, audiences, licences } = view.m
  const { productFacts: label } = library
  /** @template T @param {Fact<T>[]} list @param {(value: T) => string} write */
  const values = (list, write) => list.map(({ value, from, cites }) => html`<div>${from ? library.since(write(value), say.day(from)) : write(value)} ${sources(view, cites)}</div>`)
  const assumed = view.catalogue.assumptions.filter(({ id }) => product.assumptions?.includes(id))
  return html`<h4>${view.text(product.name)}</h4><dl class="rule-facts">
    <div><dt>${label.kind}</dt><dd>${library.productKinds[product.kind]}</dd></div>
    ${product.families.length ? html`<div><dt>${label.families}</dt><dd>${say.all(product.families.map((family) => families[family]))}</dd></div>` : nothing}
    <div><dt>${label.audiences}</dt><dd>${product.audiences?.length ? say.all(product.audiences.map((audience) => audiences[audience])) : library.anybody}</dd></div>
    ${product.exams.length ? html`<div><dt>${label.exams}</dt><dd>${values(product.exams, (value) => say.count(value))}</dd></div>` : nothing}
    ${product.validMonths.length ? html`<div><dt>${label.validMonths}</dt><dd>${values(product.validMonths, (value) => library.months(say.count(value)))}</dd></div>` : nothing}
    ${product.licence.length ? html`<div><dt>${label.licence}</dt><dd>${values(product.licence, (value) => licences[value])}</dd></div>` : nothing}
    ${product.points.length ? html`<div><dt>${label.points}</dt><dd>${values(product.points, (value) => say.count(value))}</dd></div>` : nothing}
    ${product.saleStarts ? html`<div><dt>${label.saleStarts}</dt><dd>${values([product.saleStarts], (value) => say.day(value))}</dd></div>` : nothing}
    ${product.saleEnds ? html`<div><dt>${label.saleEnds}</dt><dd>${values([product.saleEnds], (value) => say.day(value))}</dd></div>` : nothing}</dl>
    <ul class="statements">${(product.conditions ?? []).map(({ text, cites }) => html`<li>${view.text(text)} ${sources(view, cites)}</li>`)}
    ${assumed.map((each) => html`<li><span class="tag assumed">${view.ui.assumed}</span> ${view.text(each.text)}</li>`)}</ul>`
}

/** What is known of a sale; what no source says stays open (PRG-4). @param {View} view @param {string} programme @param {string} product */
function soldBy(view, programme, product) {
  const { ui, say } = view
  const known = view.catalogue.availability.filter((each) => each.programme === programme && each.product === product)
  return known.length ? known.map((each, index) => html`${index ? html`<br>` : nothing}${each.sold ? ui.sold : ui.notSold}${
    each.from ? ` ${ui.fromDay(say.shortDay(each.from))}` : ''}${each.until ? ` ${ui.endsOn(say.shortDay(each.until))}` : ''}`) : ui.unknown
}

/** A retake rule in a sentence. @param {View} view @param {RetakeRule} rule */
export function retake(view, { families, from, firstWaitDays, laterWaitDays, mostInTwelveMonths, twelveMonthsStart, againAfterPass }) {
  const { say } = view
  const { library } = view.m
  const most = mostInTwelveMonths && twelveMonthsStart ? library.most(say.count(mostInTwelveMonths), library.capStarts[twelveMonthsStart]) : ''
  return view.sentences(`${from ? library.untilFurther(say.day(from)) : ''}${library.retake(say.all(families.map((family) => view.m.families[family])), say.count(firstWaitDays), say.count(laterWaitDays), most)}`, againAfterPass ? library.againAfterPass : nothing)
}

/** How long things take. @param {View} view @returns {{ content: unknown }[]} */
function times(view) {
  const { say } = view
  const { library } = view.m
  const { preparation, delivery, retakes } = view.catalogue
  const last = (/** @type {Fact<number>[]} */ list) => say.count(list.at(-1)?.value ?? 0)
  const cites = (/** @type {Fact<number>[][]} */ lists) => sources(view, [...new Set(lists.flat().flatMap((fact) => fact.cites))])
  return [
    { content: html`${library.preparation(last(preparation.basicMonths), last(preparation.advancedMonths), last(preparation.semesterMonths))} ${cites([preparation.basicMonths, preparation.advancedMonths, preparation.semesterMonths])}` },
    { content: html`${library.delivery(last(delivery.acknowledgedDays), last(delivery.codesEarliestBusinessDays), last(delivery.codesLatestBusinessDays), last(delivery.sitePackDays))} ${cites([delivery.acknowledgedDays, delivery.codesEarliestBusinessDays, delivery.codesLatestBusinessDays, delivery.sitePackDays])}` },
    ...retakes.map((rule) => ({ content: html`${retake(view, rule)} ${sources(view, rule.cites)}` })),
  ]
}

/** @param {View} view @returns {{ content: unknown }[]} */
function academy(view) {
  const { say } = view
  const { library, families } = view.m
  const { imagineAcademy: { programmes, freeVouchers, families: covered, voucherMonths, graceDays, benefits } } = view.catalogue
  const [free] = freeVouchers.slice(-1)
  return [
    ...free ? [{ content: html`${free.from ? library.untilFurther(say.day(free.from)) : nothing}${library.freeVouchersFact(say.count(free.value), say.all((programmes.at(-1)?.value ?? []).map(view.names.programme)), say.all((covered.at(-1)?.value ?? []).map((family) => families[family])))} ${sources(view, free.cites)}` }] : [],
    ...graceDays.slice(-1).map(({ value, cites }) => ({ content: html`${library.graceFact(say.count(voucherMonths.at(-1)?.value ?? 0), say.count(value))} ${sources(view, cites)}` })),
    ...benefits.map(({ text, cites }) => ({ content: html`${view.text(text)} ${sources(view, cites)}` })),
  ]
}
