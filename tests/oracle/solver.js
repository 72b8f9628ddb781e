// Linear models with whole numbers, and HiGHS to solve them.
import loadHighs from 'highs'

const highs = await loadHighs()
const { modelStatus } = highs.constants

/** A linear model, to be made as small as possible. */
export class Model {
  constructor() {
    /** @type {number[]} */ this.cost = []
    /** @type {number[]} */ this.least = []
    /** @type {number[]} */ this.most = []
    /** @type {(0 | 1)[]} */ this.whole = []
    /** @type {{ least: number, most: number, terms: [number, number][] }[]} */ this.rows = []
  }

  /** Adds a variable and gives its place. @param {{ cost?: number, most?: number, whole?: boolean }} variable */
  variable({ cost = 0, most = Infinity, whole = false }) {
    this.cost.push(cost)
    this.least.push(0)
    this.most.push(most)
    this.whole.push(whole ? 1 : 0)
    return this.cost.length - 1
  }

  /** Adds `least <= sum of factor x variable <= most`. @param {number} least @param {[number, number][]} terms @param {number} [most] */
  row(least, terms, most = Infinity) {
    this.rows.push({ least, most, terms: terms.filter(([, factor]) => factor !== 0) })
  }

  /** @param {boolean} relaxed Whether whole numbers may be fractions. */
  data(relaxed) {
    const starts = [0]
    const indices = []
    const values = []
    for (const { terms } of this.rows) {
      for (const [variable, factor] of terms) {
        indices.push(variable)
        values.push(factor)
      }
      starts.push(indices.length)
    }
    const limit = (/** @type {number} */ it) => (it === Infinity ? highs.infinity : it === -Infinity ? -highs.infinity : it)
    return {
      numCols: this.cost.length, numRows: this.rows.length, colCost: this.cost, colLower: this.least, colUpper: this.most.map(limit),
      rowLower: this.rows.map(({ least }) => limit(least)), rowUpper: this.rows.map(({ most }) => limit(most)),
      matrix: { format: 'csr', numRows: this.rows.length, numCols: this.cost.length, starts, indices, values },
      ...(relaxed ? {} : { integrality: this.whole }),
    }
  }
}

/**
 * Solves a model to its proven optimum. All objectives are whole numbers, so a gap below one proves it.
 * `quick` leaves out searches for good plans that take longer than they save on small models.
 * @param {Model} model @param {{ seconds?: number, relaxed?: boolean, seed?: number, gap?: number, tolerance?: number, quick?: boolean }} [options]
 */
export function solve(model, { seconds = 10, relaxed = false, seed = 0, gap = 0.5, tolerance = 1e-9, quick = false } = {}) {
  const solver = highs.createModel()
  try {
    solver.options.set({
      output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: gap, random_seed: seed,
      mip_feasibility_tolerance: tolerance, primal_feasibility_tolerance: tolerance, dual_feasibility_tolerance: tolerance,
      // By itself it takes longer than most of these searches.
      mip_heuristic_run_feasibility_jump: false,
      ...(quick ? { mip_heuristic_run_rins: false, mip_heuristic_run_rens: false, mip_heuristic_run_root_reduced_cost: false } : {}),
    })
    solver.passModel(model.data(relaxed))
    solver.run()
    const status = solver.getModelStatus()
    const optimal = status === modelStatus.optimal
    const infeasible = status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible
    const found = optimal || Number.isFinite(solver.getObjectiveValue())
    return {
      state: optimal ? 'optimal' : infeasible ? 'infeasible' : 'unfinished',
      status,
      objective: solver.getObjectiveValue(),
      bound: relaxed ? solver.getObjectiveValue() : Number(solver.info.get('mip_dual_bound')),
      values: found ? Array.from(solver.getSolution().colValue) : undefined,
    }
  } finally {
    solver.dispose()
  }
}
