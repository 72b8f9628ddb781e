// The planner as a frame of a partner's page: a link that becomes it, messages that are believed and messages that are not.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { openPartner } from './partner.js'

/** @type {{ file: string, integrity: string }} */
const loader = JSON.parse(readFileSync(new URL('../../www/dist/embed/loader.json', import.meta.url), 'utf8'))
const small = JSON.stringify({ version: 1, name: 'Seven', today: '2021-03-10', agreements: [{ programme: 'ees', start: '2020-07-01', end: '2021-06-30', groups: [{ people: 7, certifications: ['mos-word-2016'], sittings: [{ day: '2021-05-17' }] }] }] })

/** @type {Awaited<ReturnType<typeof openPartner>>} */
let site

before(async () => {
  site = await openPartner((planner) => {
    const script = `<script src="${planner}embed/${loader.file}" integrity="${loader.integrity}" crossorigin="anonymous" defer></script>`
    const link = (/** @type {string} */ options, id = 'one') => `<a id="${id}" class="voucher-planner" href="${planner}" ${options}>Plan exam vouchers</a>`
    const framed = (/** @type {string} */ options) => `${link(options)}${script}`
    const hostOnly = (/** @type {string} */ body, /** @type {string} */ policy) => ({ type: 'text/html', text: `<!doctype html><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,"><script src="/hears.js"></script>${body}`, headers: { 'content-security-policy': policy } })
    return {
      '/plain': framed(''),
      '/two': `${link('data-locale="en"', 'one')}<p>between</p>${link('data-locale="zh-CN" data-view="simple"', 'two')}${script}${script}`,
      '/report': framed('data-report data-scenario="/seven.json" data-locale="en"'),
      '/seven.json': { type: 'application/json', text: small },
      '/partner': framed('data-report data-locale="en" data-catalog="/catalogue.json" data-prices="/prices.json"'),
      '/catalogue.json': { type: 'application/json', text: readFileSync(new URL('../cases/partner/catalogue.json', import.meta.url), 'utf8') },
      '/prices.json': { type: 'application/json', text: readFileSync(new URL('../cases/partner/prices.json', import.meta.url), 'utf8') },
      '/missing': framed('data-report data-scenario="/nowhere.json" data-locale="en"'),
      '/sandbox': framed('data-sandbox data-report data-locale="en"'),
      '/strict': hostOnly(framed('data-locale="en"'), `default-src 'none'; script-src 'self' ${new URL(planner).origin}; frame-src ${new URL(planner).origin}; img-src data:`),
      '/blocked': hostOnly(framed(''), `script-src 'self' ${new URL(planner).origin}; frame-src 'none'`),
      '/reported': { ...hostOnly(framed('data-locale="en"'), ''), headers: { 'content-security-policy-report-only': "frame-src 'none'" } },
      '/changed': `${link('')}<script src="${planner}embed/${loader.file}" integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous" defer></script>`,
      '/by-hand': `<iframe id="one" src="${planner}?locale=zh-CN&theme=dark&view=answer" width="900" height="900"></iframe>`,
      '/by-hand-report': `<iframe id="one" src="${planner}?locale=en&report" width="900" height="900"></iframe><script src="/listen.js"></script>`,
      '/listen.js': { type: 'text/javascript', text: 'window.said = []; addEventListener("message", ({ data, origin }) => said.push({ ...data, origin }))' },
      '/later': `<div id="place"></div>${script}`,
      '/link': framed('data-locale="en"').replace(`href="${planner}"`, `href="${planner}#1.${deflateRawSync(small).toString('base64url')}"`),
      '/scenario': framed('data-scenario="/seven.json" data-locale="en"'),
      '/below': `<div style="height: 20000px"></div>${framed('data-theme="light"')}`,
      '/readonly': framed('data-readonly="false"'),
      '/broken-link': `<a id="broken" class="voucher-planner" href="https://">Broken</a>${framed('')}<div id="place"></div>`,
      '/broken-source': framed('data-report data-scenario="https://" data-locale="en"'),
      '/no-json': framed('data-report data-scenario="/secret.html" data-locale="en"'),
      '/secret.html': { type: 'text/html', text: '<p>Secret of the partner' },
    }
  })
})
after(() => site.close())

/** Looks into a frame. @template T @param {string} script @param {(value: T) => boolean} [right] @param {string} [id] @returns {Promise<T>} */
async function inside(script, right = Boolean, id = '') {
  const frame = await site.driver.findElement({ css: id ? `iframe#${id}` : 'iframe' })
  await site.driver.switchTo().frame(frame)
  try {
    return await site.sees(script, right)
  } finally {
    await site.driver.switchTo().defaultContent()
  }
}
const planner = "const planner = document.querySelector('voucher-planner'); const root = planner?.shadowRoot;"
const plans = () => inside(`${planner} return planner?.plan?.agreements[0]?.summary.examsNeeded.value`, (needed) => typeof needed === 'number')
const height = () => site.asks("return document.querySelector('iframe').getBoundingClientRect().height")
/** Waits until everything is loaded and the frame is as high as it. */
async function settled() {
  await inside(`${planner} return root.querySelector('.what-if')?.getAttribute('aria-busy') === 'false'`)
  const inner = await inside("return Math.ceil(document.querySelector('voucher-planner').getBoundingClientRect().height)")
  await site.sees("return document.querySelector('iframe').getBoundingClientRect().height", (value) => value === inner)
}
/** Types a currency in the frame. @param {string} currency */
const enters = (currency) => inside(`${planner}
  const label = [...root.querySelectorAll('label')].find((each) => each.innerText.trim() === 'Currency')
  const field = root.getElementById(label.htmlFor)
  field.value = '${currency}'
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  return planner.scenario.agreements[0].currency === '${currency}'`)
/** What the panel says of what is kept, once it can. @param {RegExp} right */
const panelSays = (right) => inside(`${planner} return [...root.querySelectorAll('.foot [popover]')].map((each) => each.textContent).join(' ')`, (text) => right.test(String(text)))
/** @returns {Promise<{ name: string, detail: any }[]>} */
const heard = () => site.asks('return heard')

test('a link becomes a frame as high as what it shows', async () => {
  await site.goes('/plain')
  await plans()
  assert.equal(await site.asks("return document.querySelectorAll('a').length"), 0)
  assert.deepEqual(await site.asks("const frame = document.querySelector('iframe'); return [frame.title, frame.loading, frame.getAttribute('sandbox')]"), ['Plan exam vouchers', 'lazy', null])
  const inner = Number(await inside("return Math.ceil(document.querySelector('voucher-planner').getBoundingClientRect().height)", (value) => Number(value) > 1500))
  await site.sees("return document.querySelector('iframe').getBoundingClientRect().height", (value) => Math.abs(Number(value) - inner) < 200)
  assert.deepEqual(await site.asks('return wrong'), [])
  assert.deepEqual(await heard(), [], 'a page that did not ask hears nothing of what is entered')
})

test('it grows and shrinks with what is shown', async () => {
  await site.goes('/plain')
  await plans()
  await inside(`${planner} return Boolean(planner.later)`)
  await site.sees("return document.querySelector('iframe').getBoundingClientRect().height", (value) => Number(value) > 1500)
  await site.asks("document.querySelector('iframe').dataset.view = 'answer'")
  const full = Number(await height())
  await inside(`${planner} return !root.querySelector('.questions')`)
  await inside(`${planner} root.querySelectorAll('details').forEach((each) => { each.open = true }); return true`)
  await site.sees("return document.querySelector('iframe').getBoundingClientRect().height", (value) => Number(value) !== full)
})

test('a page that asked for it hears what is entered, once it has spoken itself', async () => {
  await site.goes('/report')
  assert.equal(await plans(), 7)
  await site.sees("return heard.some(({ name }) => name === 'planner-change')")
  const [{ detail } = { detail: {} }] = await heard()
  assert.deepEqual([detail.version, detail.outcome, detail.scenario.name], [1, 'planned', 'Seven'])
  await site.asks('heard.length = 0')
  await enters('EUR')
  await site.sees("return heard.some(({ detail }) => detail.cause === 'user' && detail.scenario.agreements[0].currency === 'EUR')")
  assert.equal(await inside(`${planner} return String(planner.keeping)`), 'undefined', 'who hears it keeps it')
  await panelSays(/keeps nothing itself\. That page can read/)
  assert.equal(await inside(`${planner} planner.choose('theme', 'dark'); return String(localStorage.getItem('voucher-planner.theme'))`), 'null')
  await site.goes('/plain')
  await plans()
  assert.deepEqual(await inside(`${planner} return [planner.keeping.state, planner.scenario.name === 'Seven']`), ['nothing', false])
})

test('what is entered in a plain frame is there again with the page around', async () => {
  await site.goes('/plain')
  await plans()
  await enters('EUR')
  await inside(`${planner} return planner.keeping?.state === 'kept'`)
  await panelSays(/kept in this browser’s database/)
  await inside(`${planner} planner.choose('theme', 'dark'); return localStorage.getItem('voucher-planner.theme') === 'dark'`)
  await site.goes('/plain')
  await plans()
  assert.equal(await inside(`${planner} return planner.scenario.agreements[0].currency`), 'EUR')
})

test('a scenario that the page around gives later is not kept in the place of what was entered', async () => {
  await site.goes('/plain')
  await plans()
  await enters('GBP')
  await inside(`${planner} return planner.keeping?.state === 'kept'`)
  await site.asks("document.querySelector('iframe').dataset.scenario = '/seven.json'")
  await inside(`${planner} return planner.scenario.name === 'Seven' && planner.plan`)
  await panelSays(/keeps nothing\. That page cannot read/)
  await enters('CHF')
  // Whoever keeps something does so now at the latest.
  await inside("dispatchEvent(new Event('blur')); return true")
  await site.asks("delete document.querySelector('iframe').dataset.scenario")
  await inside(`${planner} return planner.scenario.agreements[0].currency === 'GBP'`)
  await site.goes('/plain')
  await plans()
  assert.equal(await inside(`${planner} return planner.scenario.agreements[0].currency`), 'GBP')
  await inside(`${planner} planner.keeping.forget(); return true`)
  await inside(`${planner} return planner.keeping.state === 'nothing'`)
})

test('a frame of a shared link shows what it holds, and keeps it no more than a given scenario', async () => {
  for (const path of ['/link', '/scenario']) {
    await site.goes(path)
    assert.equal(await plans(), 7)
    await panelSays(/keeps nothing\. That page cannot read/)
  }
})

test('options of the frame are live', async () => {
  await site.goes('/report')
  await plans()
  await site.asks("const { dataset } = document.querySelector('iframe'); dataset.locale = 'zh-CN'; dataset.theme = 'dark'; dataset.readonly = ''")
  await inside(`${planner} return planner.locale === 'zh-CN' && planner.theme === 'dark' && planner.readonly`)
  await site.asks("const { dataset } = document.querySelector('iframe'); delete dataset.readonly; dataset.scenario = 'company'")
  await inside(`${planner} return !planner.readonly && planner.scenario.agreements[0].programme === 'ea'`)
})

test('what changes before the frame is there holds, and after it has loaded itself again', async () => {
  await site.goes('/below')
  await site.asks("document.querySelector('iframe').dataset.theme = 'dark'")
  await site.asks("document.querySelector('iframe').scrollIntoView()")
  await inside(`${planner} return planner?.plan && planner.theme === 'dark'`)
  await inside('window.before = true; location.reload(); return true')
  await inside(`${planner} return !window.before && planner?.plan && planner.theme === 'dark'`)
})

test('false is not read only, in the address and later', async () => {
  await site.goes('/readonly')
  await plans()
  await inside(`${planner} return !planner.readonly`)
  for (const [value, readonly] of [['', true], ['false', false]]) {
    await site.asks("document.querySelector('iframe').dataset.readonly = arguments[0]", value)
    await inside(`${planner} return planner.readonly === ${readonly}`)
  }
})

test('of two scenarios the later one is shown, however long the other takes', async () => {
  await site.goes('/report')
  await plans()
  await site.asks(`const real = window.fetch
    window.fetch = async (url) => {
      const response = await real(url)
      if (!String(url).includes('slow')) return response
      await new Promise((resolve) => { window.release = resolve })
      response.text().finally(() => { window.released = true })
      return { ok: true, text: async () => '${small.replace('Seven', 'Slow')}' }
    }
    document.querySelector('iframe').dataset.scenario = '/seven.json?slow'`)
  await site.sees('return Boolean(window.release)')
  await site.asks("document.querySelector('iframe').dataset.scenario = 'company'")
  await inside(`${planner} return planner.scenario.agreements[0].programme === 'ea'`)
  await site.asks('release()')
  await site.sees('return window.released')
  // Messages come one after the other: what was sent before this one is there before it.
  await site.asks("document.querySelector('iframe').dataset.theme = 'dark'")
  await inside(`${planner} return planner.theme === 'dark'`)
  await inside(`${planner} return planner.scenario.name !== 'Slow' && planner.scenario.agreements[0].programme === 'ea'`)
})

test('a frame that is moved is heard and told as before', async () => {
  await site.goes('/report')
  await plans()
  await settled()
  await site.asks(`heard.length = 0
    const frame = document.querySelector('iframe')
    frame.style.height = '777px'
    document.body.appendChild(document.createElement('div')).append(frame)`)
  assert.equal(await plans(), 7)
  await settled()
  await site.sees("return heard.some(({ name }) => name === 'planner-change')")
  await site.asks("document.querySelector('iframe').dataset.theme = 'dark'")
  await inside(`${planner} return planner.theme === 'dark'`)
})

test('a text that is no JSON is told on both sides, and asked of nobody', async () => {
  await site.goes('/no-json')
  await plans()
  await inside(`${planner} return root.querySelector('.notices').innerText.includes('It is not JSON')`)
  await site.sees("return heard.some(({ name, detail }) => name === 'planner-error' && detail.code === 'scenario' && detail.message === 'not-json')")
  await site.asks("document.querySelector('iframe').dataset.catalog = '/secret.html'; document.querySelector('iframe').dataset.prices = 'company'")
  for (const code of ['catalog', 'prices']) await site.sees(`return heard.some(({ name, detail }) => name === 'planner-error' && detail.code === '${code}' && detail.message === 'not-json')`)
  assert.deepEqual(await inside("return performance.getEntriesByType('resource').map(({ name }) => decodeURIComponent(name)).filter((name) => /secret|company$/i.test(name))", (found) => Array.isArray(found)), [])
})

test('the page around fetches what a partner supplies, as it may, and the frame plans with it', async () => {
  await site.goes('/partner')
  await plans()
  await inside(`${planner} return planner.engine.catalogue.products.some(({ id }) => id === 'class-60-mos') && planner.engine.catalogue.priceBook.name === 'Harbour price list 2020/21'`)
  assert.deepEqual(await site.asks('return wrong'), [])
})

test('what the page around could not fetch is told on both sides', async () => {
  await site.goes('/missing')
  await plans()
  await inside(`${planner} return root.querySelector('.notices').innerText.includes('answered with 404')`)
  await site.sees("return heard.some(({ name, detail }) => name === 'planner-error' && detail.code === 'scenario')")
})

test('a source that is no address is told like one that cannot be fetched', async () => {
  await site.goes('/broken-source')
  await plans()
  await inside(`${planner} return root.querySelector('.notices').innerText.includes('could not be fetched')`)
  await site.sees("return heard.some(({ name, detail }) => name === 'planner-error' && detail.code === 'scenario')")
})

test('a link that leads nowhere stays a link, and the others become frames', async () => {
  await site.goes('/broken-link')
  await plans()
  await site.asks(`document.getElementById('place').innerHTML = '<a class="voucher-planner" href="${site.planner}">Later</a>'`)
  await site.sees("return document.querySelector('#place iframe')?.title === 'Later'")
  assert.equal(await site.asks("return document.getElementById('broken').innerText"), 'Broken')
})

test('two frames, and the loader twice, are two planners', async () => {
  await site.goes('/two')
  await site.sees("return document.querySelectorAll('iframe').length === 2")
  await site.asks("document.querySelectorAll('iframe')[0].id = 'one'; document.querySelectorAll('iframe')[1].id = 'two'; document.querySelectorAll('iframe').forEach((each) => { each.loading = 'eager' })")
  await inside(`${planner} return planner?.plan && planner.locale === 'en'`, Boolean, 'one')
  await inside(`${planner} return planner?.plan && planner.locale === 'zh-CN' && planner.view === 'simple'`, Boolean, 'two')
})

test('a link that comes later becomes a frame too', async () => {
  await site.goes('/later')
  await site.asks(`document.getElementById('place').innerHTML = '<a class="voucher-planner" href="${site.planner}">Later</a>'`)
  await site.sees("return document.querySelector('#place iframe')?.title === 'Later'")
  await plans()
})

test('a sandboxed frame without an origin plans, compares and says that nothing is kept', async () => {
  await site.goes('/sandbox')
  await plans()
  assert.equal(await inside('return self.origin'), 'null')
  await inside(`${planner} return root.querySelector('.what-if')?.getAttribute('aria-busy') === 'false'`)
  await inside(`${planner} return [...root.querySelectorAll('.foot [popover]')].some((each) => /keeps nothing/.test(each.textContent))`)
  await site.sees("return heard.some(({ name }) => name === 'planner-change')")
  const { height: high } = await site.asks("return document.querySelector('iframe').getBoundingClientRect()")
  assert.ok(high > 1000)
})

test('a policy of the page that allows nothing but the frame is enough', async () => {
  await site.goes('/strict')
  await plans()
  assert.deepEqual(await site.asks('return wrong'), [])
})

test('where frames are forbidden the link comes back', async () => {
  await site.goes('/blocked')
  await site.sees("return document.querySelector('a')?.innerText === 'Plan exam vouchers' && !document.querySelector('iframe')")
})

test('a policy that only reports is in no frame’s way', async () => {
  await site.goes('/reported')
  await plans()
  assert.equal(await site.asks("return document.querySelectorAll('a').length"), 0)
})

test('a loader that is not the one of its hash leaves the link a link', async () => {
  await site.goes('/changed')
  await site.sees("return wrong.some((each) => /not loaded/.test(each))")
  assert.equal(await site.asks("return document.querySelector('a').innerText"), 'Plan exam vouchers')
})

test('a frame written by hand takes its options from its address', async () => {
  await site.goes('/by-hand')
  await plans()
  await inside(`${planner} return planner.locale === 'zh-CN' && planner.theme === 'dark' && !root.querySelector('.questions')`)
})

test('hostile messages change nothing and learn nothing', async () => {
  await site.goes('/by-hand-report')
  await plans()
  // The page around has not spoken: a frame that reports waits for that.
  await inside(`${planner} planner.setAttribute('scenario', 'company'); return true`)
  await inside(`${planner} return planner.plan?.agreements[0].programme === 'ea' || planner.scenario.agreements[0].programme === 'ea'`)
  assert.deepEqual(await site.asks("return said.map(({ type }) => type).filter((type) => !/:(ready|size)$/.test(type))"), [])
  // Another window than the page around, such as another frame of it.
  await site.asks(`const other = document.createElement('iframe')
    document.body.append(other)
    const script = other.contentDocument.createElement('script')
    script.textContent = 'parent.frames[0].postMessage({ type: "voucher-planner:set", version: 1, options: { locale: "zh-CN" } }, "*")'
    other.contentDocument.body.append(script)`)
  for (const data of ['null', '"voucher-planner:set"', '{ type: "voucher-planner:set" }', '{ type: "voucher-planner:set", version: 2, options: { locale: "zh-CN" } }', '{ type: "voucher-planner:set", version: 1, options: null }', '{ type: "voucher-planner:eval", version: 1, options: { locale: "zh-CN" } }', '{ type: "voucher-planner:set", version: 1, options: { locale: 5, scenario: 7, __proto__: { theme: "dark" } } }']) {
    await site.asks(`frames[0].postMessage(${data}, '*')`)
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.deepEqual(await inside(`${planner} return [planner.locale, planner.theme]`), ['en', 'auto'])
  assert.match(String(await inside(`${planner} return planner.scenario.agreements[0].programme`)), /^ea$/)
})

test('the page around believes only its own frames', async () => {
  await site.goes('/report')
  await plans()
  await settled()
  await site.asks('heard.length = 0')
  const before = await height()
  await site.asks(`const other = document.createElement('iframe')
    document.body.append(other)
    const script = other.contentDocument.createElement('script')
    script.textContent = 'for (const more of [{ type: "voucher-planner:size", height: 300 }, { type: "voucher-planner:change", detail: { version: 1 } }]) parent.postMessage({ version: 1, ...more }, "*")'
    other.contentDocument.body.append(script)
    postMessage({ type: 'voucher-planner:size', version: 1, height: 300 }, '*')
    postMessage({ type: 'voucher-planner:change', version: 1, detail: {} }, '*')`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(await height(), before)
  assert.deepEqual(await heard(), [])
  // Its own frame, when it leads elsewhere: the window is the same, the origin is not.
  await site.asks("document.querySelector('iframe').src = '/listen.js'")
  await new Promise((resolve) => setTimeout(resolve, 300))
  await inside(`parent.postMessage({ type: 'voucher-planner:size', version: 1, height: 300 }, '*'); return true`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(await height(), before)
})

test('heights beyond reason are cut', async () => {
  await site.goes('/report')
  await plans()
  await settled()
  await inside("parent.postMessage({ type: 'voucher-planner:size', version: 1, height: 1e9 }, '*'); return true")
  await site.sees("return document.querySelector('iframe').getBoundingClientRect().height", (value) => Number(value) === 30000)
  await inside("parent.postMessage({ type: 'voucher-planner:size', version: 1, height: -5 }, '*'); return true")
  await site.sees("return document.querySelector('iframe').getBoundingClientRect().height", (value) => Number(value) === 240)
  await inside("parent.postMessage({ type: 'voucher-planner:size', version: 1, height: '100vh; position: fixed' }, '*'); return true")
  await new Promise((resolve) => setTimeout(resolve, 200))
  assert.equal(await height(), 240)
})
