// From a scenario to what could be ordered for whom: model 2 to 6, derived without the engine.
//
// Only what the scenarios of this test use is derived: no pass rates below one, no prerequisites that are not held.
import { coverageStart, factor } from './charges.js'
import { Calendar, dayOf, plusMonths } from './days.js'
import { certification, delivery, exam, imagineAcademy, inForce, isSold, lastDay, products, waits } from './facts.js'

/** @typedef {{ sitting: number, lastDay: number, site: string, audience: string, family: string, coverable: boolean, exams: number }} Need */
/** @typedef {{ product: any, site: string | undefined, day: number, delivered: number }} Candidate */
/** @typedef {{ product: string | undefined, opened: number, start: number, end: number }} Term */
/** @typedef {{ product: string, site: string | undefined, day: number, line: string, size: number, serves: number[], tariff: import('./charges.js').Tariff | undefined }} Lot */
/** @typedef {{ exams: number, serves: number[] }} Supply */
/** @typedef {{ day: number, product: string | undefined }} Opening */

const defaults = {
  coverage: 'first-of-next-month', term: 'co-terminate', termScope: 'agreement', months: 'full', roundAt: 'unit',
  examBenefit: 'time', expiry: 'earliest', lastDay: 'day-before', mcpCoversRoleBased: 'yes', mcpCoversFundamentals: 'single',
  sharePacks: 'no', freeVouchers: 'once', freeSplit: 'optimal', rounding: 'half-up', invoiceLag: 0,
}

/** An agreement of a scenario, with what follows from it. */
export class Derivation {
  /** @param {any} scenario */
  constructor(scenario) {
    const agreement = scenario.agreements[0]
    this.agreement = agreement
    this.policies = { ...defaults, ...agreement.policies }
    this.today = dayOf(scenario.today)
    this.start = dayOf(agreement.start)
    this.end = dayOf(agreement.end)
    this.calendar = new Calendar(agreement.calendar)
    this.priced = (agreement.prices ?? []).length > 0
    this.decimals = agreement.currency === 'JPY' ? 0 : 2
    /** @type {Map<string, import('./charges.js').Tariff['tiers']>} */
    this.tiers = new Map((agreement.prices ?? []).map((/** @type {any} */ it) => [it.product, [
      { from: 1, price: this.minor(it.price) },
      ...(it.breaks ?? []).map((/** @type {any} */ tier) => ({ from: Number(tier.units), price: this.minor(tier.price) })),
    ]]))
    this.sites = agreement.sites?.length ? agreement.sites : [{ id: '' }]
    this.centre = new Map(this.sites.map((/** @type {any} */ it) => [it.id, it.testCentreFrom ? dayOf(it.testCentreFrom) : -Infinity]))
    /** Who is in a need. @type {Map<Need, Set<any>>} */
    this.groupsOf = new Map()
    this.needs = this.derivedNeeds()
    this.fixed = [...this.freeVouchers(), ...this.stock()].filter(({ exams }) => exams > 0)
    this.placed = this.placedTerms()
    this.candidates = this.derivedCandidates()
  }

  /** @param {string} price */
  minor(price) {
    const [whole, part = ''] = price.split('.')
    return Number(whole + part.padEnd(this.decimals, '0'))
  }

  // What is needed (model 4).

  /** @returns {Need[]} */
  derivedNeeds() {
    /** @type {Map<string, Need>} */
    const needs = new Map()
    for (const group of this.agreement.groups) {
      for (const wave of group.sittings) {
        for (const id of group.certifications) this.addNeed(needs, group, wave, certification(id))
      }
    }
    return [...needs.values()]
  }

  /** @param {Map<string, Need>} needs @param {any} group @param {any} wave @param {any} target */
  addNeed(needs, group, wave, target) {
    const sitting = dayOf(wave.day)
    const [route] = target.routes
    const offered = route.every((/** @type {any} */ { choose, of }) =>
      of.filter((/** @type {string} */ id) => lastDay(exam(id)) >= sitting).length >= choose)
    if (sitting < this.today || sitting < this.start || sitting > this.end || !offered || lastDay(target) < sitting) return
    const { family } = exam(route[0].of[0])
    // Alternatives count those exams that last longest.
    const ends = route.map((/** @type {any} */ { choose, of }) =>
      of.map((/** @type {string} */ id) => lastDay(exam(id))).sort((/** @type {number} */ a, /** @type {number} */ b) => b - a)[choose - 1])
    const end = Math.min(this.end, ...ends)
    let attempts = group.attempts ?? 1
    while (attempts > 1 && sitting + waits(family, sitting, attempts) > end) attempts -= 1
    const need = {
      sitting, lastDay: sitting + waits(family, sitting, attempts), site: group.site ?? this.sites[0].id, audience: group.audience, family,
      coverable: !(family === 'mcp' && target.track === 'role-based') || this.policies.mcpCoversRoleBased === 'yes',
      exams: 0,
    }
    const key = JSON.stringify(need)
    const known = needs.get(key) ?? need
    this.groupsOf.set(known, (this.groupsOf.get(known) ?? new Set()).add(group))
    const perPerson = route.reduce((/** @type {number} */ sum, /** @type {any} */ { choose }) => sum + choose, 0)
    known.exams += Number(wave.people ?? group.people) * perPerson
    needs.set(key, known)
  }

  /** The places of the needs that fit. @param {(need: Need) => boolean} fits */
  places(fits) {
    return this.needs.flatMap((need, place) => (need.coverable && fits(need) ? [place] : []))
  }

  // What is there already (model 5).

  /** @returns {Supply[]} */
  freeVouchers() {
    const programmes = inForce(imagineAcademy.programmes, this.start) ?? []
    if (!programmes.includes(this.agreement.programme)) return []
    const granted = inForce(imagineAcademy.freeVouchers, this.start)
    const families = inForce(imagineAcademy.families, this.start)
    const audiences = inForce(imagineAcademy.audiences, this.start)
    const months = inForce(imagineAcademy.voucherMonths, this.start)
    const given = this.agreement.freeVouchers ?? {}
    const grants = []
    for (let number = 0; plusMonths(this.start, number * months) <= this.end; number += 1) {
      const first = plusMonths(this.start, number * months)
      grants.push({ first, last: Math.min(plusMonths(first, months) - 1, this.end), left: granted })
      if (this.policies.freeVouchers === 'once') break
    }
    // What is used already came from the grant that runs, or from the first that is still to come.
    const running = grants.find(({ last }) => last >= this.today)
    if (running) running.left = Math.max(0, running.left - Number(given.used ?? 0))
    return grants.flatMap(({ first, last, left }) => {
      const serves = (/** @type {string | undefined} */ site) => this.places((need) =>
        (site === undefined || need.site === site) && families.includes(need.family) && audiences.includes(need.audience) &&
        first <= need.sitting && need.lastDay <= last)
      if (this.policies.freeSplit === 'optimal') return [{ exams: left, serves: serves(undefined) }]
      return (given.split ?? []).map((/** @type {any} */ share) => {
        const exams = Math.min(left, Number(share.exams))
        left -= exams
        return { exams, serves: serves(share.site) }
      })
    })
  }

  /** @returns {Supply[]} */
  stock() {
    return (this.agreement.stock ?? []).map((/** @type {any} */ entry) => {
      const product = products.find((/** @type {any} */ it) => it.id === entry.product)
      const from = entry.from ? dayOf(entry.from) : this.today
      const serves = this.places((need) =>
        (!entry.site || entry.site === need.site) && this.fits(product, need) && from <= need.sitting && need.lastDay <= dayOf(entry.until))
      return { exams: Number(entry.exams), serves }
    })
  }

  /** Whether people of a need may use a product's exams for it, whenever and wherever. @param {any} product @param {Need} need */
  fits(product, need) {
    const fundamentals = {
      single: ['voucher'], 'single-and-class': ['voucher', 'class-pack'], none: /** @type {string[]} */ ([]),
    }[/** @type {string} */ (this.policies.mcpCoversFundamentals)]
    const added = need.family === 'fundamentals' && fundamentals?.includes(product.kind)
    return need.coverable && (product.families.includes(need.family) || added) && (!product.audiences?.length || product.audiences.includes(need.audience))
  }

  // When it could be ordered, and how long it runs (model 2, 3, 5, 6).

  /** The term that an order joins or opens, given those that are open. @param {Term[]} open @param {number} day @param {string} product */
  termOf(open, day, product) {
    const start = coverageStart(day, this.policies.coverage)
    const own = { start, end: Math.min(plusMonths(start, 12) - 1, this.end), opens: true }
    if (this.policies.term === 'agreement-end') return { start, end: this.end, opens: false }
    if (this.policies.term === 'independent') return { ...own, opens: false }
    const latest = open.findLast((term) => term.product === undefined || term.product === product)
    return latest && start <= latest.end ? { start, end: latest.end, opens: false } : own
  }

  /** What is open after one more order. @param {Term[]} open @param {number} day @param {string} product @returns {Term[]} */
  after(open, day, product) {
    const { start, end, opens } = this.termOf(open, day, product)
    if (!opens || start > end) return open
    return [...open, { product: this.policies.termScope === 'product' ? product : undefined, opened: day, start, end }]
  }

  placedTerms() {
    const orders = (this.agreement.orders ?? []).map((/** @type {any} */ order) => ({ ...order, day: dayOf(order.day) }))
    orders.sort((/** @type {any} */ a, /** @type {any} */ b) => a.day - b.day)
    /** @type {Term[]} */
    let open = []
    for (const { day, product } of orders) {
      if (day >= this.start && day <= this.end) open = this.after(open, day, product)
    }
    return open
  }

  /** When codes of an order can be used at the latest. @param {number} day @param {any} product */
  delivered(day, product) {
    if (product.kind === 'site-pack') return day + inForce(delivery.sitePackDays, day)
    return this.calendar.after(this.calendar.after(day, this.policies.invoiceLag), inForce(delivery.codesLatestBusinessDays, day))
  }

  /** The last day on which codes of an order can be used. @param {number} day @param {any} product @param {number} termEnd */
  usableUntil(day, product, termEnd) {
    const anniversary = plusMonths(day, inForce(product.validMonths, day))
    const purchase = this.policies.lastDay === 'anniversary' ? anniversary : anniversary - 1
    return {
      earliest: Math.min(purchase, termEnd, this.end), 'agreement-end': this.end, 'twelve-months': purchase,
    }[/** @type {'earliest'} */ (this.policies.expiry)]
  }

  /** Whether a product can be ordered on a day, given the open terms. @param {any} product @param {number} day @param {Term[]} open */
  isOrderable(product, day, open) {
    const { start, end } = this.termOf(open, day, product.id)
    return this.calendar.isBusinessDay(day) && isSold(this.agreement.programme, product, day) &&
      factor(start, end, this.policies.months).numerator > 0 &&
      this.delivered(day, product) <= this.usableUntil(day, product, end)
  }

  /** @returns {Candidate[]} */
  derivedCandidates() {
    /** @type {Map<string, Candidate>} */
    const found = new Map()
    for (const product of products) {
      if (product.kind === 'reference-library' || (this.priced && !this.tiers.has(product.id))) continue
      for (const need of this.needs.filter((need) => this.fits(product, need))) {
        const site = product.kind === 'site-pack' && this.policies.sharePacks === 'no' ? need.site : undefined
        const earliest = Math.max(this.today, this.start, site === undefined ? -Infinity : this.centre.get(site) ?? -Infinity)
        let day = need.sitting
        while (day >= earliest && !(this.delivered(day, product) <= need.sitting && this.isOrderable(product, day, this.placed))) day -= 1
        if (day < earliest) continue
        found.set(`${product.id} ${site} ${day}`, { product, site, day, delivered: this.delivered(day, product) })
      }
    }
    return [...found.values()].sort((a, b) => a.day - b.day)
  }

  /** The lot that a candidate is under the open terms; `undefined` where it cannot be ordered. @param {Candidate} candidate @param {Term[]} open @returns {Lot | undefined} */
  lot({ product, site, day, delivered }, open) {
    const { start, end } = this.termOf(open, day, product.id)
    const part = factor(start, end, this.policies.months)
    const until = this.usableUntil(day, product, end)
    if (part.numerator === 0 || until < delivered) return undefined
    const whole = inForce(product.exams, day)
    const counted = this.policies.examBenefit === 'count' && whole > 1
    const size = counted ? Math.floor((whole * part.numerator) / part.denominator) : whole
    if (size === 0) return undefined
    const serves = this.places((need) =>
      this.fits(product, need) && (site === undefined || site === need.site) && delivered <= need.sitting && need.lastDay <= until &&
      !(product.kind === 'site-pack' && (this.centre.get(need.site) ?? -Infinity) > need.sitting))
    const tiers = this.tiers.get(product.id)
    const charged = this.policies.examBenefit === 'none' ? { numerator: 1, denominator: 1 } : part
    const tariff = this.priced && tiers ? { tiers, factor: charged, roundAt: this.policies.roundAt, rounding: this.policies.rounding } : undefined
    return { product: product.id, site, day, line: `${product.id}@${day}`, size, serves, tariff }
  }

  /**
   * Every way to open terms with planned orders that is consistent with the orders already placed, but none in which a
   * day opens a term on which no exam that is needed could be ordered: it would not count.
   *
   * @param {number} most Give up beyond so many. @returns {Opening[][] | undefined}
   */
  structures(most) {
    if (this.policies.term !== 'co-terminate') return [[]]
    if (this.policies.termScope === 'agreement') return this.chains(undefined, most)
    /** @type {Opening[][]} */
    let all = [[]]
    for (const product of new Set(this.candidates.map(({ product }) => product.id))) {
      const chains = this.chains(product, most)
      if (!chains || all.length * chains.length > most) return undefined
      all = all.flatMap((before) => chains.map((chain) => [...before, ...chain]))
    }
    return all
  }

  /** The ways to open terms, of one product where each has its own. @param {string | undefined} product @param {number} most */
  chains(product, most) {
    const candidates = this.candidates.filter((it) => product === undefined || it.product.id === product)
    const days = [...new Set(candidates.map(({ day }) => day))]
    /** @type {Opening[][]} */
    const all = []
    const visit = (/** @type {number} */ next, /** @type {Term[]} */ open, /** @type {Opening[]} */ chain) => {
      if (all.length > most) return
      const day = days[next]
      if (day === undefined) {
        all.push(chain)
        return
      }
      const here = candidates.filter((it) => it.day === day)
      const first = here[0]?.product.id
      if (this.termOf(open, day, first).opens && here.some((it) => this.lot(it, open)?.serves.length)) {
        visit(next + 1, this.after(open, day, first), [...chain, { day, product }])
      }
      visit(next + 1, open, chain)
    }
    visit(0, this.placed, [])
    return all.length > most ? undefined : all
  }

  /** What can be ordered when exactly these orders open terms. @param {Opening[]} openings @returns {Lot[]} */
  lots(openings) {
    let open = this.placed
    const lots = []
    const opensHere = (/** @type {Opening} */ it, /** @type {Candidate} */ { day, product }) =>
      it.day === day && (it.product === undefined || it.product === product.id)
    for (const candidate of this.candidates) {
      const { opens } = this.termOf(open, candidate.day, candidate.product.id)
      if (opens && !openings.some((it) => opensHere(it, candidate))) continue
      const lot = this.lot(candidate, open)
      if (lot?.serves.length) lots.push(lot)
      if (opens) open = this.after(open, candidate.day, candidate.product.id)
    }
    return lots
  }
}
