// What the parts of the page draw from: the scenario, its plan, the words, and what a click does.
/**
 * @import { AgreementComparison, AgreementPlan, Catalogue, Comparison, Finding as FoundAt, FindingCode, Figure, Plan, Problem as WrongAt, ProblemCode, Scenario, ScenarioAgreement, Text, What } from './pkg/index.js'
 * @import { Messages, Names } from './messages/contract.js'
 * @import { Say } from './say.js'
 * @import { Desk, Sheet } from './state/desk.js'
 */
import { nothing } from 'lit'
import { at } from './scenario.js'

/** A problem with what its code says. @typedef {WrongAt & ProblemCode} Problem */
/** A finding with what its code says. @typedef {FoundAt & FindingCode} Finding */

/** What a part of the page may ask for. @typedef {object} Actions
 * @property {(path: string, value: unknown) => void} set
 * @property {(path: string, entry: unknown) => void} add
 * @property {(path: string, index: number) => void} remove
 * @property {(path: string) => void} touch after this, a problem of the field is shown
 * @property {(path: string) => void} goTo brings a field into view
 * @property {(place: string, what: What | undefined) => void} note opens or closes the reason of a figure
 * @property {(key: string, open: boolean) => void} expand
 * @property {(changes: [path: string, value: unknown][], place: string) => void} setAll several fields in one step; place: the field to come back to when it is undone
 * @property {(desk: Desk, how?: { place?: string, fresh?: boolean }) => void} arrange takes another state of the desk
 * @property {(key: string) => void} showSheet
 * @property {(index: number) => void} showAgreement
 * @property {() => void} stopWork stops what is at work beside the page
 * @property {() => void} planAgain
 * @property {() => void} compareAgain
 * @property {(blob: Blob, name: string) => void} save hands out a file: to whoever embeds the planner, or else to the browser
 */

/** @typedef {object} State
 * @property {Desk} desk
 * @property {Scenario} scenario the one shown
 * @property {number} current which agreement is shown
 * @property {import('./engine.js').SuppliedCatalogue} catalogue
 * @property {Plan | undefined} plan the last good one
 * @property {Comparison | undefined} comparison of that plan, once it is made
 * @property {boolean} stopped whether comparing was stopped
 * @property {number} reserved the height to keep for the comparison until it is there, in pixels
 * @property {Problem[]} problems what keeps the scenario from being planned
 * @property {boolean} crashed whether the engine made a mistake of its own
 * @property {boolean} busy whether a plan is being made for what was entered last
 * @property {boolean} halted whether that was stopped
 * @property {boolean} locked whether nothing may be changed
 * @property {boolean} asking whether the questions are shown too, so that an answer can lead to a field
 * @property {ReadonlySet<string>} touched
 * @property {ReadonlyMap<string, What>} notes the open reason of each place
 * @property {boolean} printing whether reasons are to be open to some depth, because paper cannot be clicked
 * @property {ReadonlySet<string>} expanded
 * @property {Messages} messages
 * @property {typeof import('./later.js') | undefined} later what is loaded after the first answer, once it is
 * @property {Say} say
 * @property {Actions} actions
 */

/** Figures that are a part of a whole. @type {ReadonlySet<What>} */
const rates = new Set(/** @type {What[]} */ (['service-level', 'saving-rate', 'chance-short', 'pay-rate']))

/** One drawing of the page. */
export class View {
  /** @param {State} state */
  constructor(state) {
    this.state = state
    this.desk = state.desk
    this.scenario = state.scenario
    this.current = state.current
    this.catalogue = state.catalogue
    this.plan = state.plan
    this.problems = state.problems
    this.crashed = state.crashed
    this.busy = state.busy
    this.halted = state.halted
    this.stopped = state.stopped
    this.locked = state.locked
    this.asking = state.asking
    this.touched = state.touched
    this.notes = state.notes
    this.expanded = state.expanded
    this.printing = state.printing
    this.m = state.messages
    this.ui = state.messages.ui
    this.later = state.later
    this.say = state.say
    this.actions = state.actions
    /** The path of the agreement that is shown. */
    this.path = `agreements[${state.current}]`
    /** @type {ScenarioAgreement} */
    this.input = at(state.scenario, this.path) ?? {}
    /** @type {AgreementPlan | undefined} */
    this.agreement = state.plan?.agreements[state.current]
    /** @type {AgreementComparison | undefined} */
    this.comparison = state.comparison?.agreements[state.current]
    this.reserved = state.reserved
    this.currency = { currency: this.agreement?.currency, places: this.agreement?.places ?? 2 }
    /** What a phone writes beside an amount of a table, whose head it hides. */
    this.chargeLabel = this.withUnit(this.ui.charge)
  }

  /** Drawings of the other agreements, as far as something is said of them. @type {Map<number, View>} */
  others = new Map()

  /** The same for the agreement that a path belongs to: its groups and sites are named by it. @param {string} path @returns {View} */
  forPath(path) {
    const place = agreementOf(path)
    if (place === undefined || place === this.current) return this
    const other = this.others.get(place) ?? new View({ ...this.state, current: place })
    this.others.set(place, other)
    return other
  }

  /** The name of an agreement. @param {number} index */
  agreementName(index) { return this.scenario.agreements?.[index]?.name || this.ui.agreementNumber(index + 1) }

  /** With the agreement's name before what is said of a field, where there are several. @param {string} path @param {string} text */
  withAgreement(path, text) {
    const place = agreementOf(path)
    return place === undefined || (this.scenario.agreements?.length ?? 0) < 2 ? text : this.ui.labelled(this.agreementName(place), text)
  }

  /** Another scenario looked at in the same way, such as to compare it. @param {Scenario} scenario @param {Plan | undefined} plan @param {number} [current] which of its agreements */
  beside(scenario, plan, current = 0) { return new View({ ...this.state, scenario, plan, current, comparison: undefined, problems: [] }) }

  /** What a sheet of the desk is called. @param {Sheet} sheet */
  sheetName(sheet) { return String(sheet.scenario.name ?? '').trim() || this.ui.scenario(this.desk.sheets.indexOf(sheet) + 1) }

  /** Figures drawn so far, by place and what they are of: numbers of figures change with every plan. @type {Map<string, number>} */
  shown = new Map()

  /** Figures explained so far, when printing. @type {Set<unknown>} */
  told = new Set()
  /** Texts cited so far, when printing, with their numbers. @type {Map<string, number>} */
  endnotes = new Map()

  /** The number of a cited text, when printing. @param {string} cite */
  endnote(cite) {
    const number = this.endnotes.get(cite) ?? this.endnotes.size + 1
    this.endnotes.set(cite, number)
    return number
  }

  /** A label with the currency, where there is one. @param {string} label */
  withUnit(label) { return this.currency.currency ? `${label} ${this.currency.currency}` : label }

  /** A text of the catalogue in the page's language. @param {Text | undefined} text */
  text(text) { return text ? (this.say.language === 'zh-CN' ? text.zh : text.en) : '' }

  /** A figure's value as written: chances and rates in per cent. @param {Figure} figure */
  valueOf({ what, value }) {
    return value.type === 'ratio' && rates.has(what) ? this.say.percent(value.ratio) : this.say.value(value, this.currency)
  }

  /** What other choices of a policy would change, as far as that is known by now. @param {string} policy */
  othersOf(policy) { return this.comparison?.policies.filter(({ choice }) => choice.policy === policy) ?? [] }

  /** What is typed in a field. @param {string} path @returns {string} */
  typed(path) {
    const value = at(this.scenario, path)
    return value === undefined || value === null ? '' : String(value)
  }

  /** What is wrong with a field, as far as it should be told by now: nobody likes errors before typing. @param {string} path @returns {Problem[]} */
  problemsAt(path) {
    return this.problems.filter((problem) => problem.path === path && (problem.code !== 'required' && problem.code !== 'empty' || this.touched.has(path)))
  }

  /** What may go wrong at a field; notes stand with the answer. @param {string} path @returns {Finding[]} */
  findingsAt(path) { return this.problems.length ? [] : /** @type {Finding[]} */ (this.plan?.findings ?? []).filter((finding) => finding.path === path && finding.severity !== 'note') }

  /** @param {Problem} problem @returns {string} */
  problemText(problem) {
    const sentence = /** @type {(problem: Problem, say: Say) => string} */ (this.m.problems[problem.code])
    return sentence(problem, this.say)
  }

  /** @param {Finding} finding @returns {string} */
  findingText(finding) {
    const sentence = /** @type {(finding: Finding, say: Say, names: Names) => string} */ (this.m.findings[finding.code])
    return sentence(finding, this.say, this.forPath(finding.path).names)
  }

  /** A field's name with what it belongs to: `Group 2, people`. @param {string} path */
  labelOf(path) {
    const words = []
    const { groupName, siteAt } = { groupName: (/** @type {number} */ place) => this.forPath(path).groupName(place), siteAt: (/** @type {number} */ place) => this.forPath(path).siteAt(place) }
    for (const { 1: word = '', 2: index, index: from } of path.matchAll(/(\w+)(?:\[(\d+)\])?/g)) {
      if (word === 'agreements') {
        if (this.scenario.agreements?.[1] && index) words.push(this.agreementName(Number(index)))
      } else if (word === 'groups' && index) words.push(groupName(Number(index)))
      else if (word === 'sites' && index) words.push(siteAt(Number(index)))
      else {
        const fields = /** @type {Record<string, string>} */ (this.m.fields)
        const policies = /** @type {Record<string, { name: string }>} */ (this.later ? this.m.policies : {})
        const label = fields[word] ?? policies[word]?.name ?? word
        words.push(index && this.typed(`${path.slice(0, from)}${word}[1]`) ? this.ui.item(label, Number(index) + 1) : label)
      }
    }
    return words.join(' › ')
  }

  /** @param {number} index */
  groupName(index) { return this.input.groups?.[index]?.name || this.ui.group(index + 1) }

  /** @param {number} index */
  siteAt(index) { return this.input.sites?.[index]?.name || this.ui.site(index + 1) }

  /** @type {Names} */
  names = {
    product: (id) => this.text(this.catalogue.products.find((product) => product.id === id)?.short) || id,
    certification: (id) => this.text(this.catalogue.certifications.find((certification) => certification.id === id)?.name) || id,
    programme: (id) => this.catalogue.programmes.find((programme) => programme.id === id)?.short ?? id,
    group: (id) => {
      const groups = this.input.groups ?? []
      const index = groups.findIndex((group, place) => (group.id || String(place + 1)) === id)
      return index < 0 ? id : this.groupName(index)
    },
    site: (id) => {
      const index = (this.input.sites ?? []).findIndex((site) => site.id === id)
      return index < 0 ? id : this.siteAt(index)
    },
    family: (family) => this.m.families[family],
    audience: (audience) => this.m.audiences[audience],
    money: (minor) => this.say.money(minor, this.currency),
    of: (id) => {
      const { product, certification, group, site } = this.names
      // What a group takes is named by both: `2/mta-networking-fundamentals`.
      const [owner = '', target] = id.split('/')
      if (target) return `${group(owner)} · ${certification(target)}`
      return [product, certification, group, site].map((name) => name(id)).find((name) => name !== id) ?? id
    },
  }

  /** Sentences one after another: Chinese puts no space between them. @param {unknown[]} sentences those that are empty are left out */
  sentences(...sentences) {
    return sentences.filter((each) => each !== nothing && each !== undefined && each !== '').flatMap((each, index) => (index ? [this.ui.space, each] : [each]))
  }

  /** Days one by one, or where they are many, their number, the first and the last. @param {string[]} days @param {boolean} [short] */
  daysText(days, short = false) {
    const written = days.map((day) => (short ? this.say.shortDay(day) : this.say.day(day)))
    const [first = '', last = ''] = [written[0], written.at(-1)]
    return days.length > 3 ? this.ui.daysFromTo(this.say.count(days.length), first, last) : this.say.all(written)
  }

  /** `1 × Site pack 500 and 1 × Single voucher`, with days where they differ. @param {{ product: string, units: number, day?: string | undefined | null }[]} units */
  unitsText(units) {
    const several = new Set(units.map(({ day }) => day)).size > 1
    return this.say.all(units.map(({ product, units: number, day }) => {
      const text = `${this.say.count(number)}\u00a0×\u00a0${this.names.product(product)}`
      return several && day ? this.ui.onDay(text, this.say.shortDay(day)) : text
    }))
  }
}

/** The place of the agreement that a path belongs to. @param {string} path */
export function agreementOf(path) {
  const place = /^agreements\[(\d+)\]/.exec(path)?.[1]
  return place === undefined ? undefined : Number(place)
}

/** A path as an element's id. @param {string} path */
export const idOf = (path) => `f-${path.replace(/\W+/g, '-').replace(/-$/, '')}`

/** The element that shows the reason opened at a place. @param {string} place */
export const noteId = (place) => `note-${place.replace(/\W+/g, '-')}`
