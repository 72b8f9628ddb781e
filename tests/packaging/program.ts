// A program of somebody else that uses every entry of the package: what TypeScript must take, and what it must refuse.
import { compare, plan, type Plan, type Scenario } from 'voucher-planner'
import { VoucherPlanner, type PlannerChange, type PlannerError, type PlannerExport, type ScenarioDocument } from 'voucher-planner/element'
import { VoucherPlanner as Undefined } from 'voucher-planner/element/class'
import { calendar, workbook } from 'voucher-planner/exports'
import { initSync } from 'voucher-planner/slim'

const scenario: Scenario = { version: 1, today: '2020-09-21', agreements: [{ programme: 'ees', groups: [] }] }
const reply = plan(scenario)
if (reply.outcome === 'refused') {
  for (const problem of reply.problems) console.log(problem.path, problem.code === 'too-large' ? problem.most : problem.code)
} else {
  const charge: number | undefined = reply.plan.agreements[0]?.summary.charge?.value
  console.log(charge, compare(scenario).outcome)
}
console.log(typeof calendar, typeof workbook, typeof initSync)

const planner = document.createElement('voucher-planner')
const document_: ScenarioDocument = { scenarios: [scenario, { scenario, sample: 'school', changed: true }] }
planner.scenario = document_
planner.scenario = 'https://example.com/scenario.json'
planner.scenario = null
const shown: Scenario = planner.scenario
const made: Plan | undefined = planner.plan
planner.view = 'answer'
planner.locale = 'zh-CN'
planner.home = undefined
planner.readonly = true
planner.addEventListener('planner-change', ({ detail }) => {
  const change: PlannerChange = detail
  const by: 'user' | 'host' = detail.cause
  const orders: { product: string; units: number; orderDay: string; charge: number | null }[] = detail.agreements.flatMap(({ orders }) => orders)
  console.log(change.version, by, orders, detail.problems.map(({ path, code }) => `${path}: ${code}`))
})
planner.addEventListener('planner-export', (event) => {
  const file: PlannerExport = event.detail
  event.preventDefault()
  console.log(file.name, file.blob.size)
})
planner.addEventListener('planner-error', ({ detail }: CustomEvent<PlannerError>) => console.log(detail.code, detail.message))
planner.addEventListener('click', ({ clientX }) => console.log(clientX))
planner.addEventListener('of-somebody-else', () => {})
planner.ready.then(() => console.log(planner.validity.valid, planner.checkValidity(), shown, made))
document.querySelector('voucher-planner')?.scenario.agreements?.length

Undefined.define('plan-vouchers')
console.log(VoucherPlanner.version)

// @ts-expect-error there is no such view
planner.view = 'everything'
// @ts-expect-error a plan is made, and not given
planner.plan = made
// @ts-expect-error a file has no such thing
planner.addEventListener('planner-export', ({ detail }) => detail.path)
// @ts-expect-error nobody else makes a change
planner.addEventListener('planner-change', ({ detail }) => detail.cause === 'nobody')
