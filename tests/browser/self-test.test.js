// The self-test in pages of others: under real policies and beside real hosts it names what is in the way, and with the line that it
// gives the planner works there.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPage } from './browser.js'
import { answerOf, blocks, fileHost, partner } from './hosts.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Record<string, { html: string, headers?: Record<string, string> }>} */
const pages = {}
/** @type {Awaited<ReturnType<typeof partner>>} */
let site
/** What the planner's host says with a file; tests change it. @type {(file: string) => Record<string, string>} */
let says
/** @type {Awaited<ReturnType<typeof fileHost>>} */
let host
const open = () => ({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Content-Security-Policy, X-Frame-Options' })

before(async () => {
  says = open
  ;[page, site, host] = await Promise.all([openPage(), partner(pages), fileHost({ headers: (file) => says(file) })])
})
after(() => Promise.all([page?.close(), site?.close(), host?.close()]))

/** A page of the partner with the self-test, and what that finds. @param {string} [policy] @param {string} [route] @param {string} [more] HTML @param {Record<string, string>} [headers] */
async function found(policy, route = '', more = '', headers = {}) {
  pages['/'] = {
    html: `<!doctype html><html lang="en"><title>Partner</title><body><h1>Partner</h1>${more}<script src="${host.url}embed/self-test.js" data-quiet ${route && `data-route="${route}"`}></script>`,
    headers: { ...policy ? { 'content-security-policy': policy } : {}, ...headers },
  }
  await page.driver.get(site.url)
  const result = /** @type {import('../../www/embed/checks.js').Result} */ (await page.driver.executeAsyncScript('voucherPlannerSelfTest.then(arguments[0], (error) => arguments[0](String(error)))'))
  assert.equal(typeof result, 'object', String(result))
  const { origin } = new URL(host.url)
  return {
    routes: result.routes,
    /** What does not simply work, in words: `wasm blocked policy script-src`. */
    lines: result.checks.filter(({ state }) => state !== 'works').map(({ id, state, reason, directive, detail, line }) => [id, state, reason, directive ?? line ?? detail].join(' ')),
    /** The corrected policy, with a name for the planner's host. */
    becomes: Object.values(result.routes).map(({ policies }) => policies.map(({ becomes }) => becomes.replaceAll(origin, 'PLANNER'))),
  }
}

/** @param {string} policy with PLANNER for its host */
const real = (policy) => policy.replaceAll('PLANNER', new URL(host.url).origin)

/** The planner as an element or a frame in a page under a policy: it answers. @param {string} policy @param {'element' | 'frame'} route */
async function works(policy, route) {
  const headers = { 'content-security-policy': real(policy) }
  const { file, integrity } = await (await fetch(`${host.url}embed/loader.json`)).json()
  pages['/'] = { headers, html: route === 'element'
    ? `<!doctype html><title>Partner</title><script type="module" src="${host.url}voucher-planner.js"></script><voucher-planner></voucher-planner>`
    : `<!doctype html><title>Partner</title><a class="voucher-planner" href="${host.url}">Planner</a><script src="${host.url}embed/${file}" integrity="${integrity}" crossorigin async></script>` }
  await page.driver.get(site.url)
  if (route === 'frame') await page.driver.switchTo().frame(await page.driver.wait(() => page.driver.executeScript("return document.querySelector('iframe')"), 5000))
  assert.match(await answerOf(page.driver), /\d/)
}

const withoutWorkers = 'workers note origin '

test('where nothing is forbidden both ways work; only workers are another host’s', async () => {
  const { routes, lines } = await found()
  assert.deepEqual(lines, [withoutWorkers])
  assert.deepEqual(routes, { element: { works: true, policies: [] }, frame: { works: true, policies: [] } })
})

// Each policy with what is found in its way, what it becomes, and the same for a frame.
const policies = /** @type {[string, string, string[], string, 'element' | 'frame'][]} */ ([
  ['WebAssembly', "script-src 'self' PLANNER", ['wasm blocked policy script-src', withoutWorkers, 'planner unknown waiting wasm'], "script-src 'self' PLANNER 'wasm-unsafe-eval'", 'element'],
  ['fetching', "script-src 'self' PLANNER 'wasm-unsafe-eval'; connect-src 'self'", ['files blocked policy connect-src', 'type unknown waiting files', withoutWorkers, 'planner unknown waiting files'], "script-src 'self' PLANNER 'wasm-unsafe-eval'; connect-src 'self' PLANNER", 'element'],
  ['all but scripts, by default-src', "default-src 'self'; script-src 'self' PLANNER", ['wasm blocked policy script-src', 'files blocked policy connect-src', 'type unknown waiting files', 'pictures note policy img-src', withoutWorkers, 'planner unknown waiting wasm'], "default-src 'self'; script-src 'self' PLANNER 'wasm-unsafe-eval'; connect-src 'self' PLANNER; img-src 'self' data:", 'element'],
  ['Trusted Types of other names', "require-trusted-types-for 'script'; trusted-types mine", ['names blocked policy trusted-types', withoutWorkers, 'planner unknown waiting names'], "require-trusted-types-for 'script'; trusted-types mine lit-html voucher-planner", 'element'],
  ['the rest of the host', "script-src 'self' PLANNER/planner/embed/self-test.js 'wasm-unsafe-eval'", ['scripts blocked policy script-src-elem', withoutWorkers, 'planner unknown waiting scripts'], "script-src 'self' PLANNER/planner/embed/self-test.js 'wasm-unsafe-eval' PLANNER", 'element'],
  ['frames', "default-src 'self'; script-src PLANNER; style-src 'self' 'unsafe-inline'", ['frame blocked policy frame-src', 'sandbox unknown waiting frame'], "default-src 'self'; script-src PLANNER; style-src 'self' 'unsafe-inline'; frame-src 'self' PLANNER", 'frame'],
])
for (const [what, policy, lines, becomes, route] of policies) {
  test(`a page that forbids ${what} is told so, and with the line it is given the planner works`, async () => {
    const first = await found(real(policy), route)
    assert.deepEqual(first.lines, lines)
    assert.equal(first.routes[route]?.works, false)
    assert.deepEqual(first.becomes, [[becomes]])
    const second = await found(real(becomes), route)
    assert.deepEqual(second.routes[route], { works: true, policies: [] })
    await works(becomes, route)
  })
}

test('a policy that only reports is in nobody’s way', async () => {
  const { routes } = await found(undefined, '', '', { 'content-security-policy-report-only': "default-src 'none'; trusted-types 'none'" })
  assert.deepEqual(routes, { element: { works: true, policies: [] }, frame: { works: true, policies: [] } })
})

test('where the page uses Lit itself and lets each name be taken once, names may be taken twice', async () => {
  const { becomes } = await found("require-trusted-types-for 'script'; trusted-types lit-html voucher-planner; script-src * 'unsafe-inline' 'wasm-unsafe-eval'", 'element', '<script>globalThis.litHtmlVersions = ["3"]</script>')
  assert.deepEqual(becomes, [["require-trusted-types-for 'script'; trusted-types lit-html voucher-planner 'allow-duplicates'; script-src * 'unsafe-inline' 'wasm-unsafe-eval'"]])
})

test('on the planner’s own host, which lets each name be taken once, it finds nothing in the way', async () => {
  says = () => ({ ...open(), 'content-security-policy': `${blocks('hosting.md', 'text')[0]?.trim()}; frame-src 'self'; trusted-types lit-html voucher-planner` })
  await page.driver.get(`${host.url}embed.html`)
  const button = await page.driver.wait(() => page.driver.executeScript("return document.querySelector('vp-embed-page').shadowRoot?.querySelector('.below > button')"), 10_000)
  await page.driver.executeScript('arguments[0].click()', button)
  await page.driver.wait(() => page.driver.executeScript("return 'voucherPlannerSelfTest' in window"), 10_000)
  const { checks } = /** @type {import('../../www/embed/checks.js').Result} */ (await page.driver.executeAsyncScript('voucherPlannerSelfTest.then(arguments[0])'))
  // For Safari a host would have to name itself for a sandbox.
  assert.deepEqual(checks.filter(({ id, state }) => id !== 'sandbox' && state !== 'works').map(({ id, state, reason, detail }) => [id, state, reason, detail].join(' ')), [])
  says = open
})

test('a host that gives the engine a wrong type is told the right one, and the planner works', async () => {
  says = (file) => ({ ...open(), ...file.endsWith('.wasm') ? { 'content-type': 'application/octet-stream' } : {} })
  const { routes, lines } = await found(undefined, 'element')
  assert.deepEqual(lines, ['type note type Content-Type: application/wasm', withoutWorkers])
  assert.equal(routes.element?.works, true)
  says = open
})

test('a host that gives scripts a wrong type is told the right one', async () => {
  says = (file) => ({ ...open(), ...file.endsWith('probe.js') ? { 'content-type': 'text/plain' } : {} })
  assert.ok((await found(undefined, 'element')).lines.includes('scripts blocked type Content-Type: text/javascript'))
  says = open
})

test('a host that lets no other page frame it is told whom to name', async () => {
  const { origin } = new URL(site.url)
  says = () => ({ ...open(), 'content-security-policy': "frame-ancestors 'self' https://other.example" })
  assert.ok((await found(undefined, 'frame')).lines.includes(`frame blocked refused frame-ancestors 'self' https://other.example ${origin}`))
  says = () => ({ ...open(), 'x-frame-options': 'SAMEORIGIN' })
  assert.ok((await found(undefined, 'frame')).lines.includes(`frame blocked refused frame-ancestors 'self' ${origin}`))
  says = open
})

test('the page says it to people too, in their language, and everybody can read it', async () => {
  pages['/'] = {
    html: `<!doctype html><html lang="zh-CN"><title>Partner</title><main><h1>Partner</h1><script src="${host.url}embed/self-test.js" data-route="element"></script></main>`,
    headers: { 'content-security-policy': real("script-src 'self' PLANNER; style-src 'self'") },
  }
  await page.driver.get(site.url)
  await page.driver.executeAsyncScript('voucherPlannerSelfTest.then(arguments[0])')
  const text = /** @type {string} */ (await page.driver.executeScript("return document.querySelector('.voucher-planner-self-test').shadowRoot.textContent"))
  assert.match(text, /元素目前不能在此使用/)
  assert.ok(text.includes(real("Content-Security-Policy: script-src 'self' PLANNER 'wasm-unsafe-eval'; style-src 'self'")), text)
  assert.deepEqual(await page.violations(), [])
  await page.screenshot('self-test')
})

// Last, because a browser may remember what it once read so.
test('a host that lets no other page read its files is told the header', async () => {
  says = () => ({})
  const { routes, lines } = await found()
  assert.deepEqual(lines, [
    'scripts blocked permission Access-Control-Allow-Origin: *', 'files blocked permission Access-Control-Allow-Origin: *', 'type unknown waiting files',
    withoutWorkers, 'planner unknown waiting scripts', 'sandbox note permission Access-Control-Allow-Origin: *',
  ])
  assert.equal(routes.element?.works, false)
  says = open
})
