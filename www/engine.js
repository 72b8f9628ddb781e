// The typed door to the engine: a crash becomes an answer the page can show.
/** @import { Catalogue, Plan, Scenario } from './pkg/index.js' */
/** @import { Problem } from './view.js' */

/** What the page needs of the engine's module, so that a test can pass another. @typedef {Pick<typeof import('./pkg/index.js'), 'plan' | 'facts' | 'catalogue'>} EngineModule */
/** @typedef {{ outcome: 'planned', plan: Plan } | { outcome: 'refused', problems: Problem[] } | { outcome: 'crashed', error: Error }} Answer */

/** What is missing of a catalogue until its texts are there. */
const noTexts = { sources: [], rules: [], assumptions: [], conflicts: [], policies: [], softwareAssurance: [], links: [], notes: [] }

/** Plans scenarios. */
export class Engine {
  #module
  /** @type {Catalogue | undefined} */ #catalogue
  /** How long the last plan took, in milliseconds. */
  took = 0

  /** @param {EngineModule} module */
  constructor(module) { this.#module = module }

  /** The facts that plans rest on, and after `readTexts` what people read about them. @returns {Catalogue} */
  get catalogue() { return this.#catalogue ??= { ...this.#module.facts(), ...noTexts } }

  /** Loads rules, sources and whatever else no plan needs; not worth waiting for before the first answer. */
  async readTexts() { this.#catalogue = await this.#module.catalogue() }

  /** Never throws: exports keep no state, so a plan that failed does not spoil the next. @param {Scenario} scenario @returns {Answer} */
  plan(scenario) {
    const started = performance.now()
    try {
      return /** @type {Answer} */ (this.#module.plan(scenario))
    } catch (error) {
      return { outcome: 'crashed', error: error instanceof Error ? error : new Error(String(error)) }
    } finally {
      this.took = performance.now() - started
    }
  }
}
