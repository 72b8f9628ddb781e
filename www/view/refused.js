// What is wrong with a partner's catalogue or prices, line by line, below the sentence that says so: its words come when they are needed.
/** @import { SupplyProblem } from '../pkg/index.js' */
/** @import { Language } from '../say.js' */
import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { until } from 'lit/directives/until.js'

/** Beyond so many lines the rest waits until it is asked for. */
const few = 6

/** @param {SupplyProblem[]} problems @param {Language} language */
export const refused = (problems, language) => guard([problems, language], () => until(lines(problems, language), nothing))

/** @param {SupplyProblem[]} problems @param {Language} language */
async function lines(problems, language) {
  const { suppliedProblems } = await import('../embed/supplied.js')
  const sections = await suppliedProblems(problems, language)
  const list = (/** @type {string[]} */ some) => html`<ul>${some.map((line) => html`<li>${line}</li>`)}</ul>`
  return sections.map(({ lines: all }) => html`${list(all.slice(0, few))}${all.length > few ? html`<details><summary>+ ${all.length - few}</summary>${list(all.slice(few))}</details>` : nothing}`)
}
