// A partner's catalogue and prices through the package and the page: a reseller that is made up, with made-up prices.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { suppliedProblems } from '../www/embed/supplied.js'
import { Engine } from '../www/engine.js'
import * as later from '../www/later.js'
import enFirst from '../www/messages/en/first.js'
import enLater from '../www/messages/en/later.js'
import enSupplied from '../www/messages/en/supplied.js'
import zhSupplied from '../www/messages/zh-CN/supplied.js'
import zhFirst from '../www/messages/zh-CN/first.js'
import zhLater from '../www/messages/zh-CN/later.js'
import { together } from '../www/messages/together.js'
import { priceOf, singlePriceOf } from '../www/price-book.js'
import { Say } from '../www/say.js'
import { deskWith } from '../www/state/desk.js'
import { View } from '../www/view.js'
import { draw } from '../www/view/library.js'
import { brokenDocuments, read, reseller } from './broken.js'

const { catalogue, compare, facts, plan, planText, amend, planner, schema } = await import(new URL('../www/pkg/node.js', import.meta.url).href)

const school = (/** @type {number} */ people, /** @type {object} */ more = {}) => ({ version: 1, today: '2020-09-21', agreements: [{
  programme: 'ees', start: '2020-07-01', end: '2021-06-30', currency: 'USD', ...more,
  groups: [{ people, certifications: ['mos-word-2016'], preparationStart: '2020-06-01', sittings: [{ day: '2020-12-07' }] }],
}] })

/** @param {object} supplied */
async function ready(supplied) {
  const reply = await planner(supplied)
  assert.equal(reply.outcome, 'ready', JSON.stringify(reply.problems))
  return reply.planner
}

const charges = (/** @type {any} */ reply) => reply.plan.agreements[0].lines.map((/** @type {any} */ { product, charge }) => [product, charge?.value])

test('with nothing supplied a planner answers as the module does, to the byte', async () => {
  const empty = await ready({})
  const scenario = school(501)
  for (const nodes of [undefined, 7]) {
    assert.equal(JSON.stringify(empty.plan(scenario, nodes)), JSON.stringify(plan(scenario, nodes)))
    assert.equal(empty.planText(JSON.stringify(scenario), nodes), planText(JSON.stringify(scenario), nodes))
    assert.equal(JSON.stringify(empty.compare(scenario, nodes)), JSON.stringify(compare(scenario, nodes)))
  }
  assert.equal(JSON.stringify(empty.amend(school(7), scenario)), JSON.stringify(amend(school(7), scenario)))
  assert.equal(empty.planText('{"version":'), planText('{"version":'))
  assert.deepEqual(empty.plan(undefined), plan(undefined))
  assert.deepEqual(empty.facts(), facts())
  assert.deepEqual(await empty.catalogue(), await catalogue())
  assert.deepEqual([empty.supplement, empty.prices], [null, null])
})

test('several planners live side by side, each with its own catalogue and prices', async () => {
  const before = JSON.stringify(plan(school(60)))
  const one = await ready(reseller)
  const prices = { ...reseller.prices, name: 'Another list', lists: [], prices: [{ product: 'class-60-mos', price: 600 }] }
  const [two, three] = await Promise.all([ready({ catalogue: read('catalogue'), prices }), ready({ prices: { version: 1, name: 'Ours', date: '2020-09-01', currency: 'USD', prices: [{ product: 'site-500', price: '9000' }] } })])
  assert.deepEqual(charges(one.plan(school(60))), [['class-60-mos', 70000]])
  assert.deepEqual(charges(two.plan(school(60))), [['class-60-mos', 35000]])
  const site = { sites: [{ id: 'high', testCentreFrom: '2019-08-01' }] }
  assert.deepEqual(charges(three.plan(school(60, site))), [['site-500', 450000]])
  assert.deepEqual(charges(one.plan(school(60))), [['class-60-mos', 70000]])
  assert.equal(JSON.stringify(plan(school(60))), before)
  assert.equal(three.facts().products.some((/** @type {{ id: string }} */ { id }) => id === 'class-60-mos'), false)
})

test('a planner says what is the partner’s, what it takes the place of, and where it was read', async () => {
  const made = await ready(reseller)
  assert.equal(made.facts().products.at(-1).id, 'class-60-mos')
  const whole = await made.catalogue()
  assert.ok(!whole.products.some((/** @type {{ id: string }} */ { id }) => id === 'e-reference'))
  assert.equal(whole.sources.at(-1).title, 'Harbour Learning, terms of sale 2020/21')
  const { name, date, base, sources, changes } = made.supplement
  assert.deepEqual({ name, date, base, sources }, { name: 'Harbour Learning', date: '2020-09-01', base: 'embedded', sources: ['harbour-terms'] })
  assert.deepEqual(changes.find((/** @type {{ kind: string }} */ { kind }) => kind === 'replaced'), { kind: 'replaced', list: 'exams', id: '98-366', path: 'exams[1]', cites: ['exam-catalogue', 'harbour-terms#dates'], before: ['exam-catalogue', 'mta-retirement'] })
  // What somebody does to one copy changes no other.
  whole.products.length = 0
  assert.ok((await made.catalogue()).products.length)
  assert.ok(Object.isFrozen(made))
})

test('the same documents give the same replies, parsed or as text, in whatever order their fields stand', async () => {
  const turned = (/** @type {any} */ value) => (Array.isArray(value) ? value.map(turned) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, turned(each)])) : value)
  const made = await Promise.all([reseller, { catalogue: read('catalogue'), prices: read('prices') }, turned(reseller)].map(ready))
  const replies = new Set(made.map((each) => each.engine + JSON.stringify([each.plan(school(100)), each.compare(school(100))])))
  assert.equal(replies.size, 1)
})

test('what is wrong is said at once, each at its field, by a code and in words', async () => {
  const reply = await planner({
    catalogue: { ...reseller.catalogue, without: { products: ['e-book'] }, links: [{ ...reseller.catalogue.links[0], url: 'http://harbour-learning.example' }] },
    prices: { ...reseller.prices, prices: [{ product: 'site-125-mos', price: '33.000,00' }] },
  })
  assert.deepEqual(reply, { outcome: 'refused', problems: [
    { document: 'catalogue', path: 'without.products[0]', code: 'unknown', id: 'e-book', message: 'nothing has the id `e-book`' },
    { document: 'catalogue', path: 'links[0].url', code: 'unsafe-url', message: 'an address starts with https: or mailto:' },
    { document: 'prices', path: 'prices[0].price', code: 'not-a-number', message: 'not a number' },
  ] })
  const { problems } = await planner({ catalogue: { ...reseller.catalogue, base: 'nothing', links: [{ ...reseller.catalogue.links[0], colour: 'blue' }] } })
  assert.deepEqual(problems, [
    { document: 'catalogue', path: 'base', code: 'malformed', detail: 'unknown variant `nothing`, expected one of `embedded`, `none`', mistake: { kind: 'unknown-choice', choice: 'nothing', known: ['embedded', 'none'] }, message: 'unknown variant `nothing`, expected one of `embedded`, `none`' },
    { document: 'catalogue', path: 'links[0].colour', code: 'malformed', detail: 'unknown field `colour`, expected one of `topic`, `text`, `url`, `cites`', mistake: { kind: 'unknown-field', field: 'colour', known: ['topic', 'text', 'url', 'cites'] }, message: 'unknown field `colour`, expected one of `topic`, `text`, `url`, `cites`' },
  ])
  for (const nothing of ['', '{', 'null', 7, []]) assert.equal((await planner({ catalogue: nothing, prices: nothing })).outcome, 'refused', JSON.stringify(nothing))
})

test('what is supplied under a name that nobody knows makes no planner', async () => {
  await assert.rejects(planner({ catalog: reseller.catalogue, prices: reseller.prices }), { name: 'TypeError', message: 'A planner is made from catalogue and prices, not from catalog.' })
})

test('the schemas of both documents come with the package', async () => {
  for (const name of ['partner-catalogue', 'price-book']) {
    assert.equal(await schema(name), readFileSync(new URL(`../www/schema/${name}.json`, import.meta.url), 'utf8').trim())
  }
})

test('the page shows the price that the engine takes', async () => {
  const made = await ready(reseller)
  const engine = new Engine(made)
  const scenario = school(60)
  const asking = { catalogue: engine.catalogue, input: scenario.agreements[0] }
  assert.equal(priceOf(asking, 'class-60-mos')?.price, '1200.00')
  assert.equal(priceOf(asking, 'site-500')?.price, '9000')
  assert.equal(priceOf(asking, 'site-125-mos')?.price, '3300.00')
  assert.equal(singlePriceOf(asking, 'mos'), '30')
  const { figures } = made.plan(scenario).plan
  const unit = figures.find((/** @type {any} */ { what }) => what === 'unit-price')
  assert.deepEqual([unit.value.minor, unit.step], [120000, { kind: 'price-book', name: 'Harbour price list 2020/21', date: '2020-09-01', path: 'lists[1].prices[0].price' }])
  for (const [currency, price] of [['', '1200.00'], ['usd', '1200.00'], ['EUR', undefined]]) {
    assert.equal(priceOf({ ...asking, input: { ...asking.input, currency } }, 'class-60-mos')?.price, price)
    assert.equal(charges(made.plan(school(60, { currency })))[0][1], price && 70000)
  }
  assert.equal(priceOf({ ...asking, input: { ...asking.input, programme: 'ovs-es' } }, 'class-60-mos')?.price, '1400')
})

test('of lists of prices the page takes the one that the engine takes', async () => {
  const list = (/** @type {string | undefined} */ segment, /** @type {number} */ price, /** @type {string[] | undefined} */ programmes) => ({ segment, programmes, prices: [{ product: 'class-60-mos', price }] })
  const [any, segment, named] = [list('any', 2400, undefined), list('academic', 1200, undefined), list('any', 600, ['ees'])]
  for (const [lists, price] of /** @type {const} */ ([[[any], 2400], [[any, segment], 1200], [[any, segment, named], 600], [[segment, any], 1200]])) {
    const made = await ready({ ...reseller, prices: { ...reseller.prices, lists, prices: [{ product: 'class-60-mos', price: 12 }] } })
    assert.equal(Number(priceOf({ catalogue: new Engine(made).catalogue, input: school(60).agreements[0] ?? {} }, 'class-60-mos')?.price), price)
    assert.deepEqual(charges(made.plan(school(60))), [['class-60-mos', price * 100 * 7 / 12]])
  }
})

test('the engine beside the page is made from the same text', async () => {
  const made = await ready(reseller)
  const { Supplied } = await import(new URL('../www/pkg/voucher_planner.js', import.meta.url).href)
  assert.deepEqual(new Supplied(made.engine).ask('plan', school(60), undefined, undefined), made.plan(school(60)))
  const { Background } = await import('../www/background.js')
  /** @type {unknown[]} */
  const posted = []
  const start = () => /** @type {Worker} */ (/** @type {unknown} */ ({ postMessage: (/** @type {unknown} */ message) => posted.push(message), terminate() {} }))
  const engine = new Engine({ plan, compare, amend, facts, catalogue }, { background: new Background(start) }).with(made)
  assert.equal(engine.catalogue.supplement?.name, 'Harbour Learning')
  void engine.planBeside(school(60))
  assert.deepEqual(posted, [{ supplied: made.engine }, { task: 'plan', scenario: school(60), nodes: undefined }])
})

/** What a template says, with its markup. @param {any} drawn @returns {string} */
const written = (drawn) => (Array.isArray(drawn) ? drawn.map(written).join('')
  : drawn?.strings ? drawn.strings.map((/** @type {string} */ text, /** @type {number} */ index) => text + written(drawn.values[index])).join('')
    : typeof drawn?.values?.at(-1) === 'function' ? drawn.values[0].map(drawn.values.at(-1)).map(written).join('') // repeat(items, key, template)
      : ['string', 'number'].includes(typeof drawn) ? String(drawn) : '')

/** What a line says without the names and values it speaks of. @param {string} line @param {import('../www/pkg/index.js').SupplyProblem} problem */
function ownWords(line, problem) {
  const { message, code, document, ...named } = problem
  const { detail, mistake: { kind, what, found, expected, ...of } = {}, ...rest } = /** @type {any} */ (named)
  /** @param {unknown} value @returns {string[]} */
  const texts = (value) => (typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [])
  const spoken = [...texts([of, rest]), 'JSON', 'https:', 'mailto:', 'CNY'].filter(Boolean).sort((a, b) => b.length - a.length)
  return spoken.reduce((left, text) => left.replaceAll(text, ''), line)
}

for (const language of /** @type {const} */ (['en', 'zh-CN'])) {
  test(`the page says in ${language} what is the partner’s: in reasons, in the library, beside empty prices`, async () => {
    const engine = new Engine(await ready(reseller))
    await engine.readTexts()
    const draw1 = (/** @type {any} */ scenario, /** @type {ReadonlyMap<string, any>} */ notes = new Map()) => new View({
      desk: deskWith(scenario), scenario, current: 0, catalogue: engine.catalogue, plan: /** @type {any} */ (engine.plan(scenario)).plan, problems: [], comparison: undefined, crashed: false, busy: false, halted: false, stopped: false,
      reserved: 0, touched: new Set(), notes, expanded: new Set(), printing: false, messages: language === 'en' ? together(enFirst, enLater) : together(zhFirst, zhLater), later, say: new Say(language), actions: /** @type {any} */ ({}),
    })
    const view = draw1(school(60), new Map([['here', 'unit-price']]))
    view.shown.set('here unit-price', view.plan?.figures.findIndex(({ what }) => what === 'unit-price') ?? -1)
    const day = new Say(language).day('2020-09-01')
    const reason = written(later.reason(view, 'here'))
    assert.ok(reason.includes('Harbour price list 2020/21') && reason.includes(day), reason)
    const library = written(draw(view))
    for (const text of ['Harbour Learning</span>', 'Harbour price list 2020/21', view.names.product('class-60-mos'), 'e-reference', language === 'en' ? 'takes the place of' : '原先依据']) {
      assert.ok(library.replace(/\s+/g, ' ').includes(text), text)
    }
    const prices = written(later.pricesQuestion(view))
    assert.match(prices, /placeholder=1200\.00/)
    const other = draw1(school(60, { currency: 'EUR' }))
    const finding = /** @type {import('../www/view.js').Finding} */ (other.plan?.findings.find(({ code }) => /** @type {any} */ (code) === 'prices-in-other-currency'))
    assert.ok(other.findingText(finding).includes('USD'))
    assert.doesNotMatch(written(later.pricesQuestion(other)), /placeholder=1200\.00/)
  })

  test(`whatever is wrong with what was supplied can be said in ${language}`, async () => {
    const codes = new Set()
    const kinds = new Set()
    /** @param {import('../www/pkg/index.js').SupplyProblem[]} problems */
    const said = async (problems) => {
      const lines = (await suppliedProblems(problems, language)).flatMap((section) => section.lines)
      assert.equal(lines.length, problems.length)
      for (const [index, line] of lines.entries()) {
        const problem = /** @type {(typeof problems)[number]} */ (problems[index])
        assert.ok(line.includes(problem.path) && !/undefined|\[object/.test(line), line)
        codes.add(problem.code)
        if (problem.code === 'malformed') kinds.add(problem.mistake.kind)
        if (language === 'en') continue
        assert.match(line, /\p{Script=Han}/u)
        assert.doesNotMatch(ownWords(line, problem), /\p{Script=Latin}/u, line)
      }
    }
    const text = read('catalogue')
    for (const broken of [text.slice(0, 700), text.replace('"name"', '"version"'), JSON.stringify(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [index, 0])))]) await said((await planner({ catalogue: broken })).problems)
    for (const { document, documents } of brokenDocuments()) {
      const { problems } = await planner(document === 'prices' ? documents : { catalogue: documents.catalogue })
      await said(problems)
    }
    const words = language === 'en' ? enSupplied : zhSupplied
    assert.deepEqual(Object.keys(words.problems).filter((code) => !codes.has(code)), [])
    assert.deepEqual(Object.keys(words.mistakes).filter((kind) => !kinds.has(kind)), [])
  })
}

test('the example of the README prints what it says', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const section = readme.slice(readme.indexOf('## A partner'))
  const [, code = '', printed = ''] = /```js\n(.*?)```.*?```text\n(.*?)```/su.exec(section) ?? []
  const module = code.replace("'voucher-planner'", JSON.stringify(new URL('../www/pkg/node.js', import.meta.url).href))
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', module], { encoding: 'utf8' })
  assert.equal(said, printed)
})
