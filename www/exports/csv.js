// Tables as CSV files that Excel, LibreOffice and WPS read in every language: RFC 4180, UTF-8 with its mark.
/** @import { Table } from './cells.js' */
import { guarded, plain } from './cells.js'

/** Excel reads UTF-8 only where the file begins with this. */
const mark = '\ufeff'

/** @param {Table} table */
export function csv({ columns, rows }) {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map((cell) => guarded(cell, plain(cell)))),
  ]
  return mark + lines.map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('')
}

/** @param {string} field */
const quoted = (field) => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
