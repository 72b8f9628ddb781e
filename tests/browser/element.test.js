// The planner as an element of a partner's page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { sample } from '../../www/samples.js'
import { openPartner } from './partner.js'

/** @type {Awaited<ReturnType<typeof openPartner>>} */
let site

const small = JSON.stringify({ version: 1, name: 'Seven', today: '2021-03-10', agreements: [{ programme: 'ees', start: '2020-07-01', end: '2021-06-30', groups: [{ people: 7, certifications: ['mos-word-2016'], sittings: [{ day: '2021-05-17' }] }] }] })

/** What a partner supplies. @param {string} name */
const partner = (name) => readFileSync(new URL(`../cases/partner/${name}.json`, import.meta.url), 'utf8')
/** People for a certification that only that partner has. */
const harbour = JSON.stringify({ version: 1, name: 'Harbour', today: '2020-09-21', agreements: [{ programme: 'ees', start: '2020-07-01', end: '2021-06-30', currency: 'USD', groups: [{ people: 50, certifications: ['harbour-digital-basics'], preparationStart: '2020-06-01', sittings: [{ day: '2020-12-07' }] }] }] })

before(async () => {
  site = await openPartner((planner) => {
    const script = `<script type="module" src="${planner}voucher-planner.js"></script>`
    const page = (/** @type {string} */ body) => `${script}${body}`
    return {
      '/plain': page('<voucher-planner id="one"></voucher-planner>'),
      '/two': page('<html lang="zh"><voucher-planner id="one"></voucher-planner><div lang="en"><voucher-planner id="two" scenario="university" theme="dark"></voucher-planner></div>'),
      '/tagged': page('<html lang="en"><voucher-planner id="one" lang="zh-CN"></voucher-planner>'),
      '/address': page('<voucher-planner id="one" scenario="/seven.json" locale="en"></voucher-planner>'),
      '/seven.json': { type: 'application/json', text: small },
      '/no-scenario.json': { type: 'application/json', text: '{"hello": 1}' },
      '/form': page('<form><voucher-planner id="one" name="plan" scenario="/seven.json"></voucher-planner><button>Send</button><input type="reset"></form><fieldset disabled><voucher-planner id="two"></voucher-planner></fieldset>'),
      '/empty': page('<form id="loose"><voucher-planner name="plan" id="one" scenario="empty"></voucher-planner></form><form id="strict"><voucher-planner required name="plan" id="two" scenario="empty"></voucher-planner></form>'),
      '/narrow': page('<div style="width: 22rem"><voucher-planner id="one"></voucher-planner></div>'),
      '/box': page('<div style="height: 300px; overflow: auto"><voucher-planner id="one"></voucher-planner></div>'),
      '/tokens': page('<style>:root { --voucher-planner-accent: rgb(1, 2, 3) } voucher-planner::part(foot) { color: rgb(4, 5, 6) }</style><voucher-planner id="one"></voucher-planner>'),
      '/partner': page('<voucher-planner id="one" locale="en" scenario="/harbour.json" catalog="/catalogue.json" prices="/prices.json"></voucher-planner><voucher-planner id="two" locale="en"></voucher-planner>'),
      '/harbour.json': { type: 'application/json', text: harbour },
      '/catalogue.json': { type: 'application/json', text: partner('catalogue') },
      '/prices.json': { type: 'application/json', text: partner('prices') },
      '/broken.json': { type: 'application/json', text: partner('catalogue').replace('"kind": "class-pack"', '"kind": "box"').replace('"HDB-100"] }]]', '"HDB-999"] }]]') },
      '/half': page('<voucher-planner id="one" locale="en" scenario="/harbour.json" catalog="/catalogue.json" prices="/negative.json"></voucher-planner>'),
      '/negative.json': { type: 'application/json', text: partner('prices').replace('1200.00', '-1') },
      '/broken': page('<voucher-planner id="one" locale="en" catalog="/broken.json" prices="/nowhere.json"></voucher-planner>'),
      '/late': '<voucher-planner id="one" scenario="university"></voucher-planner>',
      '/nothing': page('<form></form>'),
      '/twice': `${script}<script type="module" src="${planner}voucher-planner.js?again"></script><voucher-planner id="one" colour="red" onclick="1" data-x="y" theme="blue" locale="fr"></voucher-planner>`,
      '/strict': {
        type: 'text/html', text: `<!doctype html><meta charset="utf-8"><title>Strict</title><link rel="icon" href="data:,"><script src="/hears.js"></script>${script}<voucher-planner id="one"></voucher-planner>`,
        headers: { 'content-security-policy': `default-src 'none'; script-src 'self' ${new URL(planner).origin} 'wasm-unsafe-eval'; style-src 'self'; img-src data:; connect-src ${new URL(planner).origin}; require-trusted-types-for 'script'; trusted-types lit-html voucher-planner` },
      },
      '/no-wasm': {
        type: 'text/html', text: `<!doctype html><meta charset="utf-8"><title>Without WebAssembly</title><link rel="icon" href="data:,"><script src="/hears.js"></script>${script}<voucher-planner id="one"></voucher-planner>`,
        headers: { 'content-security-policy': `script-src 'self' ${new URL(planner).origin}` },
      },
    }
  })
})
after(() => site.close())

const planned = (id = 'one') => site.sees(`return document.getElementById('${id}')?.plan?.agreements[0]?.summary.examsNeeded.value`, (needed) => typeof needed === 'number', `${id} has a plan`)
const read = (/** @type {string} */ of, id = 'one') => site.asks(`return document.getElementById('${id}').shadowRoot.querySelector('${of}')?.innerText ?? null`)
/** @returns {Promise<{ name: string, from: string, detail: any }[]>} */
const heard = () => site.asks('return heard')
const types = (/** @type {string} */ label, /** @type {string} */ value, id = 'one') => site.asks(`
  const root = document.getElementById('${id}').shadowRoot
  const label = [...root.querySelectorAll('label')].find((each) => each.innerText.trim() === arguments[0])
  const field = root.getElementById(label.htmlFor)
  field.value = arguments[1]
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))`, label, value)

test('two lines of a partner plan the example', async () => {
  await site.goes('/plain')
  await planned()
  assert.match(String(await read('.headline')), /^Order 1 × Site pack 500/)
  assert.deepEqual(await site.asks('return wrong'), [])
  assert.equal(await site.asks("return document.getElementById('one').constructor.version"), '0.1.0')
  const [first] = (await heard()).filter(({ name }) => name === 'planner-change')
  assert.equal(first?.detail.version, 1)
  assert.equal(first?.detail.cause, 'host')
  assert.deepEqual(first?.detail.scenario, sample('school', 'en'))
  assert.deepEqual(first?.detail.agreements.map((/** @type {{ orders: { product: string }[] }} */ { orders }) => orders.map(({ product }) => product)), [['site-500', 'site-125-mos', 'site-125-mta']])
})

test('what a user changes is told with who changed it, and can be stored as it comes', async () => {
  await site.goes('/plain')
  await planned()
  await site.asks('heard.length = 0')
  await types('Currency', 'EUR')
  await site.sees('return heard.length')
  const [{ detail, from } = { detail: {}, from: '' }] = await heard()
  assert.equal(from, 'one')
  assert.equal(detail.cause, 'user')
  assert.equal(detail.outcome, 'planned')
  assert.equal(detail.scenario.agreements[0].currency, 'EUR')
  assert.deepEqual(await site.asks('const { detail } = heard[0]; const { detail: again } = { detail: JSON.parse(JSON.stringify(detail)) }; return JSON.stringify(again) === JSON.stringify(structuredClone(detail))'), true)
  await types('Currency', '?')
  await site.sees("return heard.at(-1).detail.outcome === 'refused'")
  assert.deepEqual((await heard()).at(-1)?.detail.agreements, [], 'the plan of before is not told as that of now')
  assert.deepEqual((await heard()).at(-1)?.detail.problems, [{ path: 'agreements[0].currency', code: 'not-a-currency' }])
})

test('two planners on a page share nothing, and each speaks the language around it', async () => {
  await site.goes('/two')
  await planned('one')
  await planned('two')
  assert.equal(await read('.bar h1', 'one'), '考试券采购规划')
  assert.equal(await read('.bar h1', 'two'), 'Voucher planner')
  await types('Currency', 'CHF', 'two')
  await site.sees("return document.getElementById('two').scenario.agreements[0].currency === 'CHF' && document.getElementById('two').plan.agreements[0].currency === 'CHF'")
  assert.equal(await site.asks("return document.getElementById('one').scenario.agreements[0].currency"), 'USD')
  const papers = await site.asks("return ['one', 'two'].map((id) => getComputedStyle(document.getElementById(id)).colorScheme)")
  assert.deepEqual(papers, ['light dark', 'dark'])
  for (const id of ['one', 'two']) await site.sees(`return document.getElementById('${id}').shadowRoot.querySelector('.what-if')?.getAttribute('aria-busy') === 'false'`, Boolean, `${id} is compared, with one engine for both`)
})

test('it speaks the language that its own tag says', async () => {
  await site.goes('/tagged')
  await planned()
  assert.equal(await read('.bar h1'), '考试券采购规划')
})

test('attributes are live', async () => {
  await site.goes('/plain')
  await planned()
  await site.asks("document.getElementById('one').setAttribute('locale', 'zh-CN')")
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.bar h1').innerText === '考试券采购规划'")
  await site.asks("document.getElementById('one').setAttribute('view', 'simple')")
  await site.sees("return !document.getElementById('one').shadowRoot.querySelector('.strip')")
  await site.asks("document.getElementById('one').setAttribute('view', 'answer')")
  await site.sees("return !document.getElementById('one').shadowRoot.querySelector('.questions, .bar')")
  assert.match(String(await read('.headline')), /订购/)
  await site.asks("document.getElementById('one').setAttribute('view', 'library')")
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.place.library')")
  await site.asks("document.getElementById('one').removeAttribute('view'); document.getElementById('one').setAttribute('scenario', '/seven.json')")
  await site.sees("return document.getElementById('one').scenario.name === 'Seven'")
  await site.sees("return document.getElementById('one').plan.agreements[0].summary.examsNeeded.value === 7")
})

test('a language that the user chooses stands in the attribute', async () => {
  await site.goes('/plain')
  await planned()
  await site.asks("[...document.getElementById('one').shadowRoot.querySelectorAll('.switch button')].find((each) => each.lang === 'zh-CN').click()")
  await site.sees("return document.getElementById('one').locale === 'zh-CN' && document.getElementById('one').getAttribute('locale') === 'zh-CN'")
})

test('a scenario comes from an address, as an object, as text, from a link, or empty', async () => {
  await site.goes('/address')
  assert.equal(await planned(), 7)
  const set = (/** @type {string} */ value) => site.asks(`document.getElementById('one').scenario = ${value}`)
  await set(`{ ...JSON.parse('${small}'), name: 'Object' }`)
  await site.sees("return document.getElementById('one').scenario.name === 'Object'")
  await set(JSON.stringify(JSON.stringify({ version: 1, shown: 1, scenarios: [{ scenario: JSON.parse(small) }, { scenario: { ...JSON.parse(small), name: 'Second' } }] })))
  await site.sees("return document.getElementById('one').scenario.name === 'Second'")
  await set("'empty'")
  await site.sees("return document.getElementById('one').scenario.name === ''")
  await set('null')
  await site.sees("return document.getElementById('one').scenario.agreements[0].name === 'Riverside schools'")
})

test('a scenario that cannot be read is told to the user and to the page, and what is shown stays', async () => {
  await site.goes('/address')
  await planned()
  await site.asks('heard.length = 0')
  for (const [source, kind, words] of [['/nowhere.json', 'status', /answered with 404/], ['http://localhost:1/x.json', 'unreachable', /could not be fetched/], ['/no-scenario.json', 'not-a-scenario', /holds no scenario/], ['{"version": 99, "agreements": []}', 'newer', /version 99/], ['{', 'not-json', /not JSON/]]) {
    await site.asks(`document.getElementById('one').scenario = arguments[0]`, source)
    await site.sees(`return heard.some(({ name, detail }) => name === 'planner-error' && detail.code === 'scenario' && detail.message.startsWith('${kind}'))`)
    await site.sees("return document.getElementById('one').shadowRoot.querySelector('.notices').innerText", (text) => /** @type {RegExp} */ (words).test(String(text)), String(words))
    assert.equal(await site.asks("return document.getElementById('one').scenario.name"), 'Seven')
  }
  await site.asks("document.getElementById('one').scenario = '/seven.json'")
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.notices').innerText === ''")
})

test('a later scenario wins over an earlier one that is still on its way', async () => {
  await site.goes('/address')
  await planned()
  await site.asks(`const one = document.getElementById('one'); one.scenario = '/seven.json'; one.scenario = { ...one.scenario, name: 'Later' }`)
  await site.sees("return document.getElementById('one').scenario.name === 'Later'")
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(await site.asks("return document.getElementById('one').scenario.name"), 'Later')
})

test('a read-only planner explains and exports, and nothing changes it but its page', async () => {
  await site.goes('/plain')
  await planned()
  await site.asks("document.getElementById('one').readonly = true")
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.questions input')?.readOnly")
  const before = await site.asks("return JSON.stringify(document.getElementById('one').scenario)")
  const root = "const root = document.getElementById('one').shadowRoot;"
  assert.deepEqual(await site.asks(`${root} return [...root.querySelectorAll('.questions :is(input, select, textarea)')].filter((each) => !each.readOnly && !each.disabled && each.checkVisibility()).map((each) => each.id)`), [])
  assert.deepEqual(await site.asks(`${root} return [...root.querySelectorAll('button.add, button.remove, button.repair')].filter((each) => each.checkVisibility()).map((each) => each.innerText)`), [])
  await types('Currency', 'EUR')
  await site.asks(`${root}
    const cell = root.querySelector('td[data-column=people]')
    cell.click()
    for (const key of ['5', 'Delete', 'F2', 'Enter']) root.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
    const data = new DataTransfer()
    data.setData('text/plain', '9')
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }))`)
  assert.equal(await site.asks("return JSON.stringify(document.getElementById('one').scenario)"), before)
  await site.asks(`${root} root.querySelector('.figure').click()`)
  await site.sees(`${root} return root.querySelector('.why, .note, [id^=note-]')?.innerText`)
  await site.asks("document.getElementById('one').scenario = 'company'")
  await site.sees("return document.getElementById('one').scenario.agreements[0].programme === 'ea'")
})

test('a form around it sends the shown scenario as the engine plans it', async () => {
  await site.goes('/form')
  await planned()
  const sent = () => site.asks("return new FormData(document.querySelector('form')).get('plan')")
  assert.deepEqual(JSON.parse(String(await sent())), JSON.parse(small))
  await types('Currency', 'EUR')
  assert.equal(JSON.parse(String(await sent())).agreements[0].currency, 'EUR')
  await types('Currency', '?')
  await site.sees("return !document.querySelector('form').checkValidity()")
  await site.asks(`const form = document.querySelector('form')
    window.sent = []
    form.addEventListener('planner-change', ({ detail }) => { sent.push(new FormData(form).get('plan') === JSON.stringify(detail.scenario)) })
    document.getElementById('one').scenario = 'company'`)
  await site.sees("return sent.length && document.getElementById('one').plan")
  assert.deepEqual(await site.asks('return [...new Set(sent)]'), [true], 'who hears of a change finds it in the form')
  await site.asks("document.querySelector('[type=reset]').click()")
  await site.sees("return document.querySelector('form').checkValidity() && document.getElementById('one').scenario.agreements[0].currency === undefined")
  assert.equal(await site.asks("return document.getElementById('one').form === document.querySelector('form')"), true)
  await planned('two')
  assert.equal(await site.asks("return document.getElementById('two').shadowRoot.querySelector('.questions input').readOnly"), true, 'a disabled fieldset reaches into it')
})

test('an unfinished scenario holds a form up only where it is required', async () => {
  await site.goes('/empty')
  await site.sees("return document.getElementById('one').problems?.length && document.getElementById('two').problems?.length")
  assert.deepEqual(await site.asks("return ['loose', 'strict'].map((id) => document.getElementById(id).checkValidity())"), [true, false])
  assert.match(String(await site.asks("return document.getElementById('two').validationMessage")), /\d+ entries/)
  await site.asks("document.getElementById('strict').requestSubmit()")
  await site.sees("return document.activeElement?.id === 'two' && document.activeElement.shadowRoot.activeElement?.matches('.questions *')", Boolean, 'whoever sends it comes to where something is missing')
  await site.asks("document.getElementById('two').readonly = true")
  await site.sees("return document.getElementById('two').checkValidity()", Boolean, 'what nobody can change keeps nobody from sending')
})

test('before its first answer a required planner is not sent, and none sends a scenario that nobody gave', async () => {
  await site.goes('/nothing')
  await site.sees("return customElements.get('voucher-planner') !== undefined")
  // In a task of the page: while a driver's own script runs, WebKit lets promises go on in between.
  assert.deepEqual(await site.driver.executeAsyncScript(`
    const done = arguments[0]
    setTimeout(() => {
      const form = document.querySelector('form')
      for (const id of ['one', 'two']) form.append(Object.assign(document.createElement('voucher-planner'), { id, name: id, required: id === 'one' }))
      done([[...new FormData(form)], document.getElementById('one').checkValidity(), document.getElementById('two').checkValidity()])
    })`), [[], false, true])
  await planned()
  await site.sees("return document.getElementById('one').checkValidity()")
  assert.deepEqual(await site.asks("return [...new FormData(document.querySelector('form')).keys()]"), ['one', 'two'])
})

test('a catalogue that is given or taken back while the engine is on its way is in force from the first answer on', async () => {
  await site.goes('/nothing')
  await site.sees("return customElements.get('voucher-planner') !== undefined")
  const [given, taken] = /** @type {boolean[]} */ (await site.driver.executeAsyncScript(`
    const [catalog, done] = arguments
    const made = (change) => {
      const planner = document.createElement('voucher-planner')
      planner.scenario = '/harbour.json'
      document.body.append(planner)
      change(planner)
      return planner.ready.then(() => Boolean(planner.engine.catalogue.supplement))
    }
    Promise.all([
      made((planner) => { planner.catalog = catalog }),
      made((planner) => { planner.catalog = catalog; planner.scenario = '/seven.json'; planner.catalog = null }),
    ]).then(done)`, partner('catalogue')))
  assert.deepEqual([given, taken], [true, false])
})

test('in a narrow column it is laid out like on a phone, however wide the window', async () => {
  await site.goes('/narrow')
  await planned()
  assert.deepEqual(await site.asks("const one = document.getElementById('one'); return [getComputedStyle(one.shadowRoot.querySelector('.sheet')).display, one.scrollWidth <= one.clientWidth]"), ['block', true])
})

test('in a box that scrolls it does not lengthen the page around', async () => {
  await site.goes('/box')
  await planned()
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.what-if')?.getAttribute('aria-busy') === 'false'")
  assert.equal(await site.asks('return document.documentElement.scrollHeight <= innerHeight'), true)
})

test('a page sets tokens wherever it likes, and styles parts', async () => {
  await site.goes('/tokens')
  await planned()
  assert.deepEqual(await site.asks("const root = document.getElementById('one').shadowRoot; return ['.link', '.foot'].map((each) => getComputedStyle(root.querySelector(each)).color)"), ['rgb(1, 2, 3)', 'rgb(4, 5, 6)'])
})

test('what was set before the element was defined counts', async () => {
  await site.goes('/late')
  await site.asks(`const one = document.getElementById('one')
    one.scenario = ${JSON.stringify(small)}
    one.locale = 'zh-CN'
    import('${site.planner}voucher-planner.js')`)
  assert.equal(await planned(), 7)
  assert.equal(await read('.bar h1'), '考试券采购规划')
})

test('a second copy, unknown attributes and unknown values break nothing, and are told', async () => {
  await site.goes('/twice')
  await planned()
  assert.deepEqual((await heard()).filter(({ name }) => name === 'planner-error').map(({ detail }) => [detail.code, detail.attribute]).sort(), [['attribute', 'locale'], ['attribute', 'theme']])
  assert.deepEqual(await site.asks('return wrong'), [])
})

test('whoever prevents an export gets the file, and nothing is saved', async () => {
  await site.goes('/plain')
  await planned()
  await site.sees("return Boolean(document.getElementById('one').later)")
  await site.asks(`const one = document.getElementById('one')
    one.addEventListener('planner-export', async (event) => { event.preventDefault(); window.file = [event.detail.name, event.detail.type, (await event.detail.blob.text()).slice(0, 12)] })
    void one.actions.save(new Blob(['a,b'], { type: 'text/csv' }), 'order.csv')`)
  assert.deepEqual(await site.sees('return window.file'), ['order.csv', 'text/csv', 'a,b'])
})

test('a listener that throws leaves the planner at work', async () => {
  await site.goes('/plain')
  await planned()
  await site.asks("document.getElementById('one').addEventListener('planner-change', () => { throw new Error('the host’s own') })")
  await types('Currency', 'SEK')
  await site.sees("return document.getElementById('one').plan.agreements[0].currency === 'SEK'")
})

test('removed and put back, it shows what it showed', async () => {
  await site.goes('/plain')
  await planned()
  await types('Currency', 'NOK')
  await site.asks("heard.length = 0; const one = document.getElementById('one'); one.remove(); document.body.append(document.createElement('hr'), one)")
  await site.sees("return heard.length && document.getElementById('one').plan.agreements[0].currency === 'NOK'")
  assert.equal((await heard())[0]?.detail.cause, 'host', 'no user has changed anything by that')
})

test('under a strict policy of the partner it plans, on the page itself where workers are forbidden', async () => {
  await site.goes('/strict')
  await planned()
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.what-if')?.getAttribute('aria-busy') === 'false'")
  const wrong = /** @type {string[]} */ (await site.asks('return wrong'))
  assert.deepEqual(wrong.filter((each) => !each.includes('worker-src')), [])
})

test('where a policy forbids WebAssembly, it says so and leads to a page of its own', async () => {
  await site.goes('/no-wasm')
  await site.sees("return document.getElementById('one').shadowRoot?.querySelector('[part=failure]')")
  assert.equal(await site.asks("return document.getElementById('one').shadowRoot.querySelector('[part=failure] a').href"), site.planner)
  const [error] = (await heard()).filter(({ name }) => name === 'planner-error')
  assert.equal(error?.detail.code, 'engine')
  assert.match(error?.detail.message, /'wasm-unsafe-eval'/)
})

test('a partner’s catalogue and prices are planned with, each planner of a page with its own', async () => {
  await site.goes('/partner')
  await planned('one')
  await planned('two')
  const orders = (/** @type {string} */ id) => site.asks(`return document.getElementById('${id}').plan.agreements[0].lines.map(({ product }) => product)`)
  assert.deepEqual(await orders('one'), ['class-60-mos'])
  assert.deepEqual(await orders('two'), ['site-500', 'site-125-mos', 'site-125-mta'])
  assert.match(String(await read('.headline', 'one')), /MOS class pack 60 by .*USD.700\.00/)
  await site.sees("return document.getElementById('one').later ? 1 : 0")
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.what-if')?.getAttribute('aria-busy') === 'false'")
  // Without it, the certification is none; with it again, it is.
  await site.asks("document.getElementById('one').catalog = null")
  await site.sees("return document.getElementById('one').problems.some(({ path }) => path.endsWith('certifications[0]'))")
  await site.asks(`document.getElementById('one').catalog = ${partner('catalogue')}`)
  await site.sees("return document.getElementById('one').problems.length === 0")
  await site.asks("document.getElementById('one').setAttribute('prices', ''), document.getElementById('one').prices = null")
  await site.sees("return document.getElementById('one').plan.agreements[0].summary.charge === null")
  assert.deepEqual(await site.asks('return wrong'), [])
})

test('of a catalogue and prices that are wrong the catalogue is taken all the same', async () => {
  await site.goes('/half')
  await planned()
  assert.deepEqual(await site.asks("return document.getElementById('one').plan.agreements[0].lines.map(({ product }) => product)"), ['class-60-mos'])
  assert.deepEqual((await heard()).filter(({ name }) => name === 'planner-error').map(({ detail }) => [detail.code, detail.problems[0].path]), [['prices', 'lists[1].prices[0].price']])
})

test('a broken catalogue is told by the places that are wrong, to the user and to the page, and the planner works without it', async () => {
  await site.goes('/broken')
  await planned()
  const errors = /** @type {{ code: string, message: string, problems?: { path: string }[] }[]} */ (await site.sees("return heard.filter(({ name }) => name === 'planner-error').map(({ detail }) => detail)", (all) => /** @type {unknown[]} */ (all).length === 2))
  assert.deepEqual(errors.map(({ code }) => code).sort(), ['catalog', 'prices'])
  assert.deepEqual(errors.find(({ code }) => code === 'catalog')?.problems?.map(({ path }) => path), ['products[0].kind'])
  const notices = await site.sees("return document.getElementById('one').shadowRoot.querySelector('.notices').innerText", (text) => /products\[0\]\.kind/.test(String(text)) && /answered with 404/.test(String(text)))
  assert.match(String(notices), /The planner works with its own catalogue/)
  await site.asks("document.getElementById('one').locale = 'zh-CN'")
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.notices').innerText", (text) => /规划工具使用自带的目录/.test(String(text)) && /products\[0\]\.kind/.test(String(text)))
  await site.asks("document.getElementById('one').catalog = '/catalogue.json'")
  await site.sees("return document.getElementById('one').catalog === '/catalogue.json' && !/products/.test(document.getElementById('one').shadowRoot.querySelector('.notices').innerText)")
})

test('on another host, where no worker of ours may start, it compares a few plans at a time, and the page gets its turn in between', async () => {
  await site.goes('/plain')
  await planned()
  await site.sees("return document.getElementById('one').shadowRoot.querySelector('.what-if')?.getAttribute('aria-busy') === 'false'")
  const [beside, turns, compared, whole] = /** @type {[boolean, number, string, string]} */ (await site.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1]
    const { engine, scenario } = document.getElementById('one')
    let turns = 0
    let going = true
    const turn = () => { if (going) { turns += 1; setTimeout(turn) } }
    setTimeout(turn)
    engine.compare(scenario).then((comparison) => {
      going = false
      done([engine.canWorkBeside, turns, JSON.stringify(comparison), JSON.stringify(engine.compareNow(scenario))])
    })`))
  assert.equal(beside, false)
  assert.ok(turns >= 3, `the page had ${turns} turns`)
  assert.equal(compared, whole)
})
