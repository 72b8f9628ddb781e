// How long the engine takes beside two solvers of whole-number programs, on the same instances: `npm run bench:solvers`.
//
// The solvers get the pack problem ready made and are asked for the least charge alone, HiGHS also for the engine's whole
// order of preference; the engine's `plan` reads the scenario, derives that problem, solves it, explains each figure and
// weighs the other choices of every policy. All must find the same optimum, or the benchmark fails.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import * as YALPS from 'yalps'
import * as engine from '../www/pkg/node.js'
import { lineCharge } from '../tests/oracle/charges.js'
import { summed } from '../tests/oracle/comparison.js'
import { dayOf, plusMonths, written } from '../tests/oracle/days.js'
import { Derivation } from '../tests/oracle/derivation.js'
import { Model, solve } from '../tests/oracle/solver.js'

/** @typedef {{ needs: number[], fixed: { exams: number, serves: number[] }[], lots: { size: number, serves: number[], price: number }[] }} Cell */
/** What a solver says. @typedef {{ charge?: number, exams?: number, units?: number, note?: string }} Answer */

/** Seconds a solver may take for an instance. */
const limit = 60

/** Runs of one measurement, and seconds after which no further one starts. */
const runs = 7
const patience = 6

/** Where `cargo xtask optimiser` puts the module that has the pack optimiser as an entry of its own. */
const built = new URL('../target/optimiser/', import.meta.url)

/** The pack optimiser alone. @type {((cell: string) => string) | undefined} */
let cheapest
if (existsSync(built)) {
  const compiled = await import(new URL('voucher_planner.js', built).href)
  compiled.initSync({ module: readFileSync(new URL('voucher_planner_bg.wasm', built)) })
  cheapest = compiled.cheapest
}

// Instances.

const certifications = {
  mos: 'mos-word-2016', mta: 'mta-networking-fundamentals', mce: 'microsoft-certified-educator', mcp: 'azure-administrator',
  fundamentals: 'azure-fundamentals',
}
/** Made up. */
const prices = { 'site-500': '9420.00', 'site-125-mta': '3315.00', 'site-125-mos': '3290.00', 'class-30': '2250.00', 'voucher-1': '84.00' }
const packs = ['site-500', 'site-125-mta', 'site-125-mos']

/** People of a sitting and family: a few hundred, never a multiple of a pack. @param {number} sitting @param {number} family @param {number} scale */
const people = (sitting, family, scale) => Math.max(1, Math.round((61 + ((sitting * 197 + family * 131 + sitting * family * 37) % 389)) * scale))

/**
 * A scenario: sittings spread evenly over an agreement, each of them for every family, at every site.
 * @param {{ months: number, sittings: number, sites?: number, families?: string[], scale?: number }} instance
 */
function scenario({ months, sittings, sites = 1, families = ['mos', 'mta', 'mce'], scale = 1 }) {
  const start = dayOf('2019-07-01')
  const end = plusMonths(start, months) - 1
  const day = (/** @type {number} */ sitting) => written(start + Math.round(((end - start) * (sitting + 1)) / (sittings + 1)))
  const groups = Array.from({ length: sites }, (_, site) => families.map((family, place) => {
    const waves = Array.from({ length: sittings }, (_, sitting) => ({ day: day(sitting), people: people(sitting + site, place, scale) }))
    return {
      people: waves.reduce((sum, wave) => sum + wave.people, 0), audience: 'student', certifications: [certifications[/** @type {'mos'} */ (family)]],
      site: sites > 1 ? `site-${site + 1}` : '', preparationStart: '2017-01-01', sittings: waves,
    }
  })).flat()
  const sold = families.some((family) => ['mcp', 'fundamentals'].includes(family)) ? Object.keys(prices) : packs
  return {
    version: 1, today: written(start),
    agreements: [{
      programme: 'ees', start: written(start), end: written(end), currency: 'USD', policies: { term: 'independent' }, groups,
      ...(sites > 1 ? { sites: Array.from({ length: sites }, (_, site) => ({ id: `site-${site + 1}`, name: '' })) } : {}),
      prices: sold.map((product) => ({ product, price: prices[/** @type {'site-500'} */ (product)] })),
    }],
  }
}

/** The pack problem of a scenario. @param {any} scenario @returns {Cell} */
function cellOf(scenario) {
  const derivation = new Derivation(scenario)
  const lots = derivation.lots([]).map(({ size, serves, tariff, product, day }) => ({ size, serves, price: tariff ? lineCharge(tariff, 1) : 0, product, day }))
  return { needs: derivation.needs.map(({ exams }) => exams), fixed: derivation.fixed, lots }
}

/** A cell for each part whose needs share no lot. @param {Cell} cell @returns {Cell[]} */
function split({ needs, fixed, lots }) {
  assert.equal(fixed.length, 0)
  const root = needs.map((_, place) => place)
  const top = (/** @type {number} */ place) => {
    while (root[place] !== place) place = root[place]
    return place
  }
  for (const { serves } of lots) for (const need of serves) root[top(need)] = top(/** @type {number} */ (serves[0]))
  /** @type {Map<number, { places: Map<number, number>, cell: Cell }>} */
  const parts = new Map()
  needs.forEach((exams, need) => {
    const part = parts.get(top(need)) ?? { places: new Map(), cell: { needs: [], fixed: [], lots: [] } }
    parts.set(top(need), part)
    part.places.set(need, part.cell.needs.push(exams) - 1)
  })
  for (const lot of lots) {
    const part = parts.get(top(lot.serves[0]))
    part?.cell.lots.push({ ...lot, serves: lot.serves.map((need) => part.places.get(need) ?? 0) })
  }
  return [...parts.values()].map(({ cell }) => cell)
}

// Solvers.

/** Units of each lot, and what flows from lots to needs. @param {Cell} cell */
function modelOf({ needs, lots }) {
  const model = new Model()
  const units = lots.map(({ size, serves, price }) =>
    model.variable({ cost: price, whole: true, most: Math.ceil(serves.reduce((sum, need) => sum + needs[need], 0) / size) }))
  /** @type {[number, number][][]} */
  const served = needs.map(() => [])
  lots.forEach(({ size, serves }, place) => {
    const flows = serves.map((need) => {
      const flow = model.variable({ most: needs[need] })
      served[need].push([flow, 1])
      return /** @type {[number, number]} */ ([flow, -1])
    })
    model.row(0, [[units[place], size], ...flows])
  })
  needs.forEach((exams, need) => model.row(exams, served[need]))
  return { model, units }
}

/** @param {number} gap */
const open = (gap) => `not finished in ${limit} s, gap ${(100 * gap).toFixed(2)} %`

/** The least charge by HiGHS. @param {Cell} cell @param {{ seconds?: number, whole?: boolean }} [options] @returns {Answer} */
function highs(cell, { seconds = limit, whole = false } = {}) {
  const { model, units } = modelOf(cell)
  const options = { seconds, tolerance: 1e-7 }
  const found = solve(model, options)
  if (found.state !== 'optimal') return { note: found.values ? open((found.objective - found.bound) / found.objective) : `nothing found in ${limit} s` }
  const charge = Math.round(found.objective)
  if (!whole) return { charge }
  const many = 1 + Math.ceil(cell.needs.reduce((sum, exams) => sum + exams, 0) / Math.min(...cell.lots.map(({ size }) => size)) * 2)
  model.row(-Infinity, units.map((variable, place) => [variable, cell.lots[place].price]), charge + 0.25)
  model.cost.fill(0)
  units.forEach((variable, place) => { model.cost[variable] = cell.lots[place].size * many + 1 })
  const least = solve(model, options)
  if (least.state !== 'optimal') return { note: `least charge found, but fewest exams ${open((least.objective - least.bound) / least.objective)}` }
  const values = units.map((variable) => Math.round(least.values?.[variable] ?? 0))
  return { charge, exams: values.reduce((sum, count, place) => sum + count * cell.lots[place].size, 0), units: values.reduce((sum, count) => sum + count, 0) }
}

/** The least charge by YALPS. @param {Cell} cell @param {number} [seconds] @returns {Answer} */
function yalps(cell, seconds = limit) {
  const { needs, lots } = cell
  const constraints = new Map()
  needs.forEach((exams, need) => constraints.set(`need ${need}`, { min: exams }))
  /** @type {Map<string, Map<string, number>>} */
  const variables = new Map()
  lots.forEach(({ size, serves, price }, lot) => {
    constraints.set(`lot ${lot}`, { min: 0 })
    variables.set(`units ${lot}`, new Map([['charge', price], [`lot ${lot}`, size]]))
    for (const need of serves) variables.set(`flow ${lot} ${need}`, new Map([[`lot ${lot}`, -1], [`need ${need}`, 1]]))
  })
  const integers = lots.map((_, lot) => `units ${lot}`)
  const model = { direction: /** @type {const} */ ('minimize'), objective: 'charge', constraints, variables, integers }
  const found = YALPS.solve(model, { timeout: seconds * 1000, tolerance: 0, maxIterations: Infinity, maxPivots: Infinity })
  if (found.status === 'optimal') return { charge: Math.round(found.result) }
  return { note: Number.isFinite(found.result) ? `not finished in ${limit} s, best found ${Math.round(found.result)}` : `${found.status} after ${limit} s` }
}

/** Site by site, within the same time. @param {Cell[]} parts @param {(part: Cell, seconds: number) => Answer} solver @returns {Answer} */
function each(parts, solver) {
  const started = performance.now()
  let charge = 0
  for (const part of parts) {
    const left = limit - (performance.now() - started) / 1000
    const answer = left > 0 ? solver(part, left) : { note: `not finished in ${limit} s` }
    if (answer.charge === undefined) return answer
    charge += answer.charge
  }
  return { charge }
}

/** @param {any} scenario @returns {Answer} */
function planned(scenario) {
  const reply = engine.plan(scenario)
  if (reply.outcome !== 'planned') throw new Error(JSON.stringify(reply.problems))
  const [agreement] = reply.plan.agreements
  const { charge, exams, units } = summed(agreement)
  return { charge, exams, units, ...(agreement.proof === 'optimal' ? {} : { note: agreement.proof }) }
}

/** @param {string} cell @returns {Answer} */
function alone(cell) {
  const said = JSON.parse(cheapest?.(cell) ?? '{}')
  const { charge, exams, units } = said.worth ?? said
  return { charge, exams, units }
}

// Measuring.

/** Milliseconds of this process on a processor: other work on the machine does not count. */
const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The median of several runs, after one to warm up. @param {() => Answer} run */
function measured(run) {
  const started = performance.now()
  const begun = spent()
  let answer = run()
  const first = spent() - begun
  if (performance.now() - started > patience * 1000) return { milliseconds: first, answer }
  const times = []
  while (times.length < runs && (times.length < 1 || performance.now() - started < patience * 1000)) {
    const before = spent()
    answer = run()
    times.push(spent() - before)
  }
  times.sort((a, b) => a - b)
  return { milliseconds: times[times.length >> 1], answer }
}

const shown = (/** @type {number} */ milliseconds) => (milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0))

/** @param {string[][]} rows */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows) console.log(row.map((text, column) => (column < 2 || column === row.length - 1 ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join('  ').trimEnd())
}

/** @param {string} name @param {any} written */
function compare(name, written) {
  const cell = cellOf(written)
  const text = JSON.stringify(cell)
  const parts = split(cell)
  /** @type {[string, () => Answer][]} */
  const solvers = [
    ['plan', () => planned(written)],
    ...(cheapest ? [/** @type {[string, () => Answer]} */ (['cheapest', () => alone(text)])] : []),
    ['HiGHS, charge', () => highs(cell)],
    ['HiGHS, charge, exams, packs', () => highs(cell, { whole: true })],
    ...(parts.length > 1
      ? /** @type {[string, () => Answer][]} */ ([
        ['HiGHS, charge, part by part', () => each(parts, (part, seconds) => highs(part, { seconds }))],
        ['YALPS, charge, part by part', () => each(parts, yalps)],
      ])
      : /** @type {[string, () => Answer][]} */ ([['YALPS, charge', () => yalps(cell)]])),
  ]
  const results = solvers.map(([solver, run]) => ({ solver, ...measured(run) }))
  const ours = (results.find(({ solver }) => solver === 'cheapest') ?? results[0]).milliseconds
  return results.map(({ solver, milliseconds, answer }) => ({ name, solver, milliseconds, ratio: milliseconds / ours, answer }))
}

/** The optimum is that which somebody proved; all who proved one must agree. @param {ReturnType<typeof compare>} results */
function disagreements(results) {
  const wrong = []
  const proven = results.filter(({ answer }) => answer.note === undefined)
  for (const part of /** @type {const} */ (['charge', 'exams', 'units'])) {
    const values = new Set(proven.flatMap(({ answer }) => (answer[part] === undefined ? [] : [answer[part]])))
    if (values.size > 1) wrong.push(`${results[0].name}: ${part} ${proven.map(({ solver, answer }) => `${solver} ${answer[part]}`).join(', ')}`)
  }
  return wrong
}

/** @type {[string, Parameters<typeof scenario>[0]][]} */
const instances = [
  ['12 months, 3 sittings', { months: 12, sittings: 3 }],
  ['36 months, 3 sittings', { months: 36, sittings: 3 }],
  ['36 months, 6 sittings', { months: 36, sittings: 6 }],
  ['36 months, 10 sittings', { months: 36, sittings: 10 }],
  ['1,000 sites, 1 sitting each', { months: 12, sittings: 1, sites: 1000 }],
]

console.log(cheapest ? 'Ratios are to `cheapest`, the pack optimiser alone.' : 'The module has no `cheapest`: ratios are to `plan`, with all that it explains.')
const rows = [['instance', 'solver', 'median ms of a processor', 'ratio', 'optimum: charge, exams, packs']]
const wrong = []
for (const [name, instance] of instances) {
  const results = compare(name, scenario(instance))
  wrong.push(...disagreements(results))
  for (const { solver, milliseconds, ratio, answer: { charge, exams, units, note } } of results) {
    const optimum = [charge, exams, units].filter((it) => it !== undefined).join(', ')
    rows.push([name, solver, shown(milliseconds), ratio.toPrecision(3), [optimum, note].filter(Boolean).join('; ')])
  }
}
table(rows)

console.log('\nHow the time grows, in milliseconds of a processor, one thing at a time.')
const sizes = (/** @type {readonly number[]} */ list, /** @type {(size: number) => any} */ make) => list.map((size) => [String(size), make(size)])
const growth = /** @type {[string, [string, any][]][]} */ ([
  ['sittings, 36 months', sizes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], (sittings) => ({ months: 36, sittings }))],
  ['sites, 1 sitting each', sizes([1, 10, 100, 1000], (sites) => ({ months: 12, sittings: 1, sites }))],
  ['people, 3 sittings', [['10^3', { months: 12, sittings: 3, scale: 1000 / 2300 }], ['10^6', { months: 12, sittings: 3, scale: 1_000_000 / 2300 }]]],
  ['families, 3 sittings', sizes([1, 2, 3, 4, 5], (families) => ({ months: 12, sittings: 3, families: ['mos', 'mta', 'mce', 'mcp', 'fundamentals'].slice(0, families) }))],
])
for (const [name, entry] of [['plan', planned], ...(cheapest ? [['cheapest', alone]] : [])]) {
  for (const [what, list] of growth) {
    const times = list.map(([size, instance]) => {
      const written = scenario(instance)
      const input = entry === planned ? written : JSON.stringify(cellOf(written))
      const { milliseconds, answer } = measured(() => /** @type {any} */ (entry)(input))
      return `${size}: ${shown(milliseconds)}${answer.note ? ` (${answer.note})` : ''}`
    })
    console.log(`${name}, ${what}: ${times.join(', ')}`)
  }
}

console.log(`\nThis process had ${Math.round((100 * spent()) / performance.now())} % of a processor; with much less than 100 %, the limit of ${limit} s of the clock was short for the solvers.`)
assert.deepEqual(wrong, [], 'solvers disagree')
