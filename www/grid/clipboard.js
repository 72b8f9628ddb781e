// Cells as text for a spreadsheet: tab-separated, one line for each row.
/** @import { ScenarioGroup } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { Column } from './columns.js' */
import { siteChoices } from './columns.js'

/** Rows of groups as a spreadsheet takes them. @param {View} view @param {ScenarioGroup[]} groups @param {Column[]} columns */
export const rowsAsText = (view, groups, columns) => groups.map((group) => columns.map((column) => quoted(cellText(view, group, column))).join('\t')).join('\n')

/** A cell in a form that can be pasted again: days as 2026-03-15, with their people behind them where there are several. @param {View} view @param {ScenarioGroup} group @param {Column} column */
function cellText(view, group, column) {
  switch (column) {
    case 'certifications': return guarded((group.certifications ?? []).map((id) => view.names.certification(id)).join('; '))
    case 'sittings': return (group.sittings ?? []).map(({ day = '', people = '' }, _, all) => (all.length > 1 && people !== '' ? `${day} (${people})` : String(day))).join('; ')
    case 'audience': return group.audience ? view.m.audiences[group.audience] ?? group.audience : ''
    case 'site': return guarded(siteChoices(view).find(({ value }) => value === group.site)?.label ?? group.site ?? '')
    case 'name': return guarded(group.name ?? '')
    default: return String(group[column] ?? '')
  }
}

/** A spreadsheet would work out what begins like a formula. @param {string} text */
const guarded = (text) => (/^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text)

/** @param {string} text */
const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The text of one cell, where it is that and not a block of cells. @param {string} text */
export function single(text) {
  const line = text.replace(/\r?\n$/, '')
  return /[\t\n\r]/.test(line) ? undefined : line
}
