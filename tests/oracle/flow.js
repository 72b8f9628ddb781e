// How many exams supplies can serve at most: a maximum flow in whole numbers, to check what a solver says.

/**
 * The most exams of needs that supplies can serve together.
 * @param {number[]} needs @param {{ exams: number, serves: number[] }[]} supplies
 */
export function mostServed(needs, supplies) {
  const left = [...needs]
  const stock = supplies.map(({ exams }) => exams)
  const given = supplies.map(() => new Map())
  const holders = needs.map((_, need) => supplies.flatMap(({ serves }, place) => (serves.includes(need) ? [place] : [])))
  let served = 0
  for (let place = 0; place < supplies.length; place += 1) {
    while (stock[place] > 0) {
      const path = shortest(place, supplies, left, given, holders)
      if (!path) break
      let amount = Math.min(stock[place], left[path[path.length - 1].need])
      for (const { taken } of path) if (taken) amount = Math.min(amount, taken.from.get(taken.need))
      for (const { supply, need, taken } of path) {
        given[supply].set(need, (given[supply].get(need) ?? 0) + amount)
        if (taken) taken.from.set(taken.need, taken.from.get(taken.need) - amount)
      }
      left[path[path.length - 1].need] -= amount
      stock[place] -= amount
      served += amount
    }
  }
  return served
}

/**
 * The shortest way from a supply to a need with something left: it serves a need, whose own supply turns to another.
 * @typedef {{ supply: number, need: number, taken?: { from: Map<number, number>, need: number } }} Step
 * @param {number} start @param {{ serves: number[] }[]} supplies @param {number[]} left
 * @param {Map<number, number>[]} given @param {number[][]} holders @returns {Step[] | undefined}
 */
function shortest(start, supplies, left, given, holders) {
  const seen = new Set()
  /** @type {{ supply: number, path: Step[] }[]} */
  let front = [{ supply: start, path: [] }]
  const reached = new Set([start])
  while (front.length > 0) {
    const next = []
    for (const { supply, path } of front) {
      for (const need of supplies[supply].serves) {
        if (seen.has(need)) continue
        seen.add(need)
        const here = [...path, { supply, need }]
        if (left[need] > 0) return withTaken(here, given)
        for (const other of holders[need]) {
          if (reached.has(other) || !((given[other].get(need) ?? 0) > 0)) continue
          reached.add(other)
          next.push({ supply: other, path: here })
        }
      }
    }
    front = next
  }
  return undefined
}

/** Notes what each later supply of a way takes back. @param {Step[]} path @param {Map<number, number>[]} given @returns {Step[]} */
function withTaken(path, given) {
  return path.map((step, place) => (place === 0 ? step : { ...step, taken: { from: given[step.supply], need: path[place - 1].need } }))
}
