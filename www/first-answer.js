// The answer to the example that a first visit opens with, made by the same engine when the page was built. It is shown while
// the engine is on its way, which then answers everything, the example again among it. A test compares the two.
/** @import { Plan } from './pkg/index.js' */
/** @import { EngineModule } from './engine.js' */
/** @import { Language } from './say.js' */
import { facts, plans } from 'virtual:first-answer'
import { sample } from './samples.js'

/** The example a first visit opens with. */
export const firstSample = 'school'

/** What answers that example, and asks for patience with anything else. @type {EngineModule} */
export const firstAnswer = {
  facts: () => facts,
  catalogue: async () => { throw new Error('texts come with the engine') },
  plan: (scenario) => {
    const text = JSON.stringify(scenario)
    const language = /** @type {Language[]} */ (Object.keys(plans)).find((each) => JSON.stringify(sample(firstSample, each)) === text)
    return /** @type {import('./pkg/index.js').Reply} */ (language ? { outcome: 'planned', plan: plans[language] } : { outcome: 'waiting' })
  },
  compare: () => ({ outcome: 'refused', problems: [] }),
  amend: () => ({ outcome: 'refused', problems: [] }),
}
