// What helps to fill in an agreement: its usual length, whose it is, how many months are left, and the five questions that
// decide how many exams are needed (PLN-1).
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { figure, note } from '../figure.js'
import { dayOf } from '../holiday-reader.js'
import { sources } from './basis.js'

/** Lengths that a source names for the programme, as buttons that set the last day. @param {View} view */
export function usualLengths(view) {
  const words = view.m.agreement
  const programme = view.catalogue.programmes.find(({ id }) => id === view.input.programme)
  const start = dayOf(view.typed(`${view.path}.start`))
  const ends = programme?.terms.map(({ value }) => start && lastDay(start, value)) ?? []
  // Nothing is offered where nothing would change.
  if (!programme || !start || !ends.length || ends.includes(view.typed(`${view.path}.end`))) return nothing
  return html`<div class="usual-lengths" role="group" aria-label=${words.usualLength}><span class="soft">${words.usualLength}</span>
    ${programme.terms.map(({ value, cites }) => {
      const end = lastDay(start, value)
      return html`<button type="button" ?disabled=${view.locked} @click=${() => view.actions.setAll([[`${view.path}.end`, end]], `${view.path}.end`)}>${words.months(value)}<span class="hidden">, ${words.until(view.say.day(end))}</span></button>
        ${view.printing ? nothing : sources(view, cites)}`
    })}</div>`
}

/** The last of so many months from a day on. @param {string} start @param {number} months */
export function lastDay(start, months) {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number)
  // A month without that day ends on its last one; the months are over on the day before.
  const days = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, days) - 1)).toISOString().slice(0, 10)
}

/** How much of the agreement is left. @param {View} view */
export function monthsLeft(view) {
  const { agreement } = view
  if (!agreement) return nothing
  return html`<p class="soft">${view.m.agreement.monthsLeft(figure(view, 'months-left', agreement.monthsLeft))}</p>${note(view, 'months-left')}`
}

/** The five questions of PLN-1, each with what was answered so far. The form is not printed, so it has no texts by number. @param {View} view */
export function fiveQuestions(view) {
  const { agreement, say } = view
  const words = view.m.agreement
  if (!agreement?.groups.length) return nothing
  const targets = agreement.groups.flatMap(({ certifications }) => certifications)
  const people = agreement.groups.reduce((sum, group) => sum + group.people.value, 0)
  const each = targets.map(({ examsPerPerson }) => examsPerPerson.value)
  const ready = targets.map((target) => target.ready.value).sort()
  const range = (/** @type {string} */ first, /** @type {string} */ last) => (first === last ? first : words.range(first, last))
  const [least, most] = [Math.min(...each), Math.max(...each)].map((number) => say.count(number))
  const answers = targets.length ? [
    say.count(people), say.count(new Set(targets.map(({ certification }) => certification)).size), range(least ?? '', most ?? ''),
    words.readyBy(range(say.shortDay(ready[0] ?? ''), say.shortDay(ready.at(-1) ?? ''))), say.ratio(agreement.monthsLeft.value),
  ] : [say.count(people)]
  return html`<details class="more five"><summary>${words.fiveQuestions}</summary>
    <ol>${words.five.map((question, index) => html`<li>${question} <b>${answers[index] ?? ''}</b></li>`)}</ol>
    ${view.printing ? nothing : view.later?.cited(view, ['PLN-1'], [])}</details>`
}
