// The answer as plain text, for a mail or a note: the sentence, the order lines, the days, what to know.
/**
 * @import { Finding, View } from '../view.js'
 * @import { Words } from './tables.js'
 */
import { spoken } from '../view/headline.js'
import { deadlines, flat, unitsOf } from './deadlines.js'

/** The answer's sentence, also where nothing is to be ordered. @param {View} view */
export function answerText(view) {
  const { ui, say, agreement } = view
  if (!agreement) return ''
  const needed = agreement.summary.examsNeeded.value
  const uncovered = agreement.needs.reduce((sum, need) => sum + need.uncovered, 0)
  if (agreement.lines.length) return view.sentences(spoken(view), uncovered ? ui.partlyCovered(say.count(uncovered)) : '').join('')
  return uncovered ? flat(ui.nothingCovered(say.count(needed))) : needed ? flat(ui.coveredWithout(say.count(needed))) : ui.nothingNeeded
}

/** @param {View} view @param {Words} words */
export function summaryText(view, words) {
  const { ui, m, say, agreement, plan } = view
  if (!agreement || !plan) return ''
  const title = say.list([view.scenario.name ?? '', agreement.name, view.names.programme(agreement.programme), `${say.day(agreement.start)} – ${say.day(agreement.end)}`, ui.plannedOn(say.day(plan.today))].filter(Boolean))
  const lines = agreement.lines.map((line) => {
    const facts = [
      unitsOf(view, line),
      line.exams ? words.exams(line.exams.value, say.count(line.exams.value)) : '',
      line.charge ? say.money(line.charge.value, view.currency) : '',
      line.usableUntil ? words.usableUntil(say.day(line.usableUntil.value)) : '',
    ]
    return ui.labelled(say.day(line.orderDay.value), say.clauses(facts.filter(Boolean)))
  })
  const { charge } = agreement.summary
  const total = charge ? [ui.labelled(ui.total, say.money(charge.value, view.currency))] : []
  const days = deadlines(view, words).map(({ day, until, summary }) => ui.labelled(until && until !== day ? `${say.day(day)} – ${say.day(until)}` : say.day(day), summary))
  const findings = /** @type {Finding[]} */ (plan.findings).map((finding) => ui.labelled(m.severities[finding.severity], view.findingText(finding)))
  const parts = [
    [title], [answerText(view)], list(ui.lines, [...lines, ...total]), list(words.deadlines, days), list(ui.findings, findings),
    [view.sentences(words.yourPrices, words.notAffiliated, ui.catalogueOf(say.day(plan.catalogue))).join('')],
  ]
  // Blanks that may not break belong on a page; in a mail they are only in the way of searching.
  return parts.map((part) => part.filter(Boolean).join('\n')).filter(Boolean).join('\n\n').replaceAll('\u00a0', ' ')
}

/** @param {string} title @param {string[]} entries */
const list = (title, entries) => (entries.length ? [title, ...entries.map((entry) => `- ${entry}`)] : [])
