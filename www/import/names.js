// What a name in somebody's table stands for: certifications, products, audiences, sites.
/** @import { Audience, Catalogue, ScenarioPrice, ScenarioSite } from '../pkg/index.js' */
import { key, plain } from './plain.js'

/** Words for each audience. They are looked for, never shown. @type {Record<Audience, string[]>} */
const audiences = {
  student: ['student', 'students', 'pupil', 'pupils', 'learner', 'learners', '学生', '在读学生', '学员'],
  staff: ['staff', 'faculty', 'teacher', 'teachers', 'educator', 'educators', 'lecturer', 'lecturers', 'faculty and staff', '教职员工', '教职工', '教师', '老师', '讲师', '教员'],
  employee: ['employee', 'employees', 'worker', 'workers', '员工', '雇员', '职员', '职工'],
}

/** @param {string} text @returns {Audience | undefined} */
export const audienceOf = (text) => /** @type {Audience[]} */ (Object.keys(audiences)).find((each) => audiences[each].some((word) => key(word) === key(text)))

/** @param {string} text @param {ScenarioSite[]} sites */
export const siteOf = (text, sites) => sites.find(({ id = '', name = '' }) => [id, name].some((each) => each && key(each) === key(text)))?.id

/** The certification that a name, an id or an exam number stands for; 'several' where an exam belongs to more than one. @param {string} text @param {Catalogue} catalogue @returns {string | undefined} */
export function certificationOf(text, catalogue) {
  const wanted = short(text)
  if (!wanted) return undefined
  const named = catalogue.certifications.filter(({ id, name }) => [id, name.en, name.zh].some((each) => short(each) === wanted))
  if (named[0]) return named[0].id
  const [exam, another] = (plain(text).toUpperCase().match(/(?<![A-Z\d])(?:[A-Z]{2,3}|\d{2})-?\d{3}(?!\d)/g) ?? []).map((each) => each.replace(/^([A-Z]+|\d\d)-?(\d{3})$/, '$1-$2'))
  if (!exam || another) return undefined
  const alone = catalogue.certifications.filter(({ routes }) => routes.some((route) => route.length === 1 && route[0]?.choose === 1 && route[0].of.includes(exam)))
  return alone.length > 1 ? 'several' : alone[0]?.id
}

/** Without the maker's name and the word for being certified, which people leave out. @param {string} text */
const short = (text) => key(plain(text).replace(/\b(microsoft( office specialist)?|certified|mos)\b:?/gi, ' '))

/** Parts of a cell that lists certifications: a comma parts them only where both sides are known, since names hold some. @param {string} text @param {Catalogue} catalogue */
export function certificationParts(text, catalogue) {
  return text.split(/[;；|\n]+/).map((part) => part.trim()).filter(Boolean).flatMap((part) => {
    if (certificationOf(part, catalogue)) return [part]
    const smaller = part.split(/[,，、/+&]|\band\b/).map((each) => each.trim()).filter(Boolean)
    return smaller.length > 1 && smaller.every((each) => certificationOf(each, catalogue)) ? smaller : [part]
  })
}

/** The product that a name stands for: by its name, or by the size and the families of its exams. @param {string} text @param {Catalogue} catalogue @returns {string | undefined} */
export function productOf(text, catalogue) {
  const named = catalogue.products.find(({ id, name, short: brief }) => [id, name.en, name.zh, brief.en, brief.zh].some((each) => key(each) === key(text)))
  if (named) return named.id
  const lower = plain(text).toLowerCase()
  if (/reference|参考/.test(lower)) return catalogue.products.find(({ kind }) => kind === 'reference-library')?.id
  const numbers = (lower.match(/\d+/g) ?? []).map(Number)
  const families = ['mos', 'mta', 'mce', 'mcp'].filter((family) => lower.includes(family))
  const fitting = catalogue.products.filter(({ kind, exams, families: own }) => (numbers.includes(exams[0]?.value ?? 0) || kind === 'voucher' && /\bsingle\b|单张/.test(lower))
    && families.every((family) => /** @type {string[]} */ (own).includes(family)))
  return fitting.length === 1 ? fitting[0]?.id : undefined
}

/** The product that a part number belongs to, by the user's own prices. @param {string} text @param {ScenarioPrice[]} prices */
export const productOfPart = (text, prices) => prices.find(({ partNumber = '' }) => partNumber && key(partNumber) === key(text))?.product
