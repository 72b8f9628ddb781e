// Which entries of two scenarios differ, in the words of the form.
/** @import { Scenario } from '../pkg/index.js' */
/** @import { View } from '../view.js' */

/** An entry that differs. A path is absent where the scenario has no such place. @typedef {{ before: string | undefined, after: string | undefined, was: unknown, is: unknown }} Difference */

/** @param {Scenario} before @param {Scenario} after @returns {Difference[]} */
export function differencesBetween(before, after) {
  /** @type {Difference[]} */
  const found = []
  // That their names differ says the head of the table.
  compare({ ...before, name: '' }, { ...after, name: '' }, '', '')
  return found

  /** @param {unknown} was @param {unknown} is @param {string} from @param {string} to */
  function compare(was, is, from, to) {
    if (isBlank(was) && isBlank(is)) return
    if (isList(was) && isList(is)) {
      for (const [place, other] of pairs(was, is)) compare(was[place ?? -1], is[other ?? -1], place === undefined ? '' : `${from}[${place}]`, other === undefined ? '' : `${to}[${other}]`)
    } else if (isFields(was) && isFields(is) || (isFields(was) || isFields(is)) && !/\]$/.test(from || to)) {
      // What only one has is told field by field, but an entry of a list as a whole.
      const [some, others] = [isFields(was) ? was : {}, isFields(is) ? is : {}]
      for (const name of new Set([...Object.keys(some), ...Object.keys(others)])) if (name !== 'id' && name !== 'version') compare(some[name], others[name], from ? `${from}.${name}` : name, to ? `${to}.${name}` : name)
    } else if (isList(was) || isList(is)) {
      const [some = [], others = []] = [was, is].map((each) => (isList(each) ? each : []))
      for (const [place, other] of pairs(some, others)) compare(some[place ?? -1], others[other ?? -1], place === undefined ? '' : `${from}[${place}]`, other === undefined ? '' : `${to}[${other}]`)
    } else if (JSON.stringify(plain(was)) !== JSON.stringify(plain(is))) {
      found.push({ before: from || undefined, after: to || undefined, was, is })
    }
  }
}

/** Entries that stand for the same thing, by place; those that only one list has stand alone. @param {Fields[]} before @param {Fields[]} after @returns {[number | undefined, number | undefined][]} */
function pairs(before, after) {
  const open = after.map((_, place) => place)
  const take = (/** @type {number} */ place) => open.splice(open.indexOf(place), 1)[0]
  const named = before.map((entry) => {
    const key = keyOf(entry)
    const place = key ? open.find((other) => keyOf(after[other]) === key) : undefined
    return place === undefined ? undefined : take(place)
  })
  // What was renamed stays at its place.
  const paired = named.map((other) => other ?? open.shift())
  return [...paired.map((other, place) => /** @type {[number, number | undefined]} */ ([place, other])), ...open.map((other) => /** @type {[undefined, number]} */ ([undefined, other]))]
}

/** By what an entry of a list is known. @param {Fields | undefined} entry */
const keyOf = (entry) => String(entry?.id || entry?.product || entry?.family || entry?.name || entry?.day || '')

/** Where an entry stands, in words. @param {View} before @param {View} after @param {Difference} difference */
export function placeOf(before, after, { before: from, after: to }) {
  const [view, path] = to ? [after, to] : [before, from ?? '']
  const price = path.match(/^(.*\.prices\[\d+\])(\.price)?$/)
  return price ? view.ui.labelled(view.m.fields.price, view.names.product(view.typed(`${price[1]}.product`))) : view.labelOf(path)
}

/** An entry's value in words. @param {View} view @param {string | undefined} path @param {unknown} value @returns {string} */
export function valueText(view, path = '', value) {
  const { m, names, say } = view
  const field = path.match(/(\w+)(?:\[\d+\])*$/)?.[1] ?? ''
  const policy = /\.policies\.\w+$/.test(path) ? /** @type {Record<string, { choices: Record<string, string> }>} */ (m.policies)[field] : undefined
  if (policy && isBlank(value)) return view.ui.withDefault(Object.values(policy.choices)[0] ?? '')
  if (isBlank(value)) return m.scenarios.nothing
  if (policy) return policy.choices[String(value)] ?? String(value)
  if (typeof value === 'boolean') return value ? m.scenarios.yes : m.scenarios.no
  if (Array.isArray(value)) return say.list(value.map((each) => valueText(view, path, each)))
  if (isFields(value)) return summary(view, path, value)
  const text = String(value)
  /** @type {Record<string, (id: string) => string>} */
  const named = {
    programme: names.programme, product: names.product, site: names.site, certifications: names.certification, held: names.certification,
    family: (id) => names.family(/** @type {import('../pkg/index.js').Family} */ (id)),
    audience: (id) => names.audience(/** @type {import('../pkg/index.js').Audience} */ (id)),
    weekend: (id) => m.weekdays[/** @type {import('../pkg/index.js').Weekday} */ (id)],
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return say.shortDay(text)
  return named[field]?.(text) || text
}

/** An entry that only one scenario has: what is filled in. @param {View} view @param {string} path @param {Fields} entry */
function summary(view, path, entry) {
  const labels = /** @type {Record<string, string>} */ (view.m.fields)
  const filled = Object.entries(entry).filter(([name, value]) => !['id', 'name', 'product'].includes(name) && !isBlank(value) && !isList(value) && !isFields(value))
  return view.say.list(filled.map(([name, value]) => `${labels[name] ?? name} ${valueText(view, `${path}.${name}`, value)}`)) || view.m.scenarios.there
}

/** @typedef {Record<string, unknown>} Fields */

/** @param {unknown} value @returns {value is Fields} */
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of entries with fields of their own. @param {unknown} value @returns {value is Fields[]} */
const isList = (value) => Array.isArray(value) && value.length > 0 && value.every(isFields)

/** Whether nothing is entered. @param {unknown} value @returns {boolean} */
const isBlank = (value) => value === undefined || value === null || value === '' || (typeof value === 'object' && Object.values(value).every(isBlank))

/** Numbers and the same typed are the same. @param {unknown} value */
const plain = (value) => (isBlank(value) ? '' : typeof value === 'object' ? value : String(value))
