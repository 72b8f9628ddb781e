// Reads holidays that somebody pastes: one day a line as people write it, or a calendar file (.ics, RFC 5545).
import { daysBetween } from './holidays.js'

/** What was read: days in order, each once; lines that are no days; and entries that repeat, of which only the first days were taken. @typedef {{ days: string[], wrong: string[], repeating: number }} Read */

/** @param {string} text @returns {Read} */
export function readHolidays(text) {
  const read = /BEGIN:VCALENDAR|BEGIN:VEVENT/i.test(text) ? fromCalendar(text) : fromLines(text)
  return { ...read, days: [...new Set(read.days)].sort() }
}

/** A day as the engine reads it too, or nothing: `2026-03-05`, `2026/3/5`, `2026年3月5日`. @param {string} text @returns {string | undefined} */
export function dayOf(text) {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim())
  if (!parts) return undefined
  const [year = '', month = '', day = ''] = parts.slice(1)
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(written)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : undefined
}

/** A line may go on with a name: `2026-12-25 Christmas Day`. @param {string} text @returns {Read} */
function fromLines(text) {
  /** @type {string[]} */ const days = []
  /** @type {string[]} */ const wrong = []
  for (const line of text.split(/\r?\n/).map((each) => each.trim()).filter(Boolean)) {
    const [first = ''] = line.split(/[\s,;，；、]+/)
    const day = dayOf(first)
    if (day) days.push(day)
    else wrong.push(line)
  }
  return { days, wrong, repeating: 0 }
}

/** Events of a calendar that last whole days. Where an event says no end, it is one day; its end is the day after its last. @param {string} text @returns {Read} */
function fromCalendar(text) {
  /** @type {string[]} */ const days = []
  /** @type {string[]} */ const wrong = []
  let repeating = 0
  // A line that goes on starts with a space.
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  /** @type {Map<string, string> | undefined} */ let event
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Za-z-]+)[^:]*:(.*)$/.exec(line) ?? []
    const property = name.toUpperCase()
    if (property === 'BEGIN' && value.toUpperCase() === 'VEVENT') event = new Map()
    else if (property === 'END' && value.toUpperCase() === 'VEVENT' && event) {
      const first = icsDay(event.get('DTSTART'))
      const end = icsDay(event.get('DTEND'))
      if (first) days.push(...daysBetween(first, end && end > first ? dayBefore(end) : first))
      else wrong.push(event.get('SUMMARY') ?? event.get('DTSTART') ?? line)
      if (event.has('RRULE')) repeating += 1
      event = undefined
    } else event?.set(property, value)
  }
  return { days, wrong, repeating }
}

/** @param {string | undefined} value such as `20261225`, or with a time */
function icsDay(value) {
  const parts = /^(\d{4})(\d\d)(\d\d)(T|$)/.exec(value?.trim() ?? '')
  return parts ? dayOf(parts.slice(1, 4).join('-')) : undefined
}

/** @param {string} day */
const dayBefore = (day) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
