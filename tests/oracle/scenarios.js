// Random scenarios for the planner: every policy that touches packs, few and many sittings, all families.
import { dayOf, plusMonths, written } from './days.js'
import { Random } from './random.js'

const policies = {
  term: ['co-terminate', 'agreement-end', 'independent'],
  termScope: ['agreement', 'product'],
  coverage: ['first-of-next-month', 'order-day'],
  months: ['full', 'full-min-6', 'started', 'months-and-days', 'days', 'none'],
  roundAt: ['unit', 'line'],
  rounding: ['half-up', 'half-even', 'up', 'down'],
  examBenefit: ['time', 'count', 'none'],
  expiry: ['earliest', 'agreement-end', 'twelve-months'],
  lastDay: ['day-before', 'anniversary'],
  mcpCoversFundamentals: ['single', 'single-and-class', 'none'],
  mcpCoversRoleBased: ['yes', 'no'],
  sharePacks: ['no', 'yes'],
  freeVouchers: ['once', 'yearly'],
  freeSplit: ['optimal', 'manual'],
}

/** Certifications whose exams are of one family, and whose prerequisites, if any, are held. */
const targets = {
  mos: [['mos-word-2016'], ['mos-excel-2016'], ['mos-powerpoint-2013'], ['mos-excel-2019'], ['mos-sharepoint-2013'], ['mos-word-2016', 'mos-outlook-2016']],
  mta: [['mta-networking-fundamentals'], ['mta-security-fundamentals'], ['mta-cloud-fundamentals'], ['mta-database-fundamentals']],
  mce: [['microsoft-certified-educator']],
  fundamentals: [['azure-fundamentals'], ['microsoft-365-fundamentals']],
  mcp: [['azure-administrator'], ['azure-developer'], ['data-analyst'], ['mcse-core-infrastructure'], ['mcsa-sql-2016-database-administration'], ['mcsd-app-builder']],
}
const held = { 'mcse-core-infrastructure': ['mcsa-windows-server-2016'], 'mcsd-app-builder': ['mcsa-web-applications'] }

const products = ['site-500', 'site-125-mta', 'site-125-mos', 'class-30', 'voucher-1']
const usualPrices = { 'site-500': 942_000, 'site-125-mta': 330_000, 'site-125-mos': 330_000, 'class-30': 210_000, 'voucher-1': 8_400 }

/** @type {[number, string][]} */
const sizes = [[55, 'small'], [30, 'middle'], [15, 'large']]

/**
 * The scenario of an instance. A smaller one is made where a first one was `tooLarge` for every way to open terms to be tried.
 * @param {number} seed @param {number} number @param {number} [shrunk] How often a larger one was put aside.
 */
export function scenarioOf(seed, number, shrunk = 0) {
  const random = new Random(seed, number + shrunk * 1_000_003)
  const size = shrunk > 2 ? 'small' : shrunk > 0 ? random.one(['small', 'middle']) : random.weighed(sizes)
  return new Making(random, size).scenario()
}

/** A scenario in the making. */
class Making {
  /** @param {Random} random @param {string} size */
  constructor(random, size) {
    this.random = random
    this.size = size
    this.programme = ''
    this.start = 0
    this.end = 0
    this.today = 0
    this.sites = 1
    /** Whether test centres open later. */
    this.later = false
  }

  scenario() {
    const { random } = this
    this.programme = random.weighed([[60, 'ees'], [12, 'school'], [12, 'ovs-es'], [6, 'select-plus-academic'], [10, 'ea']])
    const first = random.chance(40) ? dayOf('2020-12-07') : dayOf('2018-07-01')
    const start = random.whole(first, dayOf('2021-07-01'))
    const months = random.weighed([[30, 12], [25, 36], [15, 24], [30, random.whole(6, 36)]])
    this.start = random.chance(50) ? dayOf(`${written(start).slice(0, 8)}01`) : start
    this.end = plusMonths(this.start, months) - (random.chance(90) ? 1 : random.whole(2, 20))
    const until = this.start + Math.floor((this.end - this.start) * 0.6)
    this.today = random.chance(50) ? random.whole(this.start - 90, this.start) : random.whole(this.start, until)
    this.sites = random.weighed([[45, 1], [25, 2], [15, 3], [15, 4]])
    const agreement = {
      programme: this.programme, start: written(this.start), end: written(this.end), policies: this.policies(),
      ...this.listedSites(), groups: this.groups(), ...this.prices(), ...this.stock(), ...this.orders(), ...this.calendar(), ...this.free(),
    }
    return { version: 1, today: written(this.today), agreements: [agreement] }
  }

  policies() {
    const { random } = this
    /** @type {Record<string, string | number>} */
    const chosen = {}
    for (const [policy, choices] of Object.entries(policies)) if (random.chance(50)) chosen[policy] = random.one(choices)
    if (random.chance(25)) chosen.invoiceLag = random.whole(0, 8)
    return chosen
  }

  site() {
    return this.sites === 1 ? '' : `site-${this.random.whole(1, this.sites)}`
  }

  /** One site may stay unnamed. Some sites become test centres only later. */
  listedSites() {
    const { random } = this
    if (this.sites === 1) return {}
    this.later = random.chance(10)
    return {
      sites: Array.from({ length: this.sites }, (_, place) => ({
        id: `site-${place + 1}`, name: '',
        ...(random.chance(70) ? { testCentreFrom: '2018-01-01' } : this.later ? { testCentreFrom: written(random.whole(this.today, this.end)) } : {}),
      })),
    }
  }

  /** Days of sittings, near and far, within the agreement and from today on. */
  sittings() {
    const { random } = this
    const count = { small: random.whole(1, 3), middle: random.whole(3, 6), large: random.whole(6, 12) }[this.size] ?? 1
    const first = Math.max(this.today, this.start)
    const days = new Set()
    while (days.size < count) {
      const day = random.whole(first + (random.chance(85) ? 20 : 0), this.end)
      days.add(day)
      if (days.size < count && random.chance(15)) days.add(Math.min(this.end, day + random.whole(1, 20)))
    }
    return [...days]
  }

  people() {
    const { random } = this
    return random.weighed([
      [25, random.whole(1, 40)], [35, random.whole(40, 300)], [20, random.whole(300, 1500)],
      [20, Math.max(1, random.one([30, 60, 125, 250, 375, 500, 625, 1000]) + random.whole(-2, 2))],
    ])
  }

  groups() {
    const { random } = this
    const days = random.shuffled(this.sittings())
    const count = { small: random.whole(1, 4), middle: random.whole(2, 6), large: random.whole(4, 10) }[this.size] ?? 1
    const academic = this.programme !== 'ea'
    const families = random.shuffled(/** @type {(keyof typeof targets)[]} */ (academic
      ? random.weighed([[50, ['mos', 'mta', 'mce']], [20, ['fundamentals', 'mcp']], [30, Object.keys(targets)]])
      : ['fundamentals', 'mcp', 'mcp', 'mos']))
    return Array.from({ length: count }, (_, place) => {
      const family = families[place % families.length]
      const certifications = random.one(targets[family])
      // Every sitting is somebody's.
      const own = days.filter((_, day) => day % count === place)
      const most = Math.max(1, Math.min(days.length, random.whole(1, 4)))
      for (const day of random.shuffled(days)) if (own.length < most && !own.includes(day)) own.push(day)
      const waves = own.map((day) => ({ day: written(day), people: family === 'mcp' || family === 'fundamentals' ? Math.ceil(this.people() / 4) : this.people() }))
      const prerequisite = held[/** @type {keyof typeof held} */ (certifications[0])]
      return {
        people: waves.reduce((sum, { people }) => sum + people, 0),
        audience: academic ? random.weighed([[60, 'student'], [35, 'staff'], [5, 'employee']]) : 'employee',
        site: this.site(), certifications, ...(prerequisite ? { held: prerequisite } : {}), preparationStart: '2015-01-01', sittings: waves,
        ...(random.chance(15) ? { attempts: random.whole(2, 4) } : {}),
      }
    })
  }

  /** Prices made up around usual ones, or out of nothing; some without fractions of a unit, some with price breaks. */
  prices() {
    const { random } = this
    if (random.chance(25)) return {}
    const yen = random.chance(15)
    const kind = random.one(['usual', 'near', 'wild', 'small'])
    const breaks = random.chance(35)
    const text = (/** @type {number} */ minor) => (yen ? `${minor}` : `${Math.floor(minor / 100)}.${`${minor % 100}`.padStart(2, '0')}`)
    const prices = products.filter(() => !random.chance(this.random.chance(20) ? 40 : 4)).map((product) => {
      const usual = usualPrices[/** @type {keyof typeof usualPrices} */ (product)]
      const minor = {
        usual, near: Math.round(usual * (0.7 + random.part() * 0.6)), wild: random.whole(1, usual * 2),
        small: Math.max(1, Math.round((usual / 3000) * (0.5 + random.part()))),
      }[kind]
      if (!breaks || random.chance(40)) return { product, price: text(minor) }
      let units = 1
      let last = minor
      const tiers = Array.from({ length: random.whole(1, 3) }, () => {
        units += product === 'voucher-1' ? random.whole(3, 60) : random.whole(1, 4)
        last = random.chance(92) ? Math.floor(last * (0.75 + random.part() * 0.24)) : last + random.whole(1, 500)
        return { units, price: text(Math.max(0, last)) }
      })
      return { product, price: text(minor), breaks: tiers }
    })
    return prices.length > 0 ? { currency: yen ? 'JPY' : 'USD', prices } : {}
  }

  stock() {
    const { random } = this
    if (!random.chance(35)) return {}
    const stock = Array.from({ length: random.whole(1, 3) }, () => {
      const from = random.whole(this.today - 200, this.today + 200)
      return {
        // Whether a site pack in hand waits for its test centre is nowhere said: none is in hand where one opens later.
        product: random.one(this.later ? ['class-30', 'voucher-1'] : products), exams: random.whole(0, random.one([20, 150, 600])),
        ...(random.chance(60) ? { from: written(from) } : {}),
        until: written(random.whole(Math.max(this.today, from), Math.max(from + 40, this.end + 60))),
        ...(random.chance(50) ? {} : { site: this.site() }),
      }
    })
    return { stock }
  }

  /** Orders already placed, a few before the agreement. */
  orders() {
    const { random } = this
    if (this.today <= this.start || !random.chance(50)) return {}
    const orders = Array.from({ length: random.whole(1, 3) }, () => ({
      day: written(random.whole(this.start - (random.chance(10) ? 60 : 0), this.today)), product: random.one(products), quantity: random.whole(1, 3),
    }))
    return { orders }
  }

  calendar() {
    const { random } = this
    if (!random.chance(30)) return {}
    const some = (/** @type {number} */ most) => [...new Set(Array.from({ length: random.whole(0, most) }, () => written(random.whole(this.today, this.end))))]
    return {
      calendar: {
        ...(random.chance(40) ? { weekend: random.one([['friday', 'saturday'], ['sunday'], ['thursday', 'friday'], []]) } : {}),
        holidays: some(60), workingDays: some(5),
      },
    }
  }

  free() {
    const { random } = this
    const split = random.chance(60)
      ? Array.from({ length: this.sites }, (_, place) => ({ site: this.sites === 1 ? '' : `site-${place + 1}`, exams: random.whole(0, 20) }))
      : []
    return random.chance(60) ? { freeVouchers: { ...(random.chance(50) ? { used: random.whole(0, 32) } : {}), split } } : {}
  }
}
