// The cheapest plan of a derivation: every way to open terms, and for each the best orders, by HiGHS.
//
// What a solver says is not believed: charges, exams and units are added up again from whole units, and a flow checks
// that these units serve what they should.
import { lineCharge } from './charges.js'
import { mostServed } from './flow.js'
import { Model, solve } from './solver.js'

/** @typedef {import('./derivation.js').Derivation} Derivation */
/** @typedef {import('./derivation.js').Lot} Lot */
/** @typedef {import('./derivation.js').Supply} Supply */
/** What the objective compares, in this order. @typedef {[uncovered: number, charge: number, exams: number, units: number]} Worth */
/** Needs that share something, with all that concerns them. @typedef {{ needs: number[], fixed: Supply[], lots: Lot[] }} Part */
/** @typedef {{ state: 'optimal', worth: Worth, units: number[] } | { state: 'unfinished' }} Solved */

/** @param {Worth} a @param {Worth} b */
export function compared(a, b) {
  const place = a.findIndex((value, at) => value !== b[at])
  return place < 0 ? 0 : a[place] - b[place]
}

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0)

/** @param {Worth[]} worths */
const added = (worths) => /** @type {Worth} */ ([0, 1, 2, 3].map((place) => sum(worths.map((worth) => worth[place]))))

/** Lots by their line. @param {Lot[]} lots @returns {number[][]} */
function linesOf(lots) {
  /** @type {Map<string, number[]>} */
  const lines = new Map()
  lots.forEach(({ line }, place) => lines.set(line, [...(lines.get(line) ?? []), place]))
  return [...lines.values()]
}

/** Whether the charge of a line is more than the sum of its units. @param {Lot} lot */
function isJoint({ tariff }) {
  if (!tariff) return false
  const exact = (tariff.tiers[0].price * tariff.factor.numerator) % tariff.factor.denominator === 0
  return tariff.tiers.length > 1 || (tariff.roundAt === 'line' && !exact)
}

/** Adds up needs that exactly the same supplies and lots can serve, and leaves out what serves nothing. @param {Part} part @returns {Part} */
function merged({ needs, fixed, lots }) {
  const supplies = [...fixed, ...lots]
  /** @type {Map<string, number>} */
  const places = new Map()
  /** @type {number[]} */
  const total = []
  const place = needs.map((exams, need) => {
    const key = supplies.map(({ serves }) => (serves.includes(need) ? 1 : 0)).join('')
    const at = places.get(key) ?? places.set(key, total.push(0) - 1).get(key) ?? 0
    total[at] += exams
    return at
  })
  const serves = (/** @type {number[]} */ needs) => [...new Set(needs.map((need) => place[need]))].sort((a, b) => a - b)
  return {
    needs: total,
    fixed: fixed.map((it) => ({ ...it, serves: serves(it.serves) })).filter((it) => it.serves.length > 0),
    lots: lots.map((it) => ({ ...it, serves: serves(it.serves) })).filter((it) => it.serves.length > 0),
  }
}

/** Splits needs into parts that share no supply, no lot and no line that is charged as a whole. @param {Part} whole @returns {Part[]} */
function parted({ needs, fixed, lots }) {
  const root = needs.map((_, place) => place)
  const top = (/** @type {number} */ place) => {
    while (root[place] !== place) place = root[place]
    return place
  }
  const join = (/** @type {number[]} */ places) => places.forEach((place) => { root[top(place)] = top(places[0]) })
  for (const { serves } of [...fixed, ...lots]) join(serves)
  for (const line of linesOf(lots)) if (isJoint(lots[line[0]])) join(line.flatMap((place) => lots[place].serves))
  return needs.flatMap((_, leader) => {
    if (top(leader) !== leader) return []
    const own = needs.flatMap((_, place) => (top(place) === leader ? [place] : []))
    const local = (/** @type {number[]} */ serves) => serves.map((place) => own.indexOf(place))
    const mine = (/** @type {{ serves: number[] }} */ { serves }) => top(serves[0]) === leader
    return [{
      needs: own.map((place) => needs[place]),
      fixed: fixed.filter(mine).map((it) => ({ ...it, serves: local(it.serves) })),
      lots: lots.filter(mine).map((it) => ({ ...it, serves: local(it.serves) })),
    }]
  })
}

/** The least number of exams that nothing covers: any number can be ordered, so only needs without a lot are at risk. @param {Part} part */
export function leastUncovered({ needs, fixed, lots }) {
  const bare = needs.map((exams, need) => (lots.some(({ serves }) => serves.includes(need)) ? 0 : exams))
  return sum(bare) - mostServed(bare, fixed)
}

/** What units come to. `undefined` where they leave more uncovered than has to be. @param {Part} part @param {number[]} units @returns {Worth | undefined} */
export function worthOf(part, units) {
  const bought = part.lots.map(({ size, serves }, place) => ({ exams: size * units[place], serves }))
  const uncovered = sum(part.needs) - mostServed(part.needs, [...part.fixed, ...bought])
  if (uncovered !== leastUncovered(part)) return undefined
  const charges = linesOf(part.lots).map((line) => {
    const { tariff } = part.lots[line[0]]
    const ordered = sum(line.map((place) => units[place]))
    return tariff && ordered > 0 ? lineCharge(tariff, ordered) : 0
  })
  return [uncovered, sum(charges), sum(bought.map(({ exams }) => exams)), sum(units)]
}

/** The model of a part, with the terms of its charge and the variables of its units. */
class PartModel extends Model {
  /** @param {Part} part */
  constructor(part) {
    super()
    const uncovered = leastUncovered(part)
    const reach = part.lots.map(({ size, serves, tariff }) =>
      Math.max(Math.ceil(sum(serves.map((need) => part.needs[need])) / size), tariff?.tiers.at(-1)?.from ?? 0))
    this.units = reach.map((most) => this.variable({ most, whole: true }))
    /** @type {[number, number][][]} */
    const served = part.needs.map(() => [])
    const gives = (/** @type {number[]} */ serves, /** @type {number} */ most) => serves.map((need) => {
      const flow = this.variable({ most: Math.min(part.needs[need], most) })
      served[need].push([flow, 1])
      return /** @type {[number, number]} */ ([flow, -1])
    })
    for (const { exams, serves } of part.fixed) this.row(-exams, gives(serves, exams))
    part.lots.forEach(({ size, serves }, place) => this.row(0, [[this.units[place], size], ...gives(serves, Infinity)]))
    /** @type {[number, number][]} */
    const missing = []
    part.needs.forEach((exams, need) => {
      if (part.lots.some(({ serves }) => serves.includes(need))) return this.row(exams, served[need])
      const miss = this.variable({ most: exams })
      missing.push([miss, 1])
      this.row(exams, [...served[need], [miss, 1]])
    })
    if (missing.length > 0) this.row(-Infinity, missing, uncovered)
    /** @type {[number, number][]} */
    this.charge = linesOf(part.lots).flatMap((line) => this.charged(line, part.lots[line[0]], reach))
  }

  /** The terms of what a line costs. @param {number[]} line @param {Lot} lot @param {number[]} reach @returns {[number, number][]} */
  charged(line, lot, reach) {
    if (!lot.tariff) return []
    const units = line.map((place) => this.units[place])
    const each = (/** @type {number} */ unit) => units.map((variable) => /** @type {[number, number]} */ ([variable, unit]))
    if (!isJoint(lot)) return each(lineCharge(lot.tariff, 1))
    const most = Math.max(sum(line.map((place) => reach[place])), lot.tariff.tiers.at(-1)?.from ?? 0)
    const { tiers } = lot.tariff
    /** @type {[number, number][]} */
    const inTiers = []
    /** @type {[number, number][]} */
    const chosen = []
    const terms = tiers.flatMap(({ from, price }, place) => {
      const last = place + 1 < tiers.length ? tiers[place + 1].from - 1 : most
      const inTier = this.variable({ most: last, whole: true })
      inTiers.push([inTier, -1])
      if (tiers.length > 1) {
        const choice = this.variable({ most: 1, whole: true })
        chosen.push([choice, 1])
        this.row(0, [[inTier, 1], [choice, -from]])
        this.row(-Infinity, [[inTier, 1], [choice, -last]], 0)
      }
      return this.chargedAt({ ...lot.tariff, tiers: [{ from: 1, price }] }, inTier, last)
    })
    this.row(0, [...each(1), ...inTiers], 0)
    if (chosen.length > 0) this.row(-Infinity, chosen, 1)
    return terms
  }

  /**
   * The terms of what so many units cost at one price. Where the line is rounded, price x factor = whole + rest / of, and a
   * variable is tied to the rounded rest in whole numbers.
   * @param {any} tariff @param {number} units @param {number} most @returns {[number, number][]}
   */
  chargedAt(tariff, units, most) {
    const { numerator, denominator: of } = tariff.factor
    const [{ price }] = tariff.tiers
    if (tariff.roundAt === 'unit' || (price * numerator) % of === 0) return [[units, lineCharge(tariff, 1)]]
    const whole = Math.floor((price * numerator) / of)
    const rest = (price * numerator) % of
    const extra = this.variable({ most, whole: true })
    const exact = (/** @type {number} */ times) => /** @type {[number, number][]} */ ([[units, rest * times], [extra, -of * times]])
    switch (tariff.rounding) {
      case 'down': this.row(0, exact(1), of - 1); break
      case 'up': this.row(1 - of, exact(1), 0); break
      case 'half-up': this.row(-of, exact(2), of - 1); break
      default: {
        // The charge is 2 x half + odd; an odd one must be nearer than half a unit, an even one may be just that far.
        const half = this.variable({ most: most * (whole + 1), whole: true })
        const odd = this.variable({ most: 1, whole: true })
        this.row(0, [[units, whole % 2], [extra, 1], [half, -2], [odd, -1]], 0)
        this.row(-Infinity, [...exact(2), [odd, 1]], of)
        this.row(-of, [...exact(2), [odd, -1]])
      }
    }
    return [[units, whole], [extra, 1]]
  }

  /** Makes these terms what is to be small. @param {[number, number][]} terms */
  aim(terms) {
    this.cost.fill(0)
    for (const [variable, factor] of terms) this.cost[variable] += factor
  }
}

/** Exams first, then packs and vouchers, as one whole number. @param {Part} part @param {number} mostExams @param {PartModel} model */
function small(part, mostExams, model) {
  const many = Math.floor(mostExams / Math.min(...part.lots.map(({ size }) => size))) + 1
  return part.lots.map(({ size }, place) => /** @type {[number, number]} */ ([model.units[place], size * many + 1]))
}

/** Exams that enough of the smallest lots would have. @param {Part} part */
const enoughExams = ({ needs, lots }) => sum(needs) + needs.length * Math.max(0, ...lots.map(({ size }) => size))

/** The best orders of a part. @param {Part} part @param {number} seconds @returns {Solved} */
function solvedPart(part, seconds) {
  if (part.lots.length === 0) return { state: 'optimal', worth: [leastUncovered(part), 0, 0, 0], units: [] }
  const whole = (/** @type {PartModel} */ model, /** @type {any} */ found) => model.units.map((variable) => Math.round(found.values[variable]))
  let mostExams = enoughExams(part)
  let charge = 0
  if (part.lots.some(({ tariff }) => tariff)) {
    const model = new PartModel(part)
    model.aim(model.charge)
    const found = solve(model, { seconds, quick: true })
    if (found.state !== 'optimal') return { state: 'unfinished' }
    const worth = worthOf(part, whole(model, found))
    if (!worth || Math.abs(worth[1] - found.objective) > 0.4) return { state: 'unfinished' }
    ;[, charge, mostExams] = worth
  }
  const model = new PartModel(part)
  model.row(-Infinity, model.charge, charge + 0.25)
  model.aim(small(part, mostExams, model))
  const found = solve(model, { seconds, quick: true })
  if (found.state !== 'optimal') return { state: 'unfinished' }
  const units = whole(model, found)
  const worth = worthOf(part, units)
  return worth && worth[1] === charge ? { state: 'optimal', worth, units } : { state: 'unfinished' }
}

/** A bound below the charge of a part, or below its exams where nothing has a price. @param {Part} part */
function boundOf(part) {
  if (part.lots.length === 0) return 0
  const model = new PartModel(part)
  model.aim(part.lots.some(({ tariff }) => tariff) ? model.charge : part.lots.map(({ size }, place) => [model.units[place], size]))
  const found = solve(model, { relaxed: true })
  return found.state === 'optimal' ? found.objective : 0
}

/** @template T @param {Map<string, T>} known @param {string} key @param {() => T} make */
function remembered(known, key, make) {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}

/** Whether some orders of the same worth order on each opening day, when the orders found do not. @param {Part[]} parts @param {Worth[]} worths @param {import('./derivation.js').Opening[]} openings @param {number} seconds */
function canOpen(parts, worths, openings, seconds) {
  const joint = new Model()
  /** @type {Lot[]} */
  const lots = []
  /** @type {number[]} */
  const units = []
  parts.forEach((part, at) => {
    if (part.lots.length === 0) return
    const model = new PartModel(part)
    const [, charge, exams, packs] = worths[at]
    model.row(-Infinity, model.charge, charge + 0.25)
    model.row(exams, part.lots.map(({ size }, place) => [model.units[place], size]), exams)
    model.row(packs, model.units.map((variable) => [variable, 1]), packs)
    const first = joint.cost.length
    model.cost.forEach((_, variable) => joint.variable({ most: model.most[variable], whole: model.whole[variable] === 1 }))
    for (const { least, most, terms } of model.rows) joint.row(least, terms.map(([variable, factor]) => [variable + first, factor]), most)
    part.lots.forEach((lot, place) => {
      lots.push(lot)
      units.push(first + model.units[place])
    })
  })
  for (const opening of openings) {
    joint.row(1, lots.flatMap((lot, place) => (isOpening(lot, opening) ? [/** @type {[number, number]} */ ([units[place], 1])] : [])))
  }
  const { state } = solve(joint, { seconds, quick: true })
  return state === 'unfinished' ? undefined : state === 'optimal'
}

const isOpening = (/** @type {Lot} */ lot, /** @type {import('./derivation.js').Opening} */ { day, product }) =>
  lot.day === day && (product === undefined || lot.product === product)

/**
 * The cheapest plan of a derivation.
 * @param {Derivation} derivation @param {import('./derivation.js').Opening[][]} structures @param {number} [seconds] for each search at most; a busy machine has less of each
 */
export function cheapest(derivation, structures, seconds = 10) {
  /** @type {Map<string, Solved>} */
  const solved = new Map()
  /** @type {Map<string, number>} */
  const bounds = new Map()
  const exams = derivation.needs.map((need) => need.exams)
  const ways = structures.map((openings) => {
    const parts = parted(merged({ needs: exams, fixed: derivation.fixed, lots: derivation.lots(openings) }))
    const keyed = parts.map((part) => ({ part, key: JSON.stringify(part) }))
    return { openings, keyed, uncovered: sum(parts.map(leastUncovered)), bound: 0 }
  })
  if (ways.length > 1) {
    for (const way of ways) {
      way.bound = sum(way.keyed.map(({ part, key }) => remembered(bounds, key, () => boundOf(part))))
    }
    ways.sort((a, b) => a.uncovered - b.uncovered || a.bound - b.bound)
  }
  /** @type {{ worth: Worth, openings: import('./derivation.js').Opening[] } | undefined} */
  let best
  let tried = 0
  const first = derivation.priced ? 1 : 2
  for (const { openings, keyed, uncovered, bound } of ways) {
    // Half a unit of room for the tolerances of the relaxation.
    if (best && (uncovered > best.worth[0] || (uncovered === best.worth[0] && bound > best.worth[first] + 0.5))) break
    tried += 1
    /** @type {Worth[]} */
    const worths = []
    /** @type {{ lot: Lot, units: number }[]} */
    const ordered = []
    for (const { part, key } of keyed) {
      const result = remembered(solved, key, () => solvedPart(part, seconds))
      if (result.state === 'unfinished') return { state: /** @type {const} */ ('unfinished'), part }
      worths.push(result.worth)
      result.units.forEach((units, place) => ordered.push({ lot: part.lots[place], units }))
    }
    const worth = added(worths)
    if (best && compared(worth, best.worth) >= 0) continue
    const opens = openings.every((opening) => ordered.some(({ lot, units }) => units > 0 && isOpening(lot, opening)))
    const counts = opens || canOpen(keyed.map(({ part }) => part), worths, openings, seconds)
    if (counts === undefined) return { state: /** @type {const} */ ('unfinished'), part: undefined }
    if (counts) best = { worth, openings }
  }
  if (!best) throw new Error('ordering nothing opens no term and always counts')
  return { state: /** @type {const} */ ('optimal'), ...best, tried }
}
