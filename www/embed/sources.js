// What a host gives the planner to read: JSON itself, or where it lies.
/** @import { Desk } from '../state/desk.js' */
/** @import { Document } from '../state/document.js' */
/** @import { Language } from '../say.js' */
/** @import { WrongFile } from '../state/files.js' */
/** @import { WrongLink } from '../state/link.js' */
import { sample, sampleWords } from '../samples.js'
import { browserToday, emptyScenario } from '../scenario.js'
import { deskWith } from '../state/desk.js'
import { deskOf } from '../state/document.js'
import { migrated } from '../state/migrate.js'

/** Why nothing could be read. `unreachable`: the browser says no more than that, whether the network, a policy or a missing permission was in the way. `not-checked`: what would check it did not come. @typedef {WrongFile | WrongLink | { kind: 'unreachable', url: string } | { kind: 'status', url: string, status: number } | { kind: 'not-checked' }} WrongSource */

/** What reads files is loaded when there is one to read. */
const files = () => import('../state/files.js')

/** The text of a source: itself where it is JSON, else what lies at its address. @param {string} source @param {AbortSignal} [signal] @returns {Promise<{ text: string } | { wrong: WrongSource }>} */
export async function textOf(source, signal) {
  if (/^\s*[[{]/.test(source)) return { text: source }
  /** @type {string} */
  let url = source
  try {
    url = new URL(source, document.baseURI).href
    const response = await fetch(url, { signal: signal ?? null, credentials: 'same-origin' })
    if (!response.ok) return { wrong: { kind: 'status', url, status: response.status } }
    const { largestFile } = await files()
    const bytes = await response.blob()
    return bytes.size > largestFile ? { wrong: { kind: 'too-large', most: largestFile } } : { text: await bytes.text() }
  } catch (error) {
    if (signal?.aborted) throw error
    return { wrong: { kind: 'unreachable', url } }
  }
}

/** What a host may give as a scenario. @typedef {import('../pkg/index.js').Scenario | Document | string | null | undefined} Given */

/** The desk that a host means. Its own objects are copied: what it does with them later changes nothing here. @param {Given} given @param {Language} language @param {AbortSignal} [signal] @returns {Promise<{ desk: Desk, language?: Language | undefined } | { wrong: WrongSource }>} */
export async function deskFrom(given, language, signal) {
  if (given === null || given === undefined || given === '') return { desk: example('school', language) }
  if (given === 'empty') return { desk: deskWith(emptyScenario(browserToday())) }
  if (typeof given === 'string' && Object.hasOwn(sampleWords.en, given)) return { desk: example(/** @type {import('../samples.js').SampleName} */ (given), language) }
  const read = typeof given === 'string' ? await fromText(given, signal) : fromObject(given)
  return 'wrong' in read ? read : { desk: deskOf(read.document), language: read.document.language }
}

/** @param {import('../samples.js').SampleName} name @param {Language} language */
const example = (name, language) => deskWith(sample(name, language), { name, changed: false })

/** @param {string} given @param {AbortSignal | undefined} signal @returns {Promise<{ document: Document } | { wrong: WrongSource }>} */
async function fromText(given, signal) {
  if (/^#\d+\./.test(given)) return (await import('../state/link.js')).documentFrom(given)
  const read = await textOf(given, signal)
  return 'wrong' in read ? read : (await files()).documentFromText(read.text)
}

/** @param {object} given @returns {{ document: Document } | { wrong: WrongSource }} */
function fromObject(given) {
  try {
    return migrated(JSON.parse(JSON.stringify(given)))
  } catch {
    return { wrong: { kind: 'not-a-scenario' } }
  }
}
