// Plans of scenarios other than the one shown, one after another, each made once.
/** @import { Scenario } from '../pkg/index.js' */
/** @import { Answer, Engine } from '../engine.js' */

/** Plans that take longer than this are made beside the page, in milliseconds: it must not stutter. */
const quick = 40

export class Plans {
  #engine
  #done
  /** @type {WeakMap<Scenario, Answer>} */ #answers = new WeakMap()
  /** @type {WeakSet<Scenario>} */ #begun = new WeakSet()
  /** The end of the queue. @type {Promise<unknown>} */ #last = Promise.resolve()

  /** @param {Engine} engine @param {() => void} done called after each plan */
  constructor(engine, done) {
    this.#engine = engine
    this.#done = done
  }

  /** The answer to a scenario, once there is one. Scenarios never change in place, so each is asked once. @param {Scenario} scenario */
  answerTo(scenario) {
    if (!this.#begun.has(scenario)) {
      this.#begun.add(scenario)
      this.plan(scenario).then(this.#done)
    }
    return this.#answers.get(scenario)
  }

  /** @param {Scenario} scenario @returns {Promise<Answer>} */
  async plan(scenario) {
    const before = this.#last
    const work = before.then(() => this.#answer(scenario))
    this.#last = work.catch(() => {})
    return work
  }

  /** @param {Scenario} scenario */
  async #answer(scenario) {
    const known = this.#answers.get(scenario)
    if (known) return known
    // Between two plans the page may answer.
    await new Promise((resolve) => setTimeout(resolve, 0))
    const answer = await this.#engine.planAside(scenario, quick)
    this.#answers.set(scenario, answer)
    return answer
  }
}
