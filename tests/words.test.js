// Every figure, finding and problem can be said in both languages, whatever the engine answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import enFirst from '../www/messages/en/first.js'
import enLater from '../www/messages/en/later.js'
import zhFirst from '../www/messages/zh-CN/first.js'
import zhLater from '../www/messages/zh-CN/later.js'
import { together } from '../www/messages/together.js'
import { catalogue, compare, plan } from '../www/pkg/node.js'
import { sample } from '../www/samples.js'
import { Say } from '../www/say.js'
import { withValue } from '../www/scenario.js'
import { View } from '../www/view.js'
import * as later from '../www/later.js'
import { deskWith } from '../www/state/desk.js'
import { difference } from '../www/view/policies.js'

const facts = await catalogue()
const a = 'agreements[0]'
/** What users may do to an example, each to show something else. @type {[string, unknown][][]} */
const changes = [
  [],
  [[`${a}.groups[0].sittings[0].day`, '2019-01-07']],
  [[`${a}.groups[0].sittings[0].day`, '2030-01-07']],
  [[`${a}.groups[0].sittings`, []]],
  [[`${a}.groups[0].passRate`, '60%'], [`${a}.groups[0].attempts`, '9'], [`${a}.groups[0].noShowRate`, '5%'], [`${a}.serviceLevel`, '0.9']],
  [[`${a}.groups[0].certifications`, []]],
  [[`${a}.groups[0].audience`, 'staff']],
  [[`${a}.groups[0].certifications`, ['mos-word-2013', 'mcsa-windows-server-2016', 'mta-cloud-fundamentals', 'mcse-core-infrastructure']]],
  [[`${a}.sites[0].testCentreFrom`, '']],
  [[`${a}.sites[0].testCentreFrom`, '2032-01-01']],
  [[`${a}.programme`, 'ovs-es']],
  [[`${a}.programme`, 'mpsa']],
  [[`${a}.prices`, []], [`${a}.singlePrices`, []]],
  [[`${a}.prices[0].price`, '']],
  [[`${a}.libraries`, [{ name: 'Books', users: '12', from: '' }]]],
  [[`${a}.orders`, [{ day: '2020-09-01', product: 'class-30', quantity: '2', site: '' }]]],
  [[`${a}.stock`, [{ product: 'voucher-1', exams: '20', from: '', until: '2029-01-01', site: '' }]]],
  [[`${a}.policies`, { months: 'days', roundAt: 'line', coverage: 'order-day', examBenefit: 'count', expiry: 'twelve-months', lastDay: 'anniversary', freeVouchers: 'yearly', rounding: 'up' }]],
  [['today', '2031-05-05']],
  [[`${a}.end`, '2000-01-01']],
  [[`${a}.start`, 'x'], [`${a}.currency`, 'x'], ['today', '']],
]

for (const language of /** @type {const} */ (['en', 'zh-CN'])) {
  const messages = language === 'en' ? together(enFirst, enLater) : together(zhFirst, zhLater)
  const say = new Say(language)
  for (const name of /** @type {const} */ (['school', 'university', 'company'])) {
    test(`every answer to the ${name} and to its changes can be said in ${language}`, () => {
      for (const change of changes) {
        const scenario = change.reduce((document, [path, value]) => withValue(document, path, value), sample(name, language))
        const reply = plan(scenario)
        const compared = changes.indexOf(change) < 6 ? compare(scenario) : undefined
        const comparison = compared?.outcome === 'compared' ? compared.comparison : undefined
        const view = new View({
          desk: deskWith(scenario), scenario, current: 0, catalogue: facts, crashed: false, busy: false, halted: false, stopped: false, later, plan: reply.outcome === 'planned' ? reply.plan : undefined, messages, say, comparison, reserved: 0,
          problems: reply.outcome === 'refused' ? /** @type {import('../www/view.js').Problem[]} */ (reply.problems) : [],
          touched: new Set(), notes: new Map(), expanded: new Set(), printing: false, actions: /** @type {any} */ ({}),
        })
        const said = reply.outcome === 'refused' ? view.problems.map((problem) => `${view.labelOf(problem.path)}: ${view.problemText(problem)}`) : [
          ...reply.plan.findings.map((finding) => view.findingText(/** @type {import('../www/view.js').Finding} */ (finding))),
          ...reply.plan.figures.map((figure) => {
            const parts = (figure.of ?? []).map((id) => {
              const part = reply.plan.figures[id]
              assert.ok(part)
              return { name: messages.what[part.what], text: view.valueOf(part) }
            })
            const sentence = /** @type {(...args: unknown[]) => string} */ (messages.steps[figure.step.kind])
            return `${messages.what[figure.what]}: ${sentence(figure.step, parts, view.valueOf(figure), view.names)}`
          }),
          ...reply.plan.agreements.flatMap((agreement) => agreement.leftOut.map(({ reason }) => /** @type {(...args: unknown[]) => string} */ (messages.leftOut[reason.kind])(reason, say))),
          ...view.comparison?.policies.map(({ difference: it }) => difference(view, it)) ?? [],
          ...view.comparison?.sensitivity.flatMap(({ path, low, high }) => [view.labelOf(path), ...[low, high].map((end) => (end ? `${say.value(end.value, view.currency)} ${difference(view, end.difference)}` : ''))]) ?? [],
          ...reply.plan.findings.map((finding) => (finding.path ? view.labelOf(finding.path) : 'nowhere')),
        ]
        assert.ok(said.length, `something is said to ${JSON.stringify(change)}`)
        for (const text of said) {
          assert.doesNotMatch(text, /undefined|null|NaN|Invalid|\[object|…/, `${JSON.stringify(change)}: ${text}`)
        }
      }
    })
  }
}
