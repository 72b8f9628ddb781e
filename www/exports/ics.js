// A plan's deadlines as a calendar, which the wasm module writes.
/**
 * @import { Calendar } from '../pkg/exports.js'
 * @import { View } from '../view.js'
 * @import { Words } from './tables.js'
 */
import { deadlines } from './deadlines.js'

/** @param {View} view @param {Words} words @returns {Calendar} */
export function calendarOf(view, words) {
  const { agreement, plan } = view
  // One agreement, one set of events: a later plan of it moves them, instead of standing beside them.
  const owner = fingerprint(JSON.stringify([agreement?.programme, agreement?.start, agreement?.id, agreement?.name]))
  return {
    name: words.sheetOf(words.deadlines, view.scenario.name || agreement?.name || ''),
    stamp: plan?.today ?? '',
    events: deadlines(view, words).map(({ key, day, until, summary, description, remind }) => ({
      uid: `${key}.${owner}@voucher-planner`, day, ...until && until !== day ? { until } : {}, summary, description, alarmDaysBefore: remind,
    })),
  }
}

/** The same short text for the same text: FNV-1a, twice 32 bits. @param {string} text */
function fingerprint(text) {
  const half = (/** @type {number} */ start) => {
    let hash = start
    for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  return half(0x811c9dc5) + half(0x2c8f7a1b)
}
