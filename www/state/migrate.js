// Documents of any version as one of today: old links and files go on working. A step leads from one version to the next.
/** @import { Document } from './document.js' */
import { sampleWords } from '../samples.js'
import { version as today } from './document.js'

/** Why a document cannot be read. @typedef {{ kind: 'not-a-scenario' } | { kind: 'newer', version: number, known: number }} Wrong */
/** What JSON can hold. @typedef {Record<string, unknown>} Fields */

/** The version of scenarios that the engine plans. */
const scenarioVersion = 1

/** From each version to the next, by the version it starts from. @type {Record<number, (document: Fields) => Fields>} */
const steps = {
  // Before there was a desk, a document was one scenario.
  0: (scenario) => ({ version: 1, shown: 0, scenarios: [{ scenario }] }),
}

/** @param {unknown} read what JSON was read @returns {{ document: Document } | { wrong: Wrong }} */
export function migrated(read) {
  if (!isFields(read)) return notAScenario
  let from = versionOf(read)
  if (from === undefined) return notAScenario
  if (from > today) return { wrong: { kind: 'newer', version: from, known: today } }
  let document = read
  for (; from < today; from += 1) {
    const step = steps[from]
    if (!step) return notAScenario
    document = step(document)
  }
  return checked(document)
}

/** The version of a document. A draft that forgot to say it is of the layout that it has. @param {Fields} read @returns {number | undefined} */
function versionOf(read) {
  // The number in a lone scenario is the engine's version of scenarios.
  if (Array.isArray(read.agreements)) return 0
  const { version = today } = read
  return typeof version === 'number' && Number.isInteger(version) && version > 0 && (version > today || Array.isArray(read.scenarios)) ? version : undefined
}

/** What has the layout of today. What is unknown inside a scenario stays: the engine names it at its place. @param {Fields} document @returns {{ document: Document } | { wrong: Wrong }} */
function checked({ shown, language, scenarios }) {
  if (!Array.isArray(scenarios) || !scenarios.length) return notAScenario
  /** @type {Document['scenarios']} */
  const entries = []
  for (const entry of scenarios) {
    // A scenario may stand in the list by itself, as people write by hand.
    /** @type {Fields} */
    const held = isFields(entry) && isFields(entry.scenario) ? entry : { scenario: entry }
    const { scenario, sample, changed } = held
    if (!isFields(scenario) || !Array.isArray(scenario.agreements)) return notAScenario
    const { version = scenarioVersion } = scenario
    if (typeof version === 'number' && version > scenarioVersion) return { wrong: { kind: 'newer', version, known: scenarioVersion } }
    const known = typeof sample === 'string' && Object.hasOwn(sampleWords.en, sample)
    entries.push({
      scenario: scenario.version ? scenario : { version: scenarioVersion, ...scenario, ...scenario.version === 0 && { version: scenarioVersion } },
      ...known && { sample: /** @type {import('../samples.js').SampleName} */ (sample), changed: changed !== false },
    })
  }
  const place = typeof shown === 'number' && Number.isInteger(shown) && shown >= 0 && shown < entries.length ? shown : 0
  return { document: { version: today, ...(language === 'en' || language === 'zh-CN') && { language }, shown: place, scenarios: entries } }
}

/** @type {{ wrong: Wrong }} */
const notAScenario = { wrong: { kind: 'not-a-scenario' } }

/** @param {unknown} value @returns {value is Fields} */
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
