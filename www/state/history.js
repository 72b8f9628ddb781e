// What was changed, step by step, to undo and redo. It knows nothing of what it keeps but that nobody changes it in place.

/** How many steps can be undone. */
const most = 500
/** Typing at one place counts as one step until it rests this long, in milliseconds. */
const rest = 800

/** A state, and the place of the change that led away from it or back to it. @template T @typedef {{ state: T, place: string | undefined }} Step */

/** @template T */
export class History {
  /** @type {Step<T>[]} */ #past = []
  /** @type {Step<T>[]} */ #future = []
  #now
  /** @type {{ place: string, time: number } | undefined} */ #last

  /** @param {() => number} [now] the clock, in milliseconds, so that a test can set it */
  constructor(now = Date.now) { this.#now = now }

  get canUndo() { return this.#past.length > 0 }

  get canRedo() { return this.#future.length > 0 }

  /** To be called before a change. @param {T} state as it was @param {string} [place] what is changed @param {boolean} [whole] whether it is a step of its own: not typing */
  remember(state, place, whole = false) {
    const time = this.#now()
    const goesOn = !whole && place !== undefined && this.#last?.place === place && time - this.#last.time < rest && !this.#future.length
    this.#last = whole || place === undefined ? undefined : { place, time }
    if (goesOn) return
    this.#future = []
    this.#past.push({ state, place })
    if (this.#past.length > most) this.#past.shift()
  }

  /** The state before the last change, if there is one. @param {T} state as it is @returns {Step<T> | undefined} */
  undo(state) { return this.#move(this.#past, this.#future, state) }

  /** The state after the change that was undone last. @param {T} state as it is @returns {Step<T> | undefined} */
  redo(state) { return this.#move(this.#future, this.#past, state) }

  /** @param {Step<T>[]} from @param {Step<T>[]} to @param {T} state */
  #move(from, to, state) {
    const step = from.pop()
    if (!step) return undefined
    this.#last = undefined
    to.push({ state, place: step.place })
    return step
  }
}
