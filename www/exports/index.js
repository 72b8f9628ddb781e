// What the export menu does, one function for each entry. Loaded when the menu is opened for the first time.
/**
 * @import { View } from '../view.js'
 * @import { Words } from './tables.js'
 */
import { brief, copiedTable, copy } from './copy.js'
import { csv } from './csv.js'
import { calendarOf } from './ics.js'
import { safeName } from './save.js'
import { summaryText } from './summary.js'
import { budgetTable, orderTable } from './tables.js'
import { workbookOf } from './xlsx.js'

/** Answers what it did, to be said. @typedef {(view: View, words: Words) => Promise<string>} Export */

/** @param {View} view @param {string} what @param {string} ending */
function named(view, what, ending) {
  const { agreement, plan, scenario } = view
  // Agreements of one scenario are shown, and saved, one by one.
  const which = (plan?.agreements.length ?? 0) > 1 ? agreement?.name || agreement?.id : ''
  return `${safeName([scenario.name || agreement?.name || view.ui.title, which, what, plan?.today])}.${ending}`
}

/** The module that writes workbooks and calendars; a failed attempt may be made again. */
const writer = () => import('../pkg/exports.js')

/** @type {Export} */
export async function saveWorkbook(view, words) {
  const { workbook } = await writer()
  const file = named(view, words.filePlan, 'xlsx')
  view.actions.save(new Blob([/** @type {BlobPart} */ (workbook(workbookOf(await whole(view), words)))], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }), file)
  return words.saved(file)
}

/** @type {Export} */
export async function saveOrder(view, words) {
  const file = named(view, words.fileOrder, 'csv')
  view.actions.save(new Blob([csv(orderTable(view, words))], { type: 'text/csv;charset=utf-8' }), file)
  return words.saved(file)
}

/** @type {Export} */
export async function saveBudget(view, words) {
  const file = named(view, words.fileBudget, 'csv')
  view.actions.save(new Blob([csv(budgetTable(view, words))], { type: 'text/csv;charset=utf-8' }), file)
  return words.saved(file)
}

/** @type {Export} */
export async function saveCalendar(view, words) {
  const { calendar } = await writer()
  const file = named(view, words.fileDeadlines, 'ics')
  view.actions.save(new Blob([calendar(calendarOf(view, words))], { type: 'text/calendar;charset=utf-8' }), file)
  return words.saved(file)
}

/** @type {Export} */
export async function copyOrder(view, words) {
  const done = await copy(copiedTable(brief(orderTable(view, words))))
  const number = view.agreement?.lines.length ?? 0
  return done ? words.copiedOrder(number, view.say.count(number)) : words.notCopied
}

/** @type {Export} */
export async function copySummary(view, words) {
  const done = await copy({ 'text/plain': summaryText(view, words) })
  return done ? words.copiedSummary : words.notCopied
}

/** A workbook cites what people read, which comes after the first answer. @param {View} view @returns {Promise<View>} */
async function whole(view) {
  if (view.catalogue.sources.length) return view
  const { catalogue } = await import('../pkg/index.js')
  return Object.assign(Object.create(view), { catalogue: await catalogue() })
}
