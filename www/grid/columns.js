// The columns of the grid of groups: what each holds, where it stands in the scenario, and how it is written.
/** @import { ScenarioGroup } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { isDay } from '../field.js'

/** A column, by what it holds of a group. @typedef {'name' | 'certifications' | 'people' | 'audience' | 'site' | 'sittings' | 'passRate' | 'attempts'} Column */

/** Those a person types digits into. @type {ReadonlySet<Column>} */
export const numeric = new Set(/** @type {Column[]} */ (['people', 'passRate', 'attempts']))

/** What an empty cell shows: what is assumed where nothing is entered, or that something can be. @param {View} view @param {number} row @param {Column} column */
export const blankText = (view, row, column) => (column === 'name' ? view.ui.group(row + 1) : column === 'passRate' ? view.say.percent({ numerator: 1, denominator: 1 }) : column === 'attempts' ? '1' : '···')

/** The columns that are shown: the site only where there are several. @param {View} view @returns {Column[]} */
export const columnsOf = (view) => ['name', 'certifications', 'people', 'audience', ...severalSites(view) ? /** @type {const} */ (['site']) : [], 'sittings', 'passRate', 'attempts']

/** @param {View} view */
export const severalSites = (view) => (view.input.sites?.length ?? 0) > 1

/** The field that a cell shows: the only exam day, or all of them where there are several. @param {View} view @param {number} row @param {Column} column */
export function pathOf(view, row, column) {
  const path = `${view.path}.groups[${row}]`
  return column !== 'sittings' ? `${path}.${column}` : hasSeveralDays(view.input.groups?.[row]) ? `${path}.sittings` : `${path}.sittings[0].day`
}

/** @param {ScenarioGroup | undefined} group */
export const hasSeveralDays = (group) => (group?.sittings?.length ?? 0) > 1

/** What a column is called where a field is spoken of: the column of exam days holds `Exam day` for one. @param {View} view @param {Column} column */
export const labelOfColumn = (view, column) => (column === 'sittings' ? view.ui.sitting : view.m.fields[column])

/** What a cell shows, line by line. @param {View} view @param {ScenarioGroup} group @param {Column} column @returns {string[]} */
export function linesOf(view, group, column) {
  switch (column) {
    case 'certifications': return (group.certifications ?? []).map((id) => view.names.certification(id))
    case 'sittings': return dayLines(view, group)
    case 'audience': return group.audience ? [view.m.audiences[group.audience] ?? group.audience] : []
    case 'site': return group.site ? [siteChoices(view).find(({ value }) => value === group.site)?.label ?? group.site] : []
    case 'people': return written(group.people, /^\d{4,15}$/, (number) => view.say.count(number))
    case 'passRate': return written(group.passRate, /^[01]?\.?\d+$/, (number) => (number <= 1 ? view.say.percent({ numerator: number, denominator: 1 }) : String(group.passRate)))
    default: return written(group[column])
  }
}

/** A value as typed, or as the page writes it where it has the usual form. @param {string | number | undefined} value @param {RegExp} [usual] @param {(number: number) => string} [write] */
function written(value, usual, write) {
  const text = String(value ?? '')
  return text === '' ? [] : [usual?.test(text) && write ? write(Number(text)) : text]
}

/** @param {View} view @param {ScenarioGroup} group */
function dayLines(view, group) {
  const sittings = (group.sittings ?? []).filter(({ day, people }) => day || people)
  const days = sittings.map(({ day }) => String(day ?? ''))
  if (days.length > 3 && days.every(isDay)) return [view.daysText(days, true)]
  return sittings.map(({ people }, index) => {
    const day = days[index] ?? ''
    const text = isDay(day) ? view.say.shortDay(day) : day
    return people === undefined || people === '' || sittings.length === 1 ? text : view.ui.onDay(text, String(people))
  })
}

/** The sites of the agreement to choose from. @param {View} view */
export function siteChoices(view) {
  return (view.input.sites ?? []).map((site, index) => ({ value: site.id ?? '', label: view.siteAt(index) }))
}

/** What a cleared cell holds. @param {Column} column @returns {{ value: unknown }} */
export function blankOf(column) {
  const blanks = { certifications: [], sittings: [{ day: '', people: '' }], audience: undefined }
  return { value: column in blanks ? blanks[/** @type {keyof typeof blanks} */ (column)] : '' }
}
