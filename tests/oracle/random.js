// Random numbers from a seed: the same seed and number of an instance always give the same scenario.

/** A source of random numbers (mulberry32). */
export class Random {
  /** @param {number} seed @param {number} number */
  constructor(seed, number) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0
    for (let warm = 0; warm < 4; warm += 1) this.part()
  }

  /** From 0 up to 1, without 1. */
  part() {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`, both inside. @param {number} least @param {number} most */
  whole(least, most) {
    return least + Math.floor(this.part() * (most - least + 1))
  }

  /** Whether something happens that happens so often in a hundred. @param {number} percent */
  chance(percent) {
    return this.part() * 100 < percent
  }

  /** One of a list. @template T @param {readonly T[]} list @returns {T} */
  one(list) {
    return list[this.whole(0, list.length - 1)]
  }

  /** One of a list by weight. @template T @param {readonly (readonly [number, T])[]} list @returns {T} */
  weighed(list) {
    let at = this.part() * list.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, it] of list) {
      at -= weight
      if (at < 0) return it
    }
    return list[list.length - 1][1]
  }

  /** A list in random order. @template T @param {readonly T[]} list @returns {T[]} */
  shuffled(list) {
    const mixed = [...list]
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.whole(0, last)
      ;[mixed[last], mixed[other]] = [mixed[other], mixed[last]]
    }
    return mixed
  }
}
