// The plan on a line of time as lanes: what stands in which, in which order, and between which days.
/** @import { AgreementPlan, Moment, TimelineEntry } from '../pkg/index.js' */

/** Sections of the picture. @typedef {'agreement' | 'orders' | 'people' | 'ends'} SectionName */
/** A lane: all that happens to one thing. @typedef {{ of: string, line: string | null, entries: TimelineEntry[] }} Lane */
/** @typedef {{ name: SectionName, lanes: Lane[], hidden: number }} Section */

/** @type {[SectionName, Moment[]][]} */
const moments = [
  ['agreement', ['agreement', 'term', 'free-vouchers']],
  ['orders', ['order', 'acknowledgement', 'invoice', 'delivery', 'usable', 'access']],
  ['people', ['preparation', 'sitting', 'retakes', 'latest-start', 'order-by']],
  ['ends', ['test-centre', 'test-centre-missing', 'exam-ends', 'sale-ends']],
]

/** More lanes of a section than this are hidden until somebody asks. One more is shorter than the words that would hide it. @type {Record<SectionName, number>} */
const most = { agreement: 8, orders: 16, people: 24, ends: 12 }

/** What may lie years away from the plan: where it does, an arrow points to it. @type {ReadonlySet<Moment>} */
export const farMoments = new Set(/** @type {Moment[]} */ (['agreement', 'term', 'free-vouchers', 'access', 'test-centre', 'exam-ends', 'sale-ends']))

/** Shown by the invoice's order; it stands in the table. @type {ReadonlySet<Moment>} */
export const tableOnly = new Set(/** @type {Moment[]} */ (['invoice', 'today']))

/** @param {TimelineEntry[]} entries @param {boolean} open whether nothing is hidden @returns {Section[]} */
export function sectionsOf(entries, open) {
  return moments.flatMap(([name, of]) => {
    /** @type {Map<string, Lane>} */
    const byOwner = new Map()
    for (const entry of entries) {
      if (tableOnly.has(entry.moment) || (ofProduct(entry) ? name !== 'orders' : !of.includes(entry.moment))) continue
      // A test centre and an exam may bear one name; the terms of an agreement have none.
      const key = `${name === 'ends' || name === 'agreement' ? entry.moment : ''} ${entry.line ?? entry.of}`
      const lane = byOwner.get(key) ?? { of: entry.of, line: entry.line, entries: [] }
      lane.entries.push(entry)
      byOwner.set(key, lane)
    }
    const lanes = [...byOwner.values()].flatMap(apart)
    if (name !== 'agreement') lanes.sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || natural.compare(a.of, b.of))
    const shown = open || lanes.length <= most[name] + 1 ? lanes.length : most[name]
    return lanes.length ? [{ name, lanes: lanes.slice(0, shown), hidden: lanes.length - shown }] : []
  })
}

/** Group 2 stands before group 10. */
const natural = new Intl.Collator('en', { numeric: true })

/** The last safe day of a product, not of a group. @param {TimelineEntry} entry */
const ofProduct = ({ moment, of }) => moment === 'order-by' && !of.includes('/')

/** Which of its days a lane is sorted by. @param {Lane} lane */
function dayOf({ entries }) {
  const first = (/** @type {Moment[]} */ ...wanted) => entries.filter(({ moment }) => wanted.includes(moment)).map(({ from }) => from).toSorted()[0]
  return first('sitting') ?? first('order') ?? entries.map(({ from }) => from).toSorted()[0] ?? ''
}

/** Terms that overlap get a lane each. @param {Lane} lane @returns {Lane[]} */
function apart(lane) {
  if (lane.entries.some(({ moment }) => moment !== 'term')) return [lane]
  /** @type {Lane[]} */
  const lanes = []
  for (const entry of lane.entries.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const free = lanes.find(({ entries }) => (entries.at(-1)?.until ?? '') < entry.from)
    if (free) free.entries.push(entry)
    else lanes.push({ ...lane, entries: [entry] })
  }
  return lanes
}

/**
 * The days a picture runs over: those of the plan, and the whole agreement where that does not squeeze them.
 * @param {AgreementPlan} agreement @param {string} today
 */
export function spanOf({ timeline }, today) {
  const near = timeline.filter(({ moment }) => !farMoments.has(moment) && moment !== 'today')
  const used = near.length ? near : timeline.filter(({ moment }) => moment === 'agreement')
  const from = [today, ...used.map((each) => each.from)].filter(Boolean).reduce((a, b) => (a < b ? a : b))
  const until = [today, ...used.map((each) => each.until)].filter(Boolean).reduce((a, b) => (a > b ? a : b))
  const whole = timeline.filter(({ moment }) => moment === 'agreement' || moment === 'term' || moment === 'free-vouchers')
  const [first, last] = [whole.reduce((a, b) => (a < b.from ? a : b.from), from), whole.reduce((a, b) => (a > b.until ? a : b.until), until)]
  const length = (/** @type {string} */ a, /** @type {string} */ b) => Date.parse(b) - Date.parse(a)
  return length(first, last) <= 1.6 * length(from, until) || length(from, until) === 0 ? { from: first, until: last } : { from, until }
}
