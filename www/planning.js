// Keeps a plan up to date with what is entered: at once where that is quick, beside the page where it is not; then searches on
// for a better one, and compares it, while the page rests. What was begun for an earlier state is never shown.
/** @import { Comparison, Plan, Scenario } from './pkg/index.js' */
/** @import { Engine } from './engine.js' */
/** @import { Problem } from './view.js' */

/** How long nothing has to be entered before the page goes on working by itself, in milliseconds. */
const quiet = 250
/** Plans that take longer than this are made beside the page, in milliseconds: typing must not stutter. */
const quick = 40
/** A plan that is only the best found is searched again with so many times the nodes, */
const moreNodes = 8
/** up to so many, */
const mostNodes = 2_000_000
/** and as long as that will likely not take longer, in milliseconds: beside the page; and on it, where nobody can type meanwhile. */
const patience = { beside: 4000, here: 200 }

/** What came of a scenario; better: a better plan of the same one. @typedef {'planned' | 'better' | 'refused' | 'crashed'} Outcome */
/** What plans are made for. @typedef {object} Host
 * @property {Engine | undefined} engine
 * @property {Scenario} scenario
 * @property {() => void} requestUpdate
 * @property {(outcome: Outcome) => void} answered is told what came of it
 * @property {() => number} comparisonHeight how much room the comparison takes on the page, in pixels
 */

export class Planning {
  #host
  /** The last good one. @type {Plan | undefined} */ plan
  /** Of that plan with others, once the page had time for it. @type {Comparison | undefined} */ comparison
  /** What keeps the scenario from being planned. @type {Problem[]} */ problems = []
  /** Whether the engine made a mistake of its own. */ crashed = false
  /** Whether a plan is being made beside the page. */ busy = false
  /** Whether the comparison was stopped. */ stopped = false
  /** Whether the making of a plan was stopped, so that the last one is for what was entered before. */ halted = false
  /** The height to keep for the comparison until it is there, in pixels. */ reserved = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting
  /** Counts what was entered: work begun for an earlier state is given up. */ #generation = 0

  /** @param {Host} host */
  constructor(host) { this.#host = host }

  /** For another scenario altogether: what was shown does not fit it. */
  clear() { this.plan = this.comparison = undefined }

  /** After a change: many changes at once, one plan. */
  soon() {
    this.giveUp()
    this.#waiting = setTimeout(() => this.now(), 0)
  }

  /** Plans. */
  now() {
    this.giveUp()
    const { engine, scenario } = this.#host
    if (!engine) return
    if (engine.took <= quick || !engine.canWorkBeside) return this.#take(engine.plan(scenario))
    const generation = this.#generation
    this.busy = true
    this.#host.requestUpdate()
    engine.planBeside(scenario).then((answer) => {
      if (generation !== this.#generation || !answer) return
      this.busy = false
      this.#take(answer)
    })
  }

  /** Gives up what was to be done for a state that is no longer there. One timer, so only one thing ever waits. */
  giveUp() {
    clearTimeout(this.#waiting)
    this.#generation += 1
    this.busy = false
    this.#host.engine?.giveUp()
  }

  /** Stops the plan or the comparison at work. */
  stop() {
    if (this.busy) this.halted = true
    else this.stopped = true
    this.giveUp()
    this.#host.requestUpdate()
  }

  /** Compares at once, for paper, which does not wait. */
  compareNow() {
    const { engine, scenario } = this.#host
    if (engine && this.plan && !this.comparison && !this.problems.length) this.comparison = engine.compareNow(scenario)
  }

  /** Compares, such as after it was stopped. */
  async compare() {
    const { engine, scenario } = this.#host
    if (!engine || !this.plan || this.problems.length) return
    const generation = this.#generation
    this.stopped = false
    this.#host.requestUpdate()
    // As thorough as the plan, where that is proven; what is not proven would only take longer.
    const comparison = await engine.compare(scenario, isProven(this.plan) ? this.plan.nodes : undefined)
    if (generation !== this.#generation) return
    this.comparison = comparison
    this.#host.requestUpdate()
  }

  /** @param {import('./engine.js').Answer} answer */
  #take(answer) {
    this.halted = false
    if (answer.outcome === 'waiting') {
      this.busy = true
      return this.#host.requestUpdate()
    }
    this.crashed = answer.outcome === 'crashed'
    if (answer.outcome === 'crashed') console.error(answer.error)
    if (answer.outcome === 'planned') {
      this.reserved = this.#host.comparisonHeight()
      this.plan = answer.plan
      this.comparison = undefined
      this.stopped = false
      this.#whenIdle(() => this.#refine(answer.plan.nodes, this.#host.engine?.took ?? 0))
    }
    this.problems = answer.outcome === 'refused' ? answer.problems : []
    this.#host.requestUpdate()
    if (!this.#host.engine?.provisional) this.#host.answered(answer.outcome)
  }

  /** Does something once nobody types and the page has nothing else to do, unless something is entered before. @param {() => void} task */
  #whenIdle(task) {
    const generation = this.#generation
    const unchanged = () => { if (generation === this.#generation) task() }
    this.#waiting = setTimeout(() => ('requestIdleCallback' in globalThis ? requestIdleCallback(unchanged, { timeout: 1000 }) : unchanged()), quiet)
  }

  /** Searches on for a plan that is not proven the best, a slice at a time; then compares it. @param {number} nodes of the last search @param {number} took how long that was */
  async #refine(nodes, took) {
    const { engine, scenario } = this.#host
    const most = patience[engine?.canWorkBeside ? 'beside' : 'here']
    if (!engine || isProven(this.plan) || nodes * moreNodes > mostNodes || took * moreNodes > most) return this.compare()
    const generation = this.#generation
    const started = performance.now()
    const answer = await engine.planBeside(scenario, nodes * moreNodes)
    if (generation !== this.#generation) return
    if (answer?.outcome !== 'planned') return this.compare()
    if (isProven(answer.plan) || isBetter(answer.plan, this.plan)) {
      this.plan = answer.plan
      this.#host.requestUpdate()
      this.#host.answered('better')
    }
    const slice = performance.now() - started
    this.#whenIdle(() => this.#refine(nodes * moreNodes, slice))
  }
}

/** @param {Plan | undefined} plan */
const isProven = (plan) => !plan?.agreements.some(({ proof }) => proof === 'best-found')

/** Whether a plan covers more, costs less or buys less than another, in this order. @param {Plan} plan @param {Plan | undefined} other */
function isBetter(plan, other) {
  const [here, there] = [plan, other].map((each) => [
    each?.agreements.flatMap(({ needs }) => needs).reduce((sum, { uncovered }) => sum + uncovered, 0) ?? 0,
    ...['charge', 'examsBought'].map((what) => each?.agreements.reduce((sum, { summary }) => sum + (summary[/** @type {'charge' | 'examsBought'} */ (what)]?.value ?? 0), 0) ?? 0),
  ])
  const place = here?.findIndex((number, index) => number !== there?.[index]) ?? -1
  return place >= 0 && (here?.[place] ?? 0) < (there?.[place] ?? 0)
}
