// The largest number of people that a budget covers: found with a handful of plans, and checked beyond the boundary.

/** What a number of people comes to. @typedef {{ fits: boolean, charge: number | undefined, uncovered: number, proven: boolean }} Outcome */
/** The largest number that fits, with what it comes to, and what one person more does; `most`: even the largest that may be asked. @typedef {{ people: number, at: Outcome | undefined, beyond: Outcome | undefined, plans: number, proven: boolean }} Boundary */

/**
 * @param {(people: number) => Promise<Outcome>} ask
 * @param {{ start: number, most: number }} range where to begin, and the largest number
 * @param {(plans: number) => void} [told] after each plan, how many were made
 * @returns {Promise<Boundary>} people: 0 where not even one fits
 */
export async function largestCovered(ask, { start, most }, told) {
  /** @type {Map<number, Outcome>} */
  const asked = new Map()
  const fits = async (/** @type {number} */ people) => {
    const known = asked.get(people)
    if (known) return known.fits
    const outcome = await ask(people)
    asked.set(people, outcome)
    told?.(asked.size)
    return outcome.fits
  }
  const boundary = (/** @type {number} */ people) => ({
    people, at: asked.get(people), beyond: asked.get(people + 1), plans: asked.size, proven: [...asked.values()].every(({ proven }) => proven),
  })
  let low = Math.min(Math.max(1, start), most)
  if (!await fits(low)) {
    if (!await fits(1)) return boundary(0)
    low = 1
  }
  for (;;) {
    // Outwards until a number does not fit, then inwards to the boundary.
    let high = low
    while (await fits(high)) {
      low = high
      if (high === most) return boundary(most)
      high = Math.min(most, high * 2)
    }
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (await fits(middle)) low = middle
      else high = middle
    }
    // Costs need not rise with every person, such as where a price break begins: so larger numbers are tried too.
    let again = 0
    for (let step = 1; step <= high && high + step <= most && !again; step *= 2) {
      if (await fits(high + step)) again = high + step
    }
    if (!again) return boundary(low)
    low = again
  }
}

/** People shared out as before, every one of them: the largest remainders are rounded up. @param {number[]} parts @param {number} people @returns {number[]} */
export function sharedOut(parts, people) {
  const total = parts.reduce((sum, part) => sum + part, 0)
  if (!total) return parts.map((_, place) => (place ? 0 : people))
  const shares = parts.map((part) => Math.floor(part * people / total))
  const left = people - shares.reduce((sum, share) => sum + share, 0)
  const places = parts.map((part, place) => ({ place, rest: part * people % total })).sort((a, b) => b.rest - a.rest || a.place - b.place)
  for (const { place } of places.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1
  return shares
}
