// A second engine in a worker, for what would keep the page from answering: one task at a time, which can be given up.
/** @import { ComparisonReply, Reply, Scenario } from './pkg/index.js' */

/** @typedef {'plan' | 'compare'} Task */
/** @typedef {Reply | ComparisonReply | { outcome: 'crashed', error: Error } | { outcome: 'unable' }} Answer */

export class Background {
  #start
  #supplied
  /** @type {Worker | undefined} */ #worker
  /** Answers the task at work. @type {((answer: Answer | undefined) => void) | undefined} */ #answer
  /** Whether this page may have workers; a frame without an origin of its own may not. */
  able = true

  /** @param {() => Worker} start starts a worker; its engine is compiled already, so nothing is fetched twice @param {string} [supplied] what an engine with a partner's catalogue or prices was made from */
  constructor(start, supplied) {
    this.#start = start
    this.#supplied = supplied
  }

  /** The same for an engine with a partner's catalogue or prices. @param {string} supplied what it was made from */
  with(supplied) { return new Background(this.#start, supplied) }

  /** Gives up what is at work. The answer is nothing where this task is given up itself, and `unable` where workers do not work here. @param {Task} task @param {Scenario} scenario @param {number} [nodes] @returns {Promise<any>} */
  ask(task, scenario, nodes) {
    this.giveUp()
    try {
      const worker = this.#worker ??= this.#open()
      return new Promise((resolve) => {
        this.#answer = resolve
        worker.postMessage({ task, scenario, nodes })
      })
    } catch (error) {
      console.warn(error)
      this.able = false
      return Promise.resolve({ outcome: 'unable' })
    }
  }

  /** A wasm module cannot be interrupted: the whole worker goes. */
  giveUp() { if (this.#answer) this.rest() }

  /** Ends the worker, at work or not; the next task starts another. */
  rest() {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#settle(undefined)
  }

  #open() {
    const worker = this.#start()
    if (this.#supplied !== undefined) worker.postMessage({ supplied: this.#supplied })
    worker.onmessage = ({ data }) => this.#settle(data)
    // Mistakes of the engine come as answers: an error is a worker that did not start, such as under a strict policy.
    worker.onerror = (event) => {
      console.warn(event.message)
      this.able = false
      this.#settle({ outcome: 'unable' })
    }
    return worker
  }

  /** @param {Answer | undefined} answer */
  #settle(answer) {
    const resolve = this.#answer
    this.#answer = undefined
    resolve?.(answer)
  }
}
