// How days, numbers and money are written in a language.
/** @import { ConflictFact, ConflictPart, Ratio, Value } from './pkg/index.js' */
/** @import { Messages, Names } from './messages/contract.js' */

/** The languages the page speaks. The first is taken where the browser asks for none of them. */
export const languages = /** @type {const} */ (['en', 'zh-CN'])
/** @typedef {(typeof languages)[number]} Language */
/** A currency and its decimal places, which the engine knows; Intl's places are not those of ISO 4217. @typedef {{ currency?: string | null | undefined, places: number }} Currency */

/** The page's language for a list of wished ones. @param {readonly string[]} wished @returns {Language} */
export function languageFor(wished) {
  for (const tag of wished) {
    const base = tag.toLowerCase().split('-')[0]
    const match = languages.find((language) => language.split('-')[0] === base)
    if (match) return match
  }
  return languages[0]
}

/** Writes values in one language. */
export class Say {
  /** @param {Language} language */
  constructor(language) {
    this.language = language
    this.#count = new Intl.NumberFormat(language)
    this.#day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
    this.#shortDay = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
    this.#month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
    this.#tick = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' })
    this.#and = new Intl.ListFormat(language, { type: 'conjunction' })
    this.#or = new Intl.ListFormat(language, { type: 'disjunction' })
    this.#percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  }

  #count
  #day
  #shortDay
  #month
  #tick
  #and
  #or
  #percent

  /** A whole number. @param {number} number */
  count(number) { return this.#count.format(number) }

  /** A day in full. @param {string} day */
  day(day) { return this.#day.format(date(day)) }

  /** A day for tables. @param {string} day */
  shortDay(day) { return this.#shortDay.format(date(day)) }

  /** The month of a day. @param {string} day */
  month(day) { return this.#month.format(date(day)) }

  /** The month of a day, for an axis. @param {string} day */
  tick(day) { return this.#tick.format(date(day)) }

  /** All of these. @param {string[]} items */
  all(items) { return this.#and.format(items) }

  /** These one after another. @param {string[]} items */
  list(items) { return items.join(this.language === 'zh-CN' ? '、' : ', ') }

  /** Clauses of one remark. @param {string[]} items */
  clauses(items) { return items.join(this.language === 'zh-CN' ? '，' : ', ') }

  /** What together stands in the way; a fact that holds for several products is told once. @param {ConflictPart[]} parts @param {Messages['conflicts']} sentences @param {Names} names */
  together(parts, sentences, names) {
    /** Products by what is said of them. @type {Map<string, { fact: ConflictFact, products: string[] }>} */
    const facts = new Map()
    for (const { fact } of parts) {
      const key = JSON.stringify({ ...fact, product: '' })
      const known = facts.get(key) ?? { fact, products: [] }
      if ('product' in fact) known.products.push(names.product(fact.product))
      facts.set(key, known)
    }
    return [...facts.values()].map(({ fact, products }) => {
      const sentence = /** @type {(fact: ConflictFact, say: Say, names: Names) => string} */ (sentences[fact.kind])
      return sentence(fact, this, { ...names, product: () => this.all(products) })
    })
  }

  /** All of these, whatever they are. @template T @param {T[]} items @returns {(T | string)[]} */
  allOf(items) {
    const places = items.map((_, place) => String(place))
    return this.#and.formatToParts(places).map(({ type, value }) => (type === 'element' ? items[Number(value)] ?? value : value))
  }

  /** One of these. @param {string[]} items */
  either(items) { return this.#or.format(items) }

  /** A part in per cent, to two places at most. @param {Ratio} ratio */
  percent({ numerator, denominator }) { return this.#percent.format(numerator / denominator) }

  /** An exact number: whole, or a fraction as `3/4`, or both as `8 15/31`. @param {Ratio} ratio */
  ratio({ numerator, denominator }) {
    if (denominator === 1) return this.count(numerator)
    const whole = Math.trunc(numerator / denominator)
    const rest = `${this.count(Math.abs(numerator - whole * denominator))}/${this.count(denominator)}`
    return whole === 0 ? `${numerator < 0 ? '−' : ''}${rest}` : `${this.count(whole)} ${rest}`
  }

  /** A mean such as 520.25; the fraction itself would have too many digits to read. @param {Ratio} ratio */
  about({ numerator, denominator }) {
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: 2 }).format(numerator / denominator)
  }

  /** Money with its currency. @param {number} minor @param {Currency} currency */
  money(minor, { currency, places }) {
    return currency
      ? this.#amount(minor, places, { style: 'currency', currency, currencyDisplay: 'code' })
      : this.amount(minor, places)
  }

  /** Money where the currency stands elsewhere. @param {number} minor @param {number} places */
  amount(minor, places) { return this.#amount(minor, places, {}) }

  /** A difference of money with its sign. @param {number} minor @param {Currency} currency */
  difference(minor, { currency, places }) {
    return this.#amount(minor, places, {
      signDisplay: 'exceptZero',
      ...(currency ? { style: 'currency', currency, currencyDisplay: 'code' } : {}),
    })
  }

  /** A difference of counts with its sign. @param {number} number */
  change(number) { return new Intl.NumberFormat(this.language, { signDisplay: 'exceptZero' }).format(number) }

  /** Any value of a figure. @param {Value} value @param {Currency} currency */
  value(value, currency) {
    switch (value.type) {
      case 'day': return this.day(value.day)
      case 'count': return this.count(value.count)
      case 'ratio': return value.ratio.denominator > 10_000 ? `≈ ${this.about4(value.ratio)}` : this.ratio(value.ratio)
      case 'money': return this.money(value.minor, currency)
    }
  }

  /** A number that is small and has no short fraction. @param {Ratio} ratio */
  about4({ numerator, denominator }) {
    return new Intl.NumberFormat(this.language, { maximumSignificantDigits: 4 }).format(numerator / denominator)
  }

  /** @param {number} minor @param {number} places @param {Intl.NumberFormatOptions} options */
  #amount(minor, places, options) {
    const format = new Intl.NumberFormat(this.language, {
      ...options, minimumFractionDigits: places, maximumFractionDigits: places,
    })
    // A decimal text instead of a division: every digit arrives, however large the amount.
    return format.format(/** @type {Intl.StringNumericLiteral} */ (decimal(minor, places)))
  }
}

/** The day as a moment that every time zone of the world would read back as the same day in UTC. @param {string} day */
const date = (day) => new Date(`${day}T00:00:00Z`)

/** Minor units as a decimal text. @param {number} minor @param {number} places */
export function decimal(minor, places) {
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits
  return minor < 0 ? `-${text}` : text
}
