// A plan's tables as the sheets of a workbook, which the wasm module writes.
/**
 * @import { Cell as Written, Sheet, Style, Workbook } from '../pkg/exports.js'
 * @import { View } from '../view.js'
 * @import { Cell, Table } from './cells.js'
 * @import { Words } from './tables.js'
 */
import { empty } from './cells.js'
import { assumptionsTable, choicesTable, citeFigures, conflictsTable, coverTable, inputsTable, leftOutTable, Numbered, sourcesTable } from './grounds.js'
import { budgetTable, datesTable, findingsTable, groupsTable, needsTable, orderTable } from './tables.js'

/** A sheet's part of the names in the words, and the tables on it. @typedef {{ name: keyof Words['sheets'], tables: Table[] }} Page */

/** The tables of a workbook, by sheet. @param {View} view @param {Words} words @returns {Page[]} */
export function pages(view, words) {
  const cited = new Numbered()
  const order = orderTable(view, words)
  const findings = findingsTable(view, words, cited)
  const grounds = [assumptionsTable(view, words, cited), conflictsTable(view, words, cited), leftOutTable(view, words, cited)]
  citeFigures(view, cited)
  /** @type {Page[]} */
  const wished = [
    { name: 'plan', tables: [coverTable(view, words)] },
    { name: 'order', tables: [order] },
    { name: 'budget', tables: [budgetTable(view, words)] },
    { name: 'needs', tables: [needsTable(view, words), groupsTable(view, words)] },
    { name: 'dates', tables: [datesTable(view)] },
    { name: 'findings', tables: [findings] },
    { name: 'grounds', tables: grounds },
    { name: 'inputs', tables: [inputsTable(view, words), choicesTable(view, words)] },
    { name: 'sources', tables: [sourcesTable(view, words, cited)] },
  ]
  return wished.map(({ name, tables }) => ({ name, tables: tables.filter(({ rows }) => rows.length) })).filter(({ tables }) => tables.length)
}

/** @param {View} view @param {Words} words @returns {Workbook} */
export function workbookOf(view, words) {
  const [cover, ...rest] = pages(view, words)
  const title = cover?.tables[0]?.title ?? ''
  return { title, created: view.plan?.today ?? '', sheets: [...cover ? [coverSheet(cover, words)] : [], ...rest.map((page) => sheet(page, words))] }
}

/** The plan in a few facts, under its title. @param {Page} page @param {Words} words @returns {Sheet} */
function coverSheet({ name, tables: [table] }, words) {
  const rows = table?.rows.map(([label = empty, fact = empty]) => [styled(label, 'soft'), styled(fact, 'plain')]) ?? []
  const widths = table?.columns.map(({ width }) => width) ?? []
  return { name: words.sheets[name], frozenRows: 0, frozenColumns: 0, landscape: false, widths, rows: [[wordsCell(table?.title ?? '', 'title')], [], ...rows] }
}

/** Its first table begins at the top, so that its head stays in sight; others follow under their titles. @param {Page} page @param {Words} words @returns {Sheet} */
function sheet({ name, tables }, words) {
  /** @type {Written[][]} */
  const rows = []
  for (const table of tables) {
    if (rows.length) rows.push([], [wordsCell(table.title, 'title')])
    rows.push(table.columns.map(({ title, number }) => wordsCell(title, number ? 'number-head' : 'head')))
    const top = rows.length
    table.rows.forEach((row, place) => {
      const style = table.total && place === table.rows.length - 1 ? 'strong' : 'plain'
      rows.push(row.map((cell) => styled(cell, style, top)))
    })
  }
  const count = Math.max(...tables.map(({ columns }) => columns.length))
  const widths = Array.from({ length: count }, (_, place) => Math.max(...tables.map(({ columns }) => columns[place]?.width ?? 8)))
  return { name: words.sheets[name], frozenRows: 1, frozenColumns: name === 'order' ? 2 : 0, landscape: widths.reduce((sum, width) => sum + width, 0) > 90, widths, rows }
}

/** @param {string} text @param {Style} style @returns {Written} */
const wordsCell = (text, style) => ({ value: { type: 'text', text }, style })

/** @param {Cell} cell @param {Style} style @param {number} [top] the row in which its table's rows begin @returns {Written} */
const styled = (cell, style, top = 0) => ({ value: written(cell, top), style })

/** A cell without the text shown: a workbook has formats for that. @param {Cell} cell @param {number} top the row in which its table's rows begin @returns {Written['value']} */
function written(cell, top) {
  switch (cell.type) {
    case 'count': return { type: 'count', count: cell.count }
    case 'money': return { type: 'money', minor: cell.minor, places: cell.places }
    case 'sum': return { type: 'sum', first: cell.first + top, last: cell.last + top, minor: cell.minor, places: cell.places }
    case 'ratio': case 'percent': return { type: cell.type, numerator: cell.numerator, denominator: cell.denominator }
    case 'day': return { type: 'day', day: cell.day }
    default: return cell
  }
}
