// The tables of what a plan rests on: entries, choices, assumptions, texts that disagree, and the sources by number.
/**
 * @import { View } from '../view.js'
 * @import { Cell, Table } from './cells.js'
 * @import { Words } from './tables.js'
 */
import { policyWords } from '../explain.js'
import { Cells, empty, link, text } from './cells.js'
import { answerText } from './summary.js'
import { tableOf } from './tables.js'

/** Numbers cited texts in the order in which they are first cited. */
export class Numbered {
  /** @type {Map<string, number>} */ #numbers = new Map()

  /** @param {string} cite */
  number(cite) {
    const number = this.#numbers.get(cite) ?? this.#numbers.size + 1
    this.#numbers.set(cite, number)
    return number
  }

  /** As they stand in a cell: `[1] [4]`. @param {string[] | undefined} cites */
  numbers(cites = []) { return cites.map((cite) => `[${this.number(cite)}]`).join(' ') }

  /** What was cited so far. */
  get cites() { return [...this.#numbers] }
}

/** What the plan is and is not: a fact in each row. @param {View} view @param {Words} words @returns {Table} */
export function coverTable(view, words) {
  const { ui, m, say, agreement, plan } = view
  const cells = new Cells(view)
  const { summary } = agreement ?? {}
  /** @type {[string, Cell][]} */
  const facts = [
    [words.answer, text(answerText(view))],
    [words.scenario, text(view.scenario.name)],
    [words.agreement, text(agreement?.name)],
    [m.fields.programme, text(view.names.programme(agreement?.programme ?? ''))],
    [m.what['agreement-start'], cells.day(agreement?.start)],
    [m.what['agreement-end'], cells.day(agreement?.end)],
    [words.plannedOn, cells.day(plan?.today)],
    [words.catalogue, cells.day(plan?.catalogue)],
    [view.withUnit(m.what['total-charge']), cells.money(summary?.charge?.value)],
    [m.what.need, cells.count(summary?.examsNeeded.value)],
    [m.what['exams-to-buy'], cells.count(summary?.examsToBuy.value)],
    [m.what['exams-bought'], cells.count(summary?.examsBought.value)],
    [m.what['exams-unused'], cells.count(summary?.examsUnused.value)],
    [ui.when, cells.day(summary?.firstOrder?.value)],
    [words.remarks, text(agreement && view.sentences(m.proofs[agreement.proof], words.yourPrices, words.notAffiliated).join(''))],
  ]
  return { title: words.sheetOf(ui.title, view.scenario.name ?? ''), columns: [{ title: words.entry, width: 26 }, { title: words.value, width: 90 }], rows: facts.filter(([, cell]) => cell !== empty).map(([label, cell]) => [text(label), cell]) }
}

/** @param {View} view @param {Words} words @param {Numbered} cited @returns {Table} */
export function assumptionsTable(view, words, cited) {
  const { ui, m, agreement, catalogue } = view
  return tableOf(ui.assumptions, [
    { title: words.assumption, width: 70, of: (each) => text(view.text(each.text)) },
    { title: words.confidence, width: 30, of: (each) => text(m.confidence[each.confidence]) },
    { title: words.cites, width: 50, of: (each) => text(cited.numbers(each.cites)) },
  ], catalogue.assumptions.filter(({ id }) => agreement?.assumptions.includes(id)))
}

/** Both sides of each disagreement, a row for each, and what the planner does. @param {View} view @param {Words} words @param {Numbered} cited @returns {Table} */
export function conflictsTable(view, words, cited) {
  const { ui, agreement, catalogue } = view
  const entries = catalogue.conflicts.filter(({ id }) => agreement?.conflicts.includes(id)).flatMap((conflict) => conflict.sides.map((side) => ({ conflict, side })))
  return tableOf(ui.conflicts, [
    { title: words.question, width: 70, of: ({ conflict }) => text(view.text(conflict.question)) },
    { title: words.cites, width: 30, of: ({ side }) => text(cited.numbers(side.cites)) },
    { title: words.side, width: 50, of: ({ side }) => text(view.text(side.text)) },
    { title: words.followed, width: 50, of: ({ conflict }) => text(view.text(conflict.resolution)) },
  ], entries)
}

/** @param {View} view @param {Words} words @param {Numbered} cited @returns {Table} */
export function leftOutTable(view, words, cited) {
  const { ui, m, agreement } = view
  const reason = /** @type {Record<string, (reason: unknown, say: unknown) => string>} */ (m.leftOut)
  return tableOf(ui.leftOut, [
    { title: words.leftOut, width: 70, of: (each) => text(view.names.product(each.product)) },
    { title: words.cites, width: 30, of: (each) => text(cited.numbers(each.cites)) },
    { title: words.reason, width: 50, of: (each) => text(reason[each.reason.kind]?.(each.reason, view.say)) },
  ], agreement?.leftOut ?? [])
}

/** Every policy with the choice made. @param {View} view @param {Words} words @returns {Table} */
export function choicesTable(view, words) {
  const { ui, m, agreement } = view
  return tableOf(ui.choicesMade, [
    { title: words.choice, width: 50, of: ({ choice }) => text(policyWords(view, choice.policy)?.name ?? m.fields.invoiceLag) },
    { title: words.chosen, width: 50, of: ({ choice }) => text(policyWords(view, choice.policy)?.choices[choice.choice] ?? String(choice.choice)) },
    { title: words.byDefault, width: 14, of: (each) => text(each.default ? words.yes : words.no) },
  ], agreement?.policies ?? [])
}

/** Fields of the scenario that say how it is kept and nothing of the plan. */
const kept = new Set(['version', 'id'])

/** What was entered, a row for each field that holds something. @param {View} view @param {Words} words @returns {Table} */
export function inputsTable(view, words) {
  /** @type {{ path: string, value: unknown }[]} */
  const entries = []
  const visit = (/** @type {unknown} */ value, /** @type {string} */ path) => {
    if (value === '' || value === undefined || value === null || kept.has(path.split('.').at(-1) ?? '')) return
    if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
      if (value.length) entries.push({ path, value })
    } else if (typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) visit(inner, Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name)
    } else entries.push({ path, value })
  }
  visit(view.scenario, '')
  return tableOf(view.ui.questions, [
    { title: words.entry, width: 50, of: ({ path }) => text(path === 'name' ? words.scenario : path === `${view.path}.name` ? words.agreement : view.labelOf(path)) },
    { title: words.value, width: 50, of: ({ path, value }) => entered(view, path, value) },
  ], entries)
}

/** What stands in a field, with the names that the page has for ids. @param {View} view @param {string} path @param {unknown} value @returns {Cell} */
function entered(view, path, value) {
  const cells = new Cells(view)
  const name = path.match(/(\w+)(?:\[\d+\])?$/)?.[1] ?? ''
  if (Array.isArray(value)) return text(view.say.list(value.map((each) => named(view, path, name, String(each)))))
  const written = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return cells.day(written)
  // What a part or a person is called may be digits too.
  if (/^(0|[1-9]\d{0,11})$/.test(written) && !['name', 'partNumber', 'noticesContact'].includes(name)) return cells.count(Number(written))
  return text(named(view, path, name, written))
}

/** @param {View} view @param {string} path @param {string} name @param {string} value */
function named(view, path, name, value) {
  const { m, names } = view
  const of = (/** @type {Record<string, string>} */ words) => words[value] ?? value
  if (path.includes('.policies.')) return /** @type {Record<string, { choices: Record<string, string> }>} */ (m.policies)[name]?.choices[value] ?? value
  switch (name) {
    case 'programme': return names.programme(value)
    case 'certifications': case 'held': return names.certification(value)
    case 'product': return names.product(value)
    case 'site': return names.site(value)
    case 'audience': return of(m.audiences)
    case 'family': return of(m.families)
    case 'weekend': return of(m.weekdays)
    case 'holidays': case 'workingDays': return /^\d{4}-\d\d-\d\d$/.test(value) ? view.say.shortDay(value) : value
    default: return value
  }
}

/** What was cited, with links. Made last: the other tables say what is cited. @param {View} view @param {Words} words @param {Numbered} cited @returns {Table} */
export function sourcesTable(view, words, cited) {
  const { ui, m, catalogue } = view
  const cells = new Cells(view)
  const entries = cited.cites.flatMap(([cite, number]) => {
    const [id, part] = cite.split('#')
    const source = catalogue.sources.find((each) => each.id === id)
    return source ? [{ number, source, section: source.sections?.find((each) => each.id === part) }] : []
  })
  return tableOf(ui.sources, [
    { title: words.number, width: 6, number: true, of: ({ number }) => cells.count(number) },
    { title: words.source, width: 60, of: ({ source }) => link(source.url, source.title) },
    { title: words.section, width: 40, of: ({ section }) => text(section?.title) },
    { title: words.published, width: 14, of: ({ source }) => text(source.published) },
    { title: words.read, width: 14, of: ({ source }) => cells.day(source.read) },
    { title: words.confidence, width: 26, of: ({ source }) => text(m.confidence[source.confidence]) },
  ], entries)
}

/** What the calculation of a plan cites: its figures, and the rules behind them. @param {View} view @param {Numbered} cited */
export function citeFigures(view, cited) {
  const rules = new Set(view.plan?.figures.flatMap(({ rules: used = [] }) => used))
  for (const { cites = [] } of view.plan?.figures ?? []) cites.forEach((cite) => cited.number(cite))
  for (const { id, cites } of view.catalogue.rules) if (rules.has(id)) cites.forEach((cite) => cited.number(cite))
}
