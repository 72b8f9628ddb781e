// The form's state is the scenario itself: reading and changing it by path, and an empty one to start from.
/** @import { Scenario, ScenarioAgreement, ScenarioGroup } from './pkg/index.js' */

/** The steps of a path such as `agreements[0].groups[2].people`. @param {string} path */
const steps = (path) => (path.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) : step))

/** What stands at a path, or nothing. @param {unknown} document @param {string} path @returns {any} */
export function at(document, path) {
  return steps(path).reduce((/** @type {any} */ place, step) => place?.[step], document)
}

/**
 * The document with another value at a path. Nothing of the old one changes, so it can be kept for undo.
 * @template T @param {T} document @param {string} path @param {unknown} value @returns {T}
 */
export function withValue(document, path, value) {
  const put = (/** @type {any} */ place, /** @type {(string | number)[]} */ [step, ...rest]) => {
    if (step === undefined) return value
    const copy = Array.isArray(place) ? [...place] : typeof step === 'number' ? [] : { ...place }
    copy[step] = put(place?.[step], rest)
    // What is cleared is absent, as if it had never been chosen.
    if (copy[step] === undefined && !Array.isArray(copy)) delete copy[step]
    return copy
  }
  return put(document, steps(path))
}

/** The document with one entry more at the end of a list. @template T @param {T} document @param {string} path @param {unknown} entry */
export function withEntry(document, path, entry) {
  return withValue(document, path, [...at(document, path) ?? [], entry])
}

/** The document without an entry of a list. @template T @param {T} document @param {string} path @param {number} index */
export function withoutEntry(document, path, index) {
  return withValue(document, path, (at(document, path) ?? []).filter((/** @type {unknown} */ _, /** @type {number} */ place) => place !== index))
}

/** An id that no entry of a list has yet: `site-2`. @param {{ id?: string }[]} entries @param {string} word */
export function freshId(entries, word) {
  for (let number = entries.length + 1; ; number += 1) {
    const id = `${word}-${number}`
    if (!entries.some((entry) => entry.id === id)) return id
  }
}

/** A scenario in which nothing is entered but the day. @param {string} today @returns {Scenario} */
export function emptyScenario(today) {
  return { version: 1, name: '', today, agreements: [emptyAgreement()] }
}

/** @returns {ScenarioAgreement} */
export function emptyAgreement() {
  return { id: '', name: '', programme: '', start: '', end: '', groups: [emptyGroup()] }
}

/** @param {import('./pkg/index.js').Segment} [segment] whose agreement it is @returns {ScenarioGroup} */
export function emptyGroup(segment) {
  return { name: '', people: '', audience: segment === 'commercial' ? 'employee' : 'student', certifications: [], sittings: [{ day: '', people: '' }] }
}

/** The browser's day. The engine asks no clock. */
export function browserToday() {
  const now = new Date()
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
