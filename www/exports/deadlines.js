// The days of a plan on which somebody has to do or to know something, in words.
/**
 * @import { OrderLine } from '../pkg/index.js'
 * @import { View } from '../view.js'
 * @import { Words } from './tables.js'
 */

/**
 * Key: what it is, whatever its day. Remind: so many days before.
 * @typedef {{ key: string, day: string, until?: string, summary: string, description: string, remind: number[] }} Deadline
 */

/** Days before an order, which may take its time in one's own house; and before something ends. */
const beforeOrder = [7, 1]
const beforeEnd = [30]
const beforeStart = [7]

/** What lies ahead of the day of the plan, by day. @param {View} view @param {Words} words @returns {Deadline[]} */
export function deadlines(view, words) {
  const today = view.plan?.today ?? ''
  const found = [...orders(view, words), ...sittings(view, words), ...ends(view, words)]
  return found.filter(({ day, until = day }) => until >= today).toSorted((a, b) => a.day.localeCompare(b.day))
}

/** @param {View} view @param {Words} words @returns {Deadline[]} */
function orders(view, words) {
  const { ui, m, say, agreement } = view
  /** How many lines of each product there were so far: a line keeps its key when its day moves. @type {Map<string, number>} */
  const seen = new Map()
  return (agreement?.lines ?? []).flatMap((line) => {
    const place = (seen.get(line.product) ?? 0) + 1
    seen.set(line.product, place)
    const key = `${line.product}-${place}`
    const units = unitsOf(view, line)
    const told = (/** @type {unknown[]} */ ...sentences) => tellsOf(view, words, sentences)
    const arrival = flat(ui.codesArrive(say.day(line.earliestDelivery.value), say.day(line.latestDelivery.value)))
    const usable = line.usableUntil ? flat(ui.usableUntil(say.day(line.usableUntil.value))) : ''
    const cost = line.charge ? `${ui.labelled(ui.charge, say.money(line.charge.value, view.currency))}${ui.full}` : ''
    /** @type {Deadline[]} */
    const days = [
      { key: `order-${key}`, day: line.orderDay.value, summary: words.orderEvent(units), description: told(words.orderWhy, cost, arrival, usable, m.fulfilment[line.fulfilment]), remind: beforeOrder },
      { key: `delivery-${key}`, day: line.earliestDelivery.value, until: line.latestDelivery.value, summary: words.deliveryEvent(units), description: told(words.deliveryWhy, m.fulfilment[line.fulfilment], usable), remind: [] },
    ]
    if (line.usableUntil) days.push({ key: `expiry-${key}`, day: line.usableUntil.value, summary: words.expiryEvent(units), description: told(words.expiryWhy, flat(ui.usedUnused(say.count(line.used?.value ?? 0), say.count(line.unused?.value ?? 0)))), remind: beforeEnd })
    return days
  })
}

/** @param {View} view @param {Words} words @returns {Deadline[]} */
function sittings(view, words) {
  const { say, names, agreement } = view
  return (agreement?.groups ?? []).flatMap((group) => group.certifications.flatMap(({ certification, sittings }) => sittings.flatMap((sitting, place) => {
    const key = `${group.id}-${certification}-${place + 1}`
    const [who, what] = [names.group(group.id), names.certification(certification)]
    const day = sitting.day.value
    const retakes = sitting.lastDay.value > day ? words.retakesWhy(say.day(sitting.lastDay.value)) : ''
    return [
      { key: `sitting-${key}`, day, summary: words.sittingEvent(who, what), description: tellsOf(view, words, [words.sittingWhy(sitting.people, say.count(sitting.people)), retakes]), remind: [] },
      { key: `start-${key}`, day: sitting.latestPreparationStart.value, summary: words.startEvent(who, what), description: tellsOf(view, words, [words.startWhy(say.day(day))]), remind: beforeStart },
    ]
  })))
}

/** What ends by itself. @param {View} view @param {Words} words @returns {Deadline[]} */
function ends(view, words) {
  const { say, names, agreement } = view
  if (!agreement) return []
  const { freeVouchers, membership, stock } = agreement
  const exams = (/** @type {number} */ number) => `${words.exams(number, say.count(number))}${view.ui.full}`
  /** @type {Deadline[]} */
  const found = [{
    key: 'agreement', day: agreement.end, summary: words.agreementEvent(agreement.name || names.programme(agreement.programme)), description: tellsOf(view, words, [words.agreementWhy]), remind: beforeEnd,
  }]
  for (const { index, until, used, left } of stock) {
    const product = names.product(view.input.stock?.[index]?.product ?? '')
    found.push({ key: `stock-${index + 1}`, day: until, summary: words.stockEvent(product), description: tellsOf(view, words, [exams(used + left), words.expiryWhy]), remind: beforeEnd })
  }
  if (freeVouchers) found.push({ key: 'free-vouchers', day: freeVouchers.until.value, summary: words.freeEvent, description: tellsOf(view, words, [exams(freeVouchers.used + freeVouchers.left)]), remind: beforeEnd })
  if (membership) found.push({ key: 'membership', day: membership.until.value, summary: words.membershipEvent, description: tellsOf(view, words, [words.membershipWhy(say.day(membership.grace.value))]), remind: beforeEnd })
  return found
}

/** `1 × Site pack 500`. @param {View} view @param {OrderLine} line */
export const unitsOf = (view, line) => `${view.say.count(line.units.value)} × ${view.names.product(line.product)}`

/** A sentence of the page whose figures are texts already. @param {unknown[]} sentence */
export const flat = (sentence) => sentence.flat().join('')

/** Sentences, and whose plan it is. @param {View} view @param {Words} words @param {unknown[]} sentences */
function tellsOf(view, words, sentences) {
  const plan = view.say.list([view.scenario.name ?? '', view.agreement?.name ?? '', view.names.programme(view.agreement?.programme ?? '')].filter(Boolean))
  return `${view.sentences(...sentences).join('')}\n${words.madeFor(plan)}`
}
