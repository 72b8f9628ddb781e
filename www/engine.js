// The typed door to the engine: a crash becomes an answer the page can show.
/** @import { Catalogue, Comparison, Plan, Scenario } from './pkg/index.js' */
/** @import { Problem } from './view.js' */

/** What the page needs of the engine's module, so that a test can pass another. @typedef {Pick<typeof import('./pkg/index.js'), 'plan' | 'compare' | 'facts' | 'catalogue'>} EngineModule */
/** @typedef {{ outcome: 'planned', plan: Plan } | { outcome: 'refused', problems: Problem[] } | { outcome: 'crashed', error: Error }} Answer */

/** What is missing of a catalogue until its texts are there. */
const noTexts = { sources: [], rules: [], assumptions: [], conflicts: [], policies: [], softwareAssurance: [], links: [], notes: [] }

/** Plans scenarios. */
export class Engine {
  #module
  /** @type {Catalogue | undefined} */ #catalogue
  /** How long the last plan took with the usual effort, in milliseconds. */
  took = 0

  /** @param {EngineModule} module */
  constructor(module) { this.#module = module }

  /** The facts that plans rest on, and after `readTexts` what people read about them. @returns {Catalogue} */
  get catalogue() { return this.#catalogue ??= { ...this.#module.facts(), ...noTexts } }

  /** Loads rules, sources and whatever else no plan needs; not worth waiting for before the first answer. */
  async readTexts() { this.#catalogue = await this.#module.catalogue() }

  /** Never throws: exports keep no state, so a plan that failed does not spoil the next. @param {Scenario} scenario @param {number} [nodes] search nodes, if not the usual number @returns {Answer} */
  plan(scenario, nodes) {
    const started = performance.now()
    try {
      return /** @type {Answer} */ (this.#module.plan(scenario, nodes))
    } catch (error) {
      return { outcome: 'crashed', error: error instanceof Error ? error : new Error(String(error)) }
    } finally {
      if (nodes === undefined) this.took = performance.now() - started
    }
  }

  /** The plan of a scenario beside others; nothing where there is none. @param {Scenario} scenario @param {number} [nodes] @returns {Comparison | undefined} */
  compare(scenario, nodes) {
    try {
      const reply = this.#module.compare(scenario, nodes)
      return reply.outcome === 'compared' ? reply.comparison : undefined
    } catch (error) {
      console.error(error)
      return undefined
    }
  }
}
