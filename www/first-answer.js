// The answer to the example that a first visit opens with, made by the same engine when the page was built. It is shown while
// the engine is on its way, which then answers everything, the example again among it. A test compares the two.
/** @import { Plan } from './pkg/index.js' */
/** @import { EngineModule } from './engine.js' */
/** @import { Language } from './say.js' */
import facts from './pkg/facts.js'
import { plans } from 'virtual:first-answer'
import { sample } from './samples.js'

/** The plan of the example in the language it is in. @param {import('./pkg/index.js').Scenario} scenario @returns {Plan | undefined} */
function planOf(scenario) {
  const text = JSON.stringify(scenario)
  const language = /** @type {Language[]} */ (Object.keys(plans)).find((each) => JSON.stringify(sample('school', each)) === text)
  return language && plans[language]
}

/** Whether a scenario is answered here: only the example, and only as long as nobody has changed it. @param {import('./pkg/index.js').Scenario} scenario */
export const answers = (scenario) => planOf(scenario) !== undefined

/** What answers that example, and asks for patience with anything else. @type {EngineModule} */
export const firstAnswer = {
  facts: () => /** @type {import('./pkg/index.js').Facts} */ (/** @type {unknown} */ (facts)),
  catalogue: async () => { throw new Error('texts come with the engine') },
  plan: (scenario) => {
    const plan = planOf(scenario)
    return /** @type {import('./pkg/index.js').Reply} */ (plan ? { outcome: 'planned', plan } : { outcome: 'waiting' })
  },
  compare: () => ({ outcome: 'refused', problems: [] }),
  compareOn: () => ({ outcome: 'refused', problems: [] }),
  amend: () => ({ outcome: 'refused', problems: [] }),
}
