// What changed when: the dated facts of the catalogue in the order of their days.
/** @import { Catalogue, Cite, Ending, Exam, Certification, RetakeRule, Source, Text } from './pkg/index.js' */

/** What one change is about.
 * @typedef {{ kind: 'exams-end' | 'exams-listed', ids: string[], note?: Text }
 *   | { kind: 'certifications-end', ids: string[], note?: Text }
 *   | { kind: 'sale-starts' | 'sale-ends', programme?: string, products: string[] }
 *   | { kind: 'retakes-change', rules: RetakeRule[] }
 *   | { kind: 'product-changes', product: string, value: string | number }
 *   | { kind: 'academy-changes', values: (string | number)[] }
 *   | { kind: 'assurance-changes', text: Text }
 *   | { kind: 'published', source: Source }} About
 */
/** @typedef {About & { day: string, cites: Cite[] }} Change */
/** @typedef {About['kind']} Kind */

/** All changes, the newest first. @param {Catalogue} catalogue @returns {Change[]} */
export function changes(catalogue) {
  return [
    ...endings(catalogue.exams, 'exams-end'),
    ...endings(catalogue.certifications, 'certifications-end'),
    ...firstListed(catalogue.exams),
    ...sales(catalogue),
    ...retakes(catalogue.retakes),
    ...products(catalogue),
    ...academy(catalogue),
    ...catalogue.softwareAssurance.map(({ day, text, cites }) => /** @type {Change} */ ({ kind: 'assurance-changes', day, text, cites })),
    // A year or a month is no day: such texts stand among the sources only.
    ...catalogue.sources.filter(({ published }) => /^\d{4}-\d\d-\d\d$/.test(published ?? '')).map((source) => /** @type {Change} */ ({ kind: 'published', day: source.published, source, cites: [source.id] })),
  ].sort((a, b) => b.day.localeCompare(a.day) || a.kind.localeCompare(b.kind))
}

/** Entries by a key, in the order in which the keys come. @template T @param {T[]} entries @param {(entry: T) => string} key @returns {T[][]} */
function grouped(entries, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map()
  for (const entry of entries) groups.set(key(entry), [...groups.get(key(entry)) ?? [], entry])
  return [...groups.values()]
}

/** @param {{ cites: Cite[] }[]} entries */
const citesOf = (entries) => [...new Set(entries.flatMap(({ cites }) => cites))]

/** Exams or certifications that end on the same day. @param {(Exam | Certification)[]} list @param {'exams-end' | 'certifications-end'} kind @returns {Change[]} */
function endings(list, kind) {
  const ends = list.flatMap(({ id, ends = [] }) => ends.map((/** @type {Ending} */ end) => ({ id, ...end })))
  return grouped(ends, ({ day, note }) => `${day} ${note?.en}`).flatMap((group) => {
    const [first] = group
    return first ? [{ kind, day: first.day, ids: group.map(({ id }) => id), ...first.note ? { note: first.note } : {}, cites: citesOf(group) }] : []
  })
}

/** @param {Exam[]} exams @returns {Change[]} */
function firstListed(exams) {
  return grouped(exams.filter(({ firstSeen }) => firstSeen), ({ firstSeen = '' }) => firstSeen)
    .map((group) => ({ kind: 'exams-listed', day: group[0]?.firstSeen ?? '', ids: group.map(({ id }) => id), cites: citesOf(group) }))
}

/** Sales that a programme starts or ends, and those of a product altogether. @param {Catalogue} catalogue @returns {Change[]} */
function sales({ availability, products }) {
  const sold = availability.filter((each) => each.sold)
  const changed = (/** @type {'sale-starts' | 'sale-ends'} */ kind, /** @type {(each: typeof sold[number]) => string | undefined} */ dayOf) =>
    grouped(sold.filter(dayOf), (each) => `${dayOf(each)} ${each.programme}`).map((group) => /** @type {Change} */ ({
      kind, day: group[0] && dayOf(group[0]), programme: group[0]?.programme, products: group.map(({ product }) => product), cites: citesOf(group),
    }))
  return [
    ...changed('sale-starts', ({ from }) => from), ...changed('sale-ends', ({ until }) => until),
    ...products.flatMap(({ id, saleStarts, saleEnds }) => [
      ...saleStarts ? [/** @type {Change} */ ({ kind: 'sale-starts', day: saleStarts.value, products: [id], cites: saleStarts.cites })] : [],
      ...saleEnds ? [/** @type {Change} */ ({ kind: 'sale-ends', day: saleEnds.value, products: [id], cites: saleEnds.cites })] : [],
    ]),
  ]
}

/** @param {RetakeRule[]} rules @returns {Change[]} */
function retakes(rules) {
  return grouped(rules.filter(({ from }) => from), ({ from = '' }) => from).map((group) => ({ kind: 'retakes-change', day: group[0]?.from ?? '', rules: group, cites: citesOf(group) }))
}

/** Numbers of a product that hold from a day. @param {Catalogue} catalogue @returns {Change[]} */
function products({ products: list }) {
  return list.flatMap(({ id, exams, validMonths, licence, points }) => [...exams, ...validMonths, ...licence, ...points]
    .flatMap(({ from, value, cites }) => (from ? [{ kind: /** @type {const} */ ('product-changes'), day: from, product: id, value, cites }] : [])))
}

/** What the Imagine Academy brings from a day. @param {Catalogue} catalogue @returns {Change[]} */
function academy({ imagineAcademy: { programmes, freeVouchers, families, audiences, voucherMonths, graceDays } }) {
  const facts = [...freeVouchers, ...programmes, ...families, ...audiences, ...voucherMonths, ...graceDays].filter(({ from }) => from)
  return grouped(/** @type {{ from?: string, value: unknown, cites: Cite[] }[]} */ (facts), ({ from = '' }) => from)
    .map((group) => ({ kind: 'academy-changes', day: group[0]?.from ?? '', values: /** @type {(string | number)[]} */ (group.flatMap(({ value }) => value)), cites: citesOf(group) }))
}
