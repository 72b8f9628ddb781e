// The smallest scenario that still shows a difference: `node tests/oracle/smallest.js <seed> <number>`.
//
// Leaves out one thing after another, and lowers numbers, as long as the engine's plan differs from the cheapest.
import { comparison, instance } from './comparison.js'
import { Derivation } from './derivation.js'

const [seed, number] = process.argv.slice(2).map(Number)

/** What both say, if they differ. @param {any} scenario */
function difference(scenario) {
  try {
    for (const group of scenario.agreements[0].groups) {
      group.people = group.sittings.reduce((/** @type {number} */ sum, /** @type {any} */ wave) => sum + wave.people, 0)
    }
    const derivation = new Derivation(scenario)
    const structures = derivation.structures(400)
    const compared = structures && comparison(scenario, derivation, structures)
    return compared && ['different', 'outside-gap'].includes(compared.verdict) ? compared : undefined
  } catch {
    return undefined
  }
}

/** Every scenario that is a step smaller. @param {any} scenario */
function* smaller(scenario) {
  /** @type {(string | number)[][]} */
  const paths = []
  const visit = (/** @type {any} */ value, /** @type {(string | number)[]} */ path) => {
    if (path.length > 2) paths.push(path)
    if (value && typeof value === 'object') for (const key of Object.keys(value)) visit(value[key], [...path, Array.isArray(value) ? Number(key) : key])
  }
  visit(scenario, [])
  const changed = (/** @type {(string | number)[]} */ path, /** @type {(holder: any, key: any) => void} */ change) => {
    const copy = structuredClone(scenario)
    const holder = path.slice(0, -1).reduce((/** @type {any} */ value, key) => value[key], copy)
    change(holder, path.at(-1))
    return copy
  }
  for (const path of paths) {
    yield changed(path, (holder, key) => (Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key]))
  }
  for (const path of paths) {
    const key = path.at(-1)
    if (!['people', 'exams', 'used', 'units', 'invoiceLag'].includes(String(key))) continue
    for (const part of [0.5, 0.9]) yield changed(path, (holder) => { holder[key] = Math.floor(holder[key] * part) })
    yield changed(path, (holder) => { holder[key] -= 1 })
  }
}

let { scenario } = instance(seed, number)
let shown = difference(scenario)
if (!shown) {
  console.log('No difference.')
  process.exit(0)
}
for (let again = true; again; ) {
  again = false
  // Goes on where it has got to: what came before rarely gets smaller by what comes after.
  for (let place = 0, steps = [...smaller(scenario)]; place < steps.length; ) {
    const compared = difference(steps[place])
    if (!compared) {
      place += 1
      continue
    }
    scenario = steps[place]
    shown = compared
    again = true
    steps = [...smaller(scenario)]
  }
}
const { agreement, ...said } = shown
console.log(JSON.stringify(scenario, null, 1))
console.log(JSON.stringify(said))
for (const line of agreement.lines) console.log(`engine: ${line.units.value} x ${line.product} on ${line.orderDay.value} for ${line.charge?.value}`)
