// The typed door to the engine: a crash becomes an answer the page can show; what takes long happens beside the page.
/** @import { Amendment, Catalogue, Comparison, Plan, Scenario } from './pkg/index.js' */
/** @import { Background } from './background.js' */
/** @import { Problem } from './view.js' */

/** What the page needs of the engine's module, so that a test can pass another, or an engine with a partner's catalogue or prices. @typedef {Pick<typeof import('./pkg/index.js'), 'plan' | 'compare' | 'compareOn' | 'amend' | 'facts' | 'catalogue'> & Partial<Pick<import('./pkg/index.js').Planner, 'supplement' | 'prices' | 'engine'>>} EngineModule */
/** A catalogue, with what of it is a partner's, and their prices. @typedef {Catalogue & { supplement?: import('./pkg/index.js').Supplement | null, priceBook?: import('./pkg/index.js').PriceBook | null }} SuppliedCatalogue */
/** To wait is answered only by what stands in for an engine that is still on its way. @typedef {{ outcome: 'planned', plan: Plan } | { outcome: 'waiting' } | { outcome: 'refused', problems: Problem[] } | { outcome: 'crashed', error: Error }} Answer */

/** What is missing of a catalogue until its texts are there. */
const noTexts = { sources: [], rules: [], assumptions: [], conflicts: [], policies: [], softwareAssurance: [], links: [], notes: [] }

/** Comparisons without a worker take turns: the module remembers how far it has got with one, and they would wait for the same processor. */
let last = Promise.resolve()

/** Plans scenarios. */
export class Engine {
  #module
  #background
  #aside
  #how
  /** @type {SuppliedCatalogue | undefined} */ #catalogue
  /** Counts comparisons: one that was given up for another does not go on. */ #work = 0
  /** How long the last plan took with the usual effort, in milliseconds. */
  took = 0

  /** @param {EngineModule} module @param {{ background?: Background, aside?: Background, provisional?: boolean }} [how] background: where long work goes on; without it everything happens at once. aside: the same for other scenarios than the one shown. provisional: whether another engine will take its place */
  constructor(module, { background, aside, provisional = false } = {}) {
    this.#module = module
    this.#how = { background, aside, provisional }
    this.#background = background
    this.#aside = aside
    this.provisional = provisional
  }

  /** The facts that plans rest on, and after `readTexts` what people read about them. @returns {SuppliedCatalogue} */
  get catalogue() { return this.#catalogue ??= { ...this.#module.facts(), ...noTexts, ...this.#supplied } }

  /** Loads rules, sources and whatever else no plan needs; not worth waiting for before the first answer. */
  async readTexts() { this.#catalogue = { ...await this.#module.catalogue(), ...this.#supplied } }

  get #supplied() { return { supplement: this.#module.supplement, priceBook: this.#module.prices } }

  /** The same with a partner's catalogue or prices, beside the page too. @param {import('./pkg/index.js').Planner} planner */
  with(planner) {
    const { background, aside, provisional } = this.#how
    return new Engine(planner, { background: background?.with(planner.engine), aside: aside?.with(planner.engine), provisional })
  }

  /** Never throws: exports keep no state, so a plan that failed does not spoil the next. @param {Scenario} scenario @param {number} [nodes] search nodes, if not the usual number @returns {Answer} */
  plan(scenario, nodes) {
    const started = performance.now()
    const answer = attempt(() => /** @type {Answer} */ (this.#module.plan(scenario, nodes)))
    if (nodes === undefined) this.took = performance.now() - started
    return answer
  }

  /** The same beside the page. Nothing where it was given up for something newer. @param {Scenario} scenario @param {number} [nodes] @returns {Promise<Answer | undefined>} */
  async planBeside(scenario, nodes) {
    if (!this.#background?.able) return this.plan(scenario, nodes)
    const started = performance.now()
    const answer = /** @type {Answer | { outcome: 'unable' } | undefined} */ (await this.#background.ask('plan', scenario, nodes))
    if (answer?.outcome === 'unable') return this.plan(scenario, nodes)
    if (answer && nodes === undefined) this.took = performance.now() - started
    return answer
  }

  /** The plan of another scenario than the one shown, at once where plans are quick. It gives up nothing that is made for the one shown. @param {Scenario} scenario @param {number} quick how long the page may be kept, in milliseconds @returns {Promise<Answer>} */
  async planAside(scenario, quick) {
    const answer = this.took > quick && this.#aside?.able ? await this.#aside.ask('plan', scenario) : undefined
    return answer ?? this.plan(scenario)
  }

  /** The plan of a scenario beside others; nothing where there is none, or where it was given up. @param {Scenario} scenario @param {number} [nodes] @returns {Promise<Comparison | undefined>} */
  async compare(scenario, nodes) {
    if (!this.#background?.able) return this.#compareByAndBy(scenario, nodes)
    const reply = await this.#background.ask('compare', scenario, nodes)
    return reply?.outcome === 'unable' ? this.#compareByAndBy(scenario, nodes) : comparisonOf(reply)
  }

  /** A few plans at a time, with room in between for whatever a person does. @param {Scenario} scenario @param {number} [nodes] @returns {Promise<Comparison | undefined>} */
  async #compareByAndBy(scenario, nodes) {
    const work = ++this.#work
    const before = last
    let ends = () => {}
    last = new Promise((resolve) => { ends = resolve })
    await before
    try {
      while (work === this.#work) {
        const reply = attempt(() => this.#module.compareOn(scenario, nodes))
        if (reply) return comparisonOf(reply)
        await new Promise((resolve) => setTimeout(resolve))
      }
      return undefined
    } finally {
      ends()
    }
  }

  /** The same at once. @param {Scenario} scenario @param {number} [nodes] @returns {Comparison | undefined} */
  compareNow(scenario, nodes) { return comparisonOf(attempt(() => this.#module.compare(scenario, nodes))) }

  /** Which orders lead from the plan of one scenario to that of another; nothing where one of them has no plan. @param {Scenario} before @param {Scenario} after @returns {Promise<Amendment | undefined>} */
  async amend(before, after) {
    try {
      const reply = await this.#module.amend(before, after)
      return reply.outcome === 'amended' ? reply.amendment : undefined
    } catch (error) {
      console.error(error)
      return undefined
    }
  }

  /** Whether there is a place for long work beside the page. */
  get canWorkBeside() { return this.#background?.able ?? false }

  /** Gives up whatever goes on beside the page, or in between. */
  giveUp() {
    this.#work += 1
    this.#background?.giveUp()
  }

  /** The same, and nothing is kept ready for what comes: it starts anew when somebody asks again. */
  rest() {
    this.giveUp()
    this.#background?.rest()
    this.#aside?.rest()
  }
}

/** @param {import('./pkg/index.js').ComparisonReply | { outcome: 'crashed', error: Error } | undefined} reply */
function comparisonOf(reply) {
  if (reply?.outcome === 'crashed') console.error(reply.error)
  return reply?.outcome === 'compared' ? reply.comparison : undefined
}

/** @template T @param {() => T} task @returns {T | { outcome: 'crashed', error: Error }} */
function attempt(task) {
  try {
    return task()
  } catch (error) {
    return { outcome: 'crashed', error: error instanceof Error ? error : new Error(String(error)) }
  }
}
