// A text of rows and columns taken apart: the delimiter is guessed and can be changed, quotes are honoured.
import papa from 'papaparse'
import { unguarded } from './plain.js'

/** Delimiters to choose from. */
export const delimiters = /** @type {const} */ (['\t', ',', ';', '|'])

/** Rows without those that are empty at the end, all as wide as the widest. @param {string} text @param {string} [delimiter] @returns {{ rows: string[][], delimiter: string }} */
export function readTable(text, delimiter) {
  const clean = text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, (_, sign) => { delimiter ??= sign; return '' })
  const used = delimiter ?? guess(clean)
  const { data } = papa.parse(clean, { delimiter: used })
  const rows = /** @type {string[][]} */ (data).map((row) => row.map((cell) => unguarded(cell).trim()))
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return { rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]), delimiter: used }
}

/** A tab in the first line decides: nobody types one into a cell. @param {string} text */
function guess(text) {
  if (text.slice(0, 5000).split(/\r?\n/, 1)[0]?.includes('\t')) return '\t'
  const { meta } = papa.parse(text, { preview: 50, delimitersToGuess: [...delimiters] })
  return /** @type {readonly string[]} */ (delimiters).includes(meta.delimiter) ? meta.delimiter : ','
}
