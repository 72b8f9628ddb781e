// The tables of a plan as the page shows them: what to order, when money is due, who needs what, which days matter.
/**
 * @import { OrderLine } from '../pkg/index.js'
 * @import { Finding, View } from '../view.js'
 * @import { Numbered } from './grounds.js'
 * @import { Cell, Column, Table } from './cells.js'
 */
import { concernsInTable } from '../charts/timeline.js'
import { repairValue } from '../field.js'
import { coverName } from '../view/needs.js'
import { Cells, empty, text, withoutEmptyColumns } from './cells.js'

/** @typedef {typeof import('../messages/en/outputs.js').default} Words */
/** A column and what stands in it for each entry. @template T @typedef {Column & { of: (entry: T) => Cell }} ColumnOf */

/** @template T @param {string} title @param {ColumnOf<T>[]} columns @param {T[]} entries @returns {Table} */
export const tableOf = (title, columns, entries) => withoutEmptyColumns({ title, columns, rows: entries.map((entry) => columns.map(({ of }) => of(entry))) })

/** The order itself. @param {View} view @param {Words} words @returns {Table} */
export function orderTable(view, words) {
  const { ui, m, agreement } = view
  const cells = new Cells(view)
  const lines = agreement?.lines ?? []
  const money = lines.some((line) => line.charge)
  /** @type {ColumnOf<OrderLine>[]} */
  const columns = [
    { title: ui.when, width: 13, brief: true, of: (line) => cells.day(line.orderDay.value) },
    { title: ui.what, width: 24, brief: true, of: (line) => text(view.names.product(line.product)) },
    { title: ui.units, width: 10, number: true, brief: true, of: (line) => cells.count(line.units.value) },
    { title: ui.exam, width: 10, number: true, brief: true, of: (line) => cells.count(line.exams?.value) },
    { title: view.withUnit(ui.perUnit), width: 13, number: true, brief: true, of: (line) => cells.money(line.unitCharge?.value) },
    { title: view.chargeLabel, width: 14, number: true, brief: true, of: (line) => (line.charge ? cells.money(line.charge.value) : money ? text(ui.noPrice) : empty) },
    { title: m.what['usable-until'], width: 13, brief: true, of: (line) => cells.day(line.usableUntil?.value) },
    { title: m.what['exams-used'], width: 11, number: true, of: (line) => cells.count(line.used?.value) },
    { title: m.what['exams-unused'], width: 11, number: true, of: (line) => cells.count(line.unused?.value) },
    { title: view.withUnit(m.what['unit-price']), width: 14, number: true, of: (line) => cells.money(line.unitPrice?.value) },
    { title: m.what['months-charged'], width: 11, number: true, of: (line) => cells.ratio(line.months.value) },
    { title: m.what['coverage-start'], width: 13, of: (line) => cells.day(line.coverageStart.value) },
    { title: m.what['term-end'], width: 13, of: (line) => cells.day(line.termEnd.value) },
    { title: m.what.acknowledged, width: 13, of: (line) => cells.day(line.acknowledged.value) },
    { title: m.what['invoice-day'], width: 13, of: (line) => cells.day(line.invoice.value) },
    { title: m.what['earliest-delivery'], width: 13, of: (line) => cells.day(line.earliestDelivery.value) },
    { title: m.what['latest-delivery'], width: 13, of: (line) => cells.day(line.latestDelivery.value) },
    { title: m.fields.sites, width: 24, of: (line) => text(sitesOf(view, line)) },
    { title: words.arrives, width: 36, of: (line) => text(m.fulfilment[line.fulfilment]) },
    { title: words.contact, width: 24, of: (line) => text(line.fulfilment === 'code-list-mail' ? line.contact : '') },
    { title: words.licence, width: 24, of: (line) => text(line.licence ? m.licences[line.licence] : '') },
    { title: m.fields.partNumber, width: 16, of: (line) => text(line.partNumber) },
  ]
  const table = tableOf(ui.lines, columns, lines)
  const { charge } = agreement?.summary ?? {}
  if (!money || !charge) return table
  const total = table.columns.map(({ title }, place) => (title === view.chargeLabel ? cells.sum(charge.value, 0, lines.length - 1) : place ? empty : text(ui.total)))
  return { ...table, rows: [...table.rows, total], total: true }
}

/** @param {View} view @param {OrderLine} line */
const sitesOf = (view, { sites }) => view.say.all(sites.flatMap(({ site, units }) => (site ? [`${view.names.site(site)}${sites.length > 1 ? ` (${view.say.count(units)})` : ''}`] : [])))

/** Months, then fiscal years; a year's cost is the sum of its months. @param {View} view @param {Words} words @returns {Table} */
export function budgetTable(view, words) {
  const { ui, m, say, agreement } = view
  const cells = new Cells(view)
  const { months = [], years = [] } = agreement?.budget ?? {}
  const rows = [
    ...months.map(({ month, charge }) => [text(say.month(month)), cells.day(month), empty, cells.money(charge.value)]),
    ...years.map(({ start, end, charge }) => {
      const inside = months.flatMap(({ month }, place) => (month >= start && month <= end ? [place] : []))
      const [first, last] = [inside[0], inside.at(-1)]
      return [text(ui.fiscalYear), cells.day(start), cells.day(end), first === undefined || last === undefined ? cells.money(charge.value) : cells.sum(charge.value, first, last)]
    }),
  ]
  return { title: ui.budgets, columns: [
    { title: words.period, width: 22 }, { title: m.fields.start, width: 14 }, { title: m.fields.end, width: 14 }, { title: view.chargeLabel, width: 16, number: true },
  ], rows }
}

/** @param {View} view @param {Words} words @returns {Table} */
export function needsTable(view, words) {
  const { ui, m, say, agreement } = view
  const cells = new Cells(view)
  const needs = agreement?.needs ?? []
  // Where nobody may fail, the page has no columns of chances.
  const chancy = needs.some((need) => need.least.value !== need.most.value)
  const sites = (view.input.sites ?? []).length > 1
  const table = tableOf(ui.needs, [
    { title: ui.sitting, width: 14, of: (need) => cells.day(need.sitting) },
    { title: m.fields.family, width: 14, of: (need) => text(m.families[need.family]) },
    { title: m.fields.audience, width: 14, of: (need) => text(m.audiences[need.audience]) },
    { title: m.fields.site, width: 20, of: (need) => (sites ? text(view.names.site(need.site)) : empty) },
    { title: ui.need, width: 10, number: true, of: (need) => cells.count(need.need.value) },
    { title: words.least, width: 10, number: true, of: (need) => (chancy ? cells.count(need.least.value) : empty) },
    { title: words.most, width: 10, number: true, of: (need) => (chancy ? cells.count(need.most.value) : empty) },
    { title: ui.chanceShort, width: 16, number: true, of: (need) => (chancy ? cells.percent(need.chanceShort.value) : empty) },
    { title: ui.expectedUnused, width: 16, number: true, of: (need) => (chancy ? cells.mean(need.expectedUnused.value) : empty) },
    { title: ui.coveredBy, width: 44, of: (need) => text(say.list(need.coveredBy.map((cover) => ui.fromCover(say.count(cover.exams), coverName(view, cover))))) },
    { title: words.uncovered, width: 11, number: true, of: (need) => (need.uncovered ? cells.count(need.uncovered) : empty) },
  ], needs)
  return table
}

/** @param {View} view @param {Words} words @returns {Table} */
export function groupsTable(view, words) {
  const { m, agreement } = view
  const cells = new Cells(view)
  const entries = (agreement?.groups ?? []).flatMap((group) => group.certifications.map((certification) => ({ group, certification })))
  return tableOf(m.fields.groups, [
    { title: words.group, width: 14, of: ({ group }) => text(view.names.group(group.id)) },
    { title: words.certification, width: 14, of: ({ certification }) => text(view.names.certification(certification.certification)) },
    { title: m.fields.audience, width: 14, of: ({ group }) => text(m.audiences[group.audience]) },
    { title: m.fields.site, width: 20, of: ({ group }) => text(group.site && view.names.site(group.site)) },
    { title: m.fields.people, width: 10, number: true, of: ({ group }) => cells.count(group.people.value) },
    { title: m.what['exams-per-person'], width: 10, number: true, of: ({ certification }) => cells.count(certification.examsPerPerson.value) },
    { title: m.what.attempts, width: 10, number: true, of: ({ certification }) => cells.count(certification.attempts.value) },
    { title: m.what['ready-day'], width: 16, of: ({ certification }) => cells.day(certification.ready.value) },
  ], entries)
}

/** @param {View} view @returns {Table} */
export function datesTable(view) {
  const { ui, m, agreement } = view
  const cells = new Cells(view)
  const entries = (agreement?.timeline ?? []).toSorted((a, b) => a.from.localeCompare(b.from) || a.until.localeCompare(b.until))
  return tableOf(ui.timeline, [
    { title: ui.day, width: 14, of: (entry) => cells.day(entry.from) },
    { title: ui.until, width: 14, of: (entry) => (entry.until === entry.from ? empty : cells.day(entry.until)) },
    { title: ui.event, width: 30, of: (entry) => text(m.moments[entry.moment]) },
    { title: ui.concerns, width: 50, of: (entry) => text(concernsInTable(view, entry)) },
  ], entries)
}

/** @param {View} view @param {Words} words @param {Numbered} cited @returns {Table} */
export function findingsTable(view, words, cited) {
  const { ui, m, say, plan } = view
  return tableOf(ui.findings, [
    { title: words.severity, width: 12, of: (finding) => text(m.severities[finding.severity]) },
    { title: words.finding, width: 80, of: (finding) => text(view.findingText(finding)) },
    { title: words.repairs, width: 40, of: (finding) => text(finding.repairs.map((repair) => m.repairs[repair.action](repairValue(view, repair))).join('\n')) },
    { title: words.field, width: 30, of: (finding) => text(view.labelOf(finding.path)) },
    { title: words.rules, width: 14, of: (finding) => text(say.list(finding.rules)) },
    { title: words.cites, width: 12, of: (finding) => text(cited.numbers(finding.cites)) },
  ], /** @type {Finding[]} */ (plan?.findings ?? []))
}
