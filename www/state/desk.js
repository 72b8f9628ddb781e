// The scenarios that lie on the desk side by side, and which of them is shown. Nothing changes in place, so each state can be kept.
/** @import { Scenario } from '../pkg/index.js' */
/** @import { SampleName } from '../samples.js' */
import { emptyScenario } from '../scenario.js'

/** The sample that a sheet was started from, and whether it was changed since. @typedef {{ name: SampleName, changed: boolean }} Origin */
/** A scenario on the desk. Its key stays the same as long as it lies there. @typedef {{ key: string, scenario: Scenario, origin?: Origin | undefined }} Sheet */
/** At least one sheet; the shown one by its key. @typedef {{ sheets: Sheet[], shown: string }} Desk */

/** A desk with one sheet. @param {Scenario} scenario @param {Origin} [origin] @returns {Desk} */
export const deskWith = (scenario, origin) => ({ sheets: [{ key: '1', scenario, origin }], shown: '1' })

/** The sheet that is shown. @param {Desk} desk @returns {Sheet} */
export function shownSheet({ sheets, shown }) {
  const sheet = sheets.find(({ key }) => key === shown) ?? sheets[0]
  if (!sheet) throw new RangeError('a desk without a sheet')
  return sheet
}

/** With another scenario on the shown sheet. @param {Desk} desk @param {Scenario} scenario @param {Origin} [origin] @returns {Desk} */
export function withShown(desk, scenario, origin) {
  const { key } = shownSheet(desk)
  return { ...desk, sheets: desk.sheets.map((sheet) => (sheet.key === key ? { key, scenario, origin } : sheet)) }
}

/** With a sheet more, shown, behind the one shown before. @param {Desk} desk @param {Scenario} scenario @param {Origin} [origin] @returns {Desk} */
export function withSheet(desk, scenario, origin) {
  const key = String(Math.max(...desk.sheets.map((sheet) => Number(sheet.key))) + 1)
  const place = desk.sheets.indexOf(shownSheet(desk)) + 1
  return { sheets: desk.sheets.toSpliced(place, 0, { key, scenario, origin }), shown: key }
}

/** With another sheet shown. @param {Desk} desk @param {string} key @returns {Desk} */
export const showing = (desk, key) => ({ ...desk, shown: key })

/** Without a sheet; the last one stays. The one beside it is shown where it was shown itself. @param {Desk} desk @param {string} key @returns {Desk} */
export function withoutSheet(desk, key) {
  const place = desk.sheets.findIndex((sheet) => sheet.key === key)
  if (place < 0 || desk.sheets.length === 1) return desk
  const sheets = desk.sheets.toSpliced(place, 1)
  const beside = sheets[Math.min(place, sheets.length - 1)]
  return { sheets, shown: desk.shown === key && beside ? beside.key : desk.shown }
}

/** With a sheet moved among the others. @param {Desk} desk @param {string} key @param {number} by places, to the left where negative @returns {Desk} */
export function movedSheet(desk, key, by) {
  const from = desk.sheets.findIndex((sheet) => sheet.key === key)
  const to = from + by
  const sheet = desk.sheets[from]
  if (!sheet || to < 0 || to >= desk.sheets.length) return desk
  return { ...desk, sheets: desk.sheets.toSpliced(from, 1).toSpliced(to, 0, sheet) }
}

/** With another name for a sheet's scenario. @param {Desk} desk @param {string} key @param {string} name @returns {Desk} */
export function renamedSheet(desk, key, name) {
  return { ...desk, sheets: desk.sheets.map((sheet) => (sheet.key === key ? { ...sheet, scenario: { ...sheet.scenario, name }, origin: sheet.origin && { ...sheet.origin, changed: true } } : sheet)) }
}

/** With several sheets more, the one at a place among them shown. Sheets that nobody has touched yet make room. @param {Desk} desk @param {Omit<Sheet, 'key'>[]} added @param {number} [shown] @returns {Desk} */
export function withSheets(desk, added, shown = 0) {
  const kept = desk.sheets.filter((sheet) => !isUntouched(sheet))
  const last = Math.max(0, ...desk.sheets.map(({ key }) => Number(key)))
  const fresh = added.map((sheet, place) => ({ ...sheet, key: String(last + place + 1) }))
  const first = fresh[shown] ?? fresh[0]
  return first ? { sheets: [...kept, ...fresh], shown: first.key } : desk
}

/** With the same scenario once more beside itself, under another name. @param {Desk} desk @param {string} key @param {string} name @returns {Desk} */
export function copiedSheet(desk, key, name) {
  const sheet = desk.sheets.find((each) => each.key === key)
  if (!sheet) return desk
  return withSheet(showing(desk, key), { ...sheet.scenario, name }, sheet.origin && { ...sheet.origin, changed: true })
}

/** Whether a sheet holds nothing of its user: an example as it came, or nothing at all. @param {Omit<Sheet, 'key'>} sheet */
export function isUntouched({ scenario, origin }) {
  if (origin) return !origin.changed
  return JSON.stringify(scenario) === JSON.stringify(emptyScenario(String(scenario.today)))
}
