// How many people of a group a budget covers: asked with plans, one after another, while the page stays free.
/** @import { Scenario } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { Boundary, Outcome } from '../state/goal.js' */
/** @import { Plans } from '../state/plans.js' */
import { LitElement, html, nothing } from 'lit'
import { withValue, withoutEntry } from '../scenario.js'
import { largestCovered, sharedOut } from '../state/goal.js'

/** The largest number of people that the engine takes. */
const mostPeople = 1_000_000

/** Something else was asked meanwhile, or nothing more. */
class Stopped extends Error {}

/** It draws into its parent's tree, so labels and styles reach it. */
class GoalSeek extends LitElement {
  static properties = {
    view: { attribute: false }, plans: { attribute: false }, group: { state: true }, typed: { state: true }, wrong: { state: true }, made: { state: true }, found: { state: true }, used: { state: true },
  }

  constructor() {
    super()
    /** @type {View | undefined} */ this.view = undefined
    /** @type {Plans | undefined} */ this.plans = undefined
    this.group = 0
    /** The budget as typed; that of the plan until then. @type {string | undefined} */ this.typed = undefined
    this.wrong = false
    /** How many plans were made while it looks. @type {number | undefined} */ this.made = undefined
    /** @type {{ of: Scenario, group: number, boundary: Boundary } | undefined} */ this.found = undefined
    /** @type {number | undefined} */ this.used = undefined
  }

  /** Counts what was asked: an answer to an older question is not shown. */
  #asked = 0

  createRenderRoot() { return this }

  render() {
    const { view } = this
    if (!view) return nothing
    const { m: { scenarios: words }, agreement, input: { groups = [] } } = view
    const charge = agreement?.summary.charge?.value
    if (!agreement || view.problems.length) return html`<p>${words.needsPlan}</p>`
    if (charge === undefined) return html`<p>${words.needsPrices}</p>`
    const { places } = agreement
    const unit = 10 ** places
    const text = this.typed ?? plainAmount(charge, places)
    const budget = minorOf(text, places)
    const step = stepFor(charge / unit)
    const group = Math.min(this.group, groups.length - 1)
    return html`<p>${words.seekIntro}</p>
      <form class="fields seek" @submit=${(/** @type {Event} */ event) => { event.preventDefault(); this.#find() }}>
        <div class="field"><label for="seek-group">${words.seekGroup}</label>
          <select id="seek-group" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => { this.group = Number(event.target.value); this.found = undefined }}>
            ${groups.map((_, place) => html`<option value=${place} .selected=${place === group}>${view.groupName(place)}</option>`)}</select></div>
        <div class="field"><label for="seek-budget">${view.withUnit(words.budget)}</label>
          <input id="seek-budget" type="text" inputmode="decimal" autocomplete="off" .value=${text} aria-invalid=${this.wrong ? 'true' : nothing} aria-describedby=${this.wrong ? 'seek-wrong' : nothing}
            @input=${(/** @type {Event & { target: HTMLInputElement }} */ event) => { this.typed = event.target.value; this.wrong = false }}>
          ${this.wrong ? html`<p class="problem" id="seek-wrong">${words.notMoney(places)}</p>` : nothing}</div>
        <div class="field"><label for="seek-slider">${words.budgetSlider}</label>
          <input id="seek-slider" type="range" min="0" max=${step * 100} step=${step} .value=${String(budget === undefined ? 0 : Math.round(budget / unit))} aria-valuetext=${budget === undefined ? nothing : view.names.money(budget)}
            @input=${(/** @type {Event & { target: HTMLInputElement }} */ event) => { this.typed = event.target.value; this.wrong = false }} @change=${() => this.#find()}></div>
        <button type="submit">${words.find}</button>
      </form>
      <div class="sought" role="status">${this.made !== undefined ? html`<p>${words.finding(view.say.count(this.made))}</p><button type="button" @click=${() => { this.#asked += 1; this.made = undefined }}>${view.ui.stop}</button>` : this.used !== undefined ? html`<p>${words.used(view.say.count(this.used))}</p>`
        : this.found?.of === view.scenario && this.found.group === group ? this.#result(view, this.found.boundary) : nothing}</div>`
  }

  /** @param {View} view @param {Boundary} boundary */
  #result(view, { people, at, beyond, plans, proven }) {
    const { m: { scenarios: words }, say, names } = view
    const money = (/** @type {Outcome | undefined} */ outcome) => names.money(outcome?.charge ?? 0)
    const past = beyond && (beyond.uncovered ? words.notCovered(say.count(people + 1), say.count(beyond.uncovered)) : words.tooMuch(say.count(people + 1), money(beyond)))
    if (!people) return html`<p>${beyond?.uncovered ? words.noneCovered : words.noneFits(money(beyond))}</p>`
    return html`<p><b>${people === mostPeople ? words.allFit(say.count(people), money(at)) : words.fits(say.count(people), money(at))}</b> ${past}</p>
      <p class="soft">${words.probed(say.count(plans))}${view.ui.space}${proven ? nothing : words.unproven}</p>
      <button type="button" ?hidden=${view.locked} @click=${() => this.#use(people)}>${words.use(say.count(people))}</button>`
  }

  async #find() {
    const { view, plans } = this
    const agreement = view?.agreement
    if (!view || !plans || !agreement) return
    const { scenario } = view
    const group = Math.min(this.group, (view.input.groups?.length ?? 1) - 1)
    const budget = minorOf(this.typed ?? plainAmount(agreement.summary.charge?.value ?? 0, agreement.places), agreement.places)
    this.wrong = budget === undefined
    if (budget === undefined) return
    const asked = ++this.#asked
    this.used = undefined
    this.found = undefined
    this.made = 0
    // What nothing covers without this group is not this group's fault.
    const others = view.input.groups?.length === 1 ? 0 : await this.#uncovered(withoutEntry(scenario, `${view.path}.groups`, group), view.current)
    const ask = async (/** @type {number} */ people) => {
      if (asked !== this.#asked) throw new Stopped()
      const answer = await plans.plan(withPeople(view, scenario, group, people).reduce((document, [path, value]) => withValue(document, path, value), scenario))
      const planned = answer.outcome === 'planned' ? answer.plan.agreements[view.current] : undefined
      const uncovered = Math.max(0, (planned?.needs.reduce((sum, need) => sum + need.uncovered, 0) ?? 0) - others)
      const charge = planned?.summary.charge?.value ?? (planned && !planned.lines.length ? 0 : undefined)
      return { fits: charge !== undefined && charge <= budget && !uncovered, charge, uncovered, proven: planned?.proof !== 'best-found' }
    }
    const start = Number(view.typed(`${view.path}.groups[${group}].people`)) || 1
    const boundary = await largestCovered(ask, { start, most: mostPeople }, (made) => { if (asked === this.#asked) this.made = made })
      .catch((error) => { if (!(error instanceof Stopped)) throw error })
    if (asked !== this.#asked || !boundary) return
    this.made = undefined
    this.found = { of: scenario, group, boundary }
  }

  /** @param {Scenario} scenario @param {number} current */
  async #uncovered(scenario, current) {
    const answer = await this.plans?.plan(scenario)
    return answer?.outcome === 'planned' ? answer.plan.agreements[current]?.needs.reduce((sum, need) => sum + need.uncovered, 0) ?? 0 : 0
  }

  /** @param {number} people */
  #use(people) {
    const { view, found } = this
    if (!view || !found) return
    view.actions.setAll(withPeople(view, view.scenario, found.group, people), `${view.path}.groups[${found.group}].people`)
    this.found = undefined
    this.used = people
  }
}

/** The changes that give a group another size; several exam days share it out as before. @param {View} view @param {Scenario} scenario @param {number} group @param {number} people @returns {[path: string, value: unknown][]} */
function withPeople({ path }, scenario, group, people) {
  const place = `${path}.groups[${group}]`
  const sittings = scenario.agreements?.[Number(path.match(/\d+/)?.[0])]?.groups?.[group]?.sittings ?? []
  const parts = sittings.map((sitting) => Number(sitting.people) || 0)
  // One day without a number takes the rest by itself only if the others leave one: so each gets its number.
  const whole = Number(scenario.agreements?.[Number(path.match(/\d+/)?.[0])]?.groups?.[group]?.people) || 0
  const blank = sittings.findIndex(({ people: here }) => here === undefined || here === '')
  if (blank >= 0) parts[blank] = Math.max(0, whole - parts.reduce((sum, part) => sum + part, 0))
  const shares = sittings.length > 1 ? sharedOut(parts, people) : []
  return [[`${place}.people`, String(people)], ...shares.map((share, index) => /** @type {[string, unknown]} */ ([`${place}.sittings[${index}].people`, String(share)])),
    ...sittings.length === 1 && parts[0] && blank < 0 ? [/** @type {[string, unknown]} */ ([`${place}.sittings[0].people`, String(people)])] : []]
}

/** An amount as typed, in minor units: `12,345.60`, also with full-width digits. @param {string} text @param {number} places */
export function minorOf(text, places) {
  const plain = text.normalize('NFKC').replace(/[\s,'’]/g, '')
  const [, whole, part = ''] = plain.match(/^(\d{1,12})(?:\.(\d+))?$/) ?? []
  return whole === undefined || part.length > places ? undefined : Number(whole + part.padEnd(places, '0'))
}

/** @param {number} minor @param {number} places */
function plainAmount(minor, places) {
  const digits = String(minor).padStart(places + 1, '0')
  return places ? `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.0+$/, '') : digits
}

/** The step of a slider of a hundred steps that reaches at least to twice an amount. @param {number} amount */
function stepFor(amount) {
  const least = Math.max(1, amount * 2 / 100)
  const ten = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((each) => each * ten).find((each) => each >= least) ?? 10 * ten
}

if (!customElements.get('vp-goal-seek')) customElements.define('vp-goal-seek', GoalSeek)
