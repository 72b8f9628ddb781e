// The library lists what the catalogue has, and says what changed when. Runs without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changes } from '../www/history.js'
import en from '../www/messages/en/later.js'
import zh from '../www/messages/zh-CN/later.js'
import { catalogue } from '../www/pkg/node.js'
import { assumptionsOf, conflictsOf, fieldOf } from '../www/view/disputed.js'
import { ofFinding, rulesOf } from '../www/view/help.js'
import { examPage, topicsOfFinding } from '../www/view/links.js'

const facts = await catalogue()
const history = changes(facts)

test('every rule of the document has a sentence on what the planner does about it, in both languages', () => {
  for (const { help, library } of [en, zh]) {
    assert.deepEqual(Object.keys(library.does).sort(), facts.rules.map(({ id }) => id).sort())
    assert.ok(Object.values(library.does).every((text) => /[.。]$/.test(text)))
    assert.ok(Object.values(help.terms).every(({ text }) => /[.。]$/.test(text)))
  }
})

test('every finding has a line for many of its kind, and a term that explains it', () => {
  const codes = Object.keys(en.why.groups)
  for (const code of codes) {
    const [one, many] = ['1', '12'].map((number) => en.why.groups[/** @type {keyof typeof en.why.groups} */ (code)](number))
    assert.match(String(many), /12/)
    assert.notEqual(one, many)
    assert.ok(code in ofFinding, code)
  }
  assert.deepEqual(Object.keys(ofFinding).filter((code) => !codes.includes(code)), [])
})

test('what is said of a word names rules that the document has', () => {
  const known = facts.rules.map(({ id }) => id)
  assert.deepEqual(Object.values(rulesOf).flat().filter((id) => !known.includes(id)), [])
})

test('each side of a disagreement that a choice settles speaks for one of its choices, which has a name', () => {
  const settled = facts.conflicts.filter(({ policy }) => policy)
  assert.ok(settled.length)
  for (const { id, policy, sides } of settled) for (const { choice } of sides) {
    for (const { policies } of [en, zh]) assert.ok(String(choice) in policies[fieldOf(String(policy))].choices, `${id}: ${choice}`)
  }
})

test('what an assumption stands behind, and what a disagreement touches, are figures with a name', () => {
  const named = [...facts.assumptions, ...facts.conflicts].flatMap(({ figures = [] }) => figures)
  assert.ok(named.length > 20)
  for (const { what } of [en, zh]) assert.deepEqual(named.filter((each) => !(each in what)), [])
})

test('links that stand where their topic comes up exist', () => {
  const topics = facts.links.map(({ topic }) => topic)
  assert.deepEqual(Object.values(topicsOfFinding).flat().filter((topic) => !topics.includes(topic)), [])
})

test('an exam leads to its own page where there is one, else to the list of exams', () => {
  assert.deepEqual(examPage(facts, 'AZ-900'), { url: 'https://docs.microsoft.com/learn/certifications/exams/az-900', own: true })
  const retired = examPage(facts, 'AZ-100')
  assert.equal(retired?.own, false)
  assert.match(String(retired?.url), /browse/)
  const own = facts.exams.filter(({ id }) => examPage(facts, id)?.own)
  assert.equal(own.length, facts.exams.filter(({ cites }) => cites.includes('exam-catalogue')).length)
  assert.equal(examPage({ ...facts, exams: [{ id: 'X-1', family: 'mcp', cites: [], url: 'https://example.org/x' }] }, 'X-1')?.url, 'https://example.org/x')
})

test('the history tells every end, start and change with its day once, the newest first', () => {
  const days = history.map(({ day }) => day)
  assert.deepEqual(days, days.toSorted().toReversed())
  const exams = history.flatMap((each) => (each.kind === 'exams-end' ? each.ids.map((id) => `${id} ${each.day}`) : []))
  assert.deepEqual(exams.toSorted(), facts.exams.flatMap(({ id, ends = [] }) => ends.map(({ day }) => `${id} ${day}`)).toSorted())
  const certifications = history.flatMap((each) => (each.kind === 'certifications-end' ? each.ids : []))
  assert.equal(certifications.length, facts.certifications.flatMap(({ ends = [] }) => ends).length)
  assert.equal(history.filter(({ kind }) => kind === 'assurance-changes').length, facts.softwareAssurance.length)
  for (const { cites } of history) assert.ok(cites.every((cite) => facts.sources.some(({ id }) => id === cite.split('#')[0])), cites.join())
})

test('the history knows that MTA ended, that OVS-ES began to sell packs, and that the retake rule changed', () => {
  const on = (/** @type {string} */ day) => history.filter((each) => each.day === day)
  assert.ok(on('2022-06-30').some((each) => each.kind === 'exams-end' && each.ids.includes('98-366')))
  const sale = on('2020-12-07').find(({ kind }) => kind === 'sale-starts')
  assert.deepEqual(sale?.kind === 'sale-starts' && [sale.programme, sale.products], ['ovs-es', ['site-500', 'site-125-mta', 'site-125-mos', 'class-30']])
  assert.ok(on('2020-06-29').some(({ kind }) => kind === 'retakes-change'))
})

test('a figure tells only assumptions that its plan makes, and disagreements that touch it', () => {
  const view = /** @type {import('../www/view.js').View} */ (/** @type {unknown} */ ({ catalogue: facts, agreement: { assumptions: ['exam-number-kept'], conflicts: ['minimum-months', 'code-delivery'], policies: [{ choice: { policy: 'exam-benefit', choice: 'time' }, default: true }] } }))
  /** @type {import('../www/pkg/index.js').Figure} */
  const figure = { what: 'months-charged', value: { type: 'count', count: 6 }, step: { kind: 'fact' }, policy: 'months' }
  assert.deepEqual(conflictsOf(view, figure).map(({ id }) => id), ['minimum-months'])
  assert.deepEqual(conflictsOf(view, { ...figure, what: 'lead-days', policy: '', cites: ['doc#delivery'] }).map(({ id }) => id), ['code-delivery'])
  assert.deepEqual(conflictsOf(view, { ...figure, what: 'lead-days', policy: '', cites: ['doc#site-pack-mail'] }), [])
  assert.deepEqual(assumptionsOf(view, { ...figure, policy: 'exam-benefit' }).map(({ id }) => id), ['exam-number-kept'])
  assert.deepEqual(assumptionsOf(view, figure), [])
})
