// To the clipboard: a table for grids and for mails at once, or plain text.
/** @import { Table } from './cells.js' */
import { guarded, plain, shown } from './cells.js'

/** What is copied, by its type. @typedef {{ 'text/plain': string, 'text/html'?: string }} Copied */

/** The part of an order that goes into a mail: the columns that the page shows first. @param {Table} table @returns {Table} */
export function brief(table) {
  const keep = (/** @type {unknown} */ _, /** @type {number} */ place) => table.columns[place]?.brief
  return { ...table, columns: table.columns.filter(keep), rows: table.rows.map((row) => row.filter(keep)) }
}

/** A table as cells between tabs, and as HTML with what the page shows. @param {Table} table @returns {Copied} */
export function copiedTable({ columns, rows, total }) {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map((cell) => guarded(cell, plain(cell))))]
  const row = (/** @type {string[]} */ cells) => `<tr>${cells.join('')}</tr>`
  const align = (/** @type {number} */ place) => (columns[place]?.number ? ' align="right"' : '')
  const head = row(columns.map(({ title }, place) => `<th${align(place) || ' align="left"'}>${escaped(title)}</th>`))
  const body = rows.map((cells, index) => {
    const tag = total && index === rows.length - 1 ? 'th' : 'td'
    return row(cells.map((cell, place) => `<${tag}${align(place)}>${escaped(guarded(cell, shown(cell)))}</${tag}>`))
  })
  return {
    // A tab or a line end inside a cell would begin another.
    'text/plain': lines.map((line) => line.map((field) => field.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n'),
    'text/html': `<table><thead>${head}</thead><tbody>${body.join('')}</tbody></table>`,
  }
}

/** @param {string} words */
const escaped = (words) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** Puts something on the clipboard; whether that was allowed. @param {Copied} copied @returns {Promise<boolean>} */
export async function copy(copied) {
  try {
    if (copied['text/html'] && typeof ClipboardItem === 'function') {
      const parts = Object.entries(copied).map(([type, words]) => [type, new Blob([words], { type })])
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))])
    } else await navigator.clipboard.writeText(copied['text/plain'])
    return true
  } catch {
    return copyAsBefore(copied)
  }
}

/** The way from before there was a clipboard API, which a page inside another or without TLS still has. @param {Copied} copied */
function copyAsBefore(copied) {
  let done = false
  const answer = (/** @type {ClipboardEvent} */ event) => {
    for (const [type, words] of Object.entries(copied)) event.clipboardData?.setData(type, words)
    event.preventDefault()
    event.stopImmediatePropagation()
    done = event.clipboardData !== null
  }
  addEventListener('copy', answer, { capture: true })
  try {
    return document.execCommand('copy') && done
  } catch {
    return false
  } finally {
    removeEventListener('copy', answer, { capture: true })
  }
}
