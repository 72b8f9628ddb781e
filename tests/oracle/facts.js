// The facts of the catalogue, read from its files and not through the engine.
import { readFileSync } from 'node:fs'
import { dayOf } from './days.js'

const read = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`../../src/catalogue/data/${name}.json`, import.meta.url), 'utf8'))

const { products, availability } = read('products')
const { certifications } = read('certifications')
const { exams } = read('exams')
const { delivery, retakes, imagineAcademy } = read('training')

export { products, delivery, imagineAcademy }

/** The value in force on a day: that of the last fact that has started. `undefined` before the first. */
export function inForce(/** @type {{ from?: string, value: any }[]} */ facts, /** @type {number} */ day) {
  return facts.findLast(({ from }) => from === undefined || dayOf(from) <= day)?.value
}

/** Whether a programme sells a product on a day. What nobody says is not sold. */
export function isSold(/** @type {string} */ programme, /** @type {any} */ product, /** @type {number} */ day) {
  const row = availability.findLast((/** @type {any} */ row) =>
    row.programme === programme && row.product === product.id &&
    (row.from === undefined || dayOf(row.from) <= day) && (row.until === undefined || day <= dayOf(row.until)))
  return Boolean(row?.sold) && !(product.saleEnds && dayOf(product.saleEnds.value) < day)
}

const certificationById = new Map(certifications.map((/** @type {any} */ it) => [it.id, it]))
const examById = new Map(exams.map((/** @type {any} */ it) => [it.id, it]))

/** A certification. @param {string} id */
export const certification = (id) => certificationById.get(id)

/** An exam. @param {string} id */
export const exam = (id) => examById.get(id)

/** The last day of an exam or certification as the planner reads it: the first that is named. */
export const lastDay = (/** @type {any} */ it) => (it.ends?.length ? dayOf(it.ends[0].day) : Infinity)

/** Days that the waits of so many attempts take, for exams of a family. */
export function waits(/** @type {string} */ family, /** @type {number} */ day, /** @type {number} */ attempts) {
  const rule = retakes.findLast((/** @type {any} */ it) =>
    it.families.includes(family) && (it.from === undefined || dayOf(it.from) <= day))
  return attempts < 2 || !rule ? 0 : rule.firstWaitDays + rule.laterWaitDays * (attempts - 2)
}
