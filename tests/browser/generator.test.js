// The page that makes embed code: everybody can use it, under a strict policy; and what it makes, put into pages of others, works there.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { By } from 'selenium-webdriver'
import { openPage } from './browser.js'
import { answerOf, blocks, dist, fileHost, partner } from './hosts.js'

const [strict = ''] = blocks('hosting.md', 'text')
/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Record<string, { html: string, headers?: Record<string, string>, type?: string }>} */
const pages = {}
/** @type {Awaited<ReturnType<typeof partner>>} */
let site
/** The planner's host, as the guide says, but that the embed page may have frames only where a test says so. @type {Awaited<ReturnType<typeof fileHost>>} */
let host
let frames = true
/** What stands beside 'self' in its policy. */
let named = ''

before(async () => {
  const says = (/** @type {string} */ file) => ({ 'access-control-allow-origin': '*', 'content-security-policy': `${strict.trim().replace(/'self'/g, `'self'${named}`)};${frames && file === 'embed.html' ? " frame-src 'self';" : ''} frame-ancestors *` })
  ;[page, site, host] = await Promise.all([openPage(), partner(pages), fileHost({ headers: says })])
})
after(() => Promise.all([page?.close(), site?.close(), host?.close()]))

/** Opens the page in a language. @param {string} language */
async function open(language = 'en') {
  await page.driver.get(`${host.url}embed.html`)
  await page.driver.executeScript('localStorage.setItem("voucher-planner.language", arguments[0])', language)
  await page.complaints()
  await page.driver.navigate().refresh()
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('vp-embed-page').shadowRoot?.querySelector('pre code') != null"), 10_000)
}

/** Chooses a way and enters what is wished, by the ids of fields. @param {string} route @param {Record<string, string | boolean>} [wishes] */
async function wish(route, wishes = {}) {
  await page.driver.executeScript(`
    const root = document.querySelector('vp-embed-page').shadowRoot
    root.querySelector('input[value="' + arguments[0] + '"]').click()`, route)
  for (const [id, value] of Object.entries(wishes)) {
    await page.driver.executeScript(`
      const field = document.querySelector('vp-embed-page').shadowRoot.getElementById(arguments[0])
      if (!field) throw new Error('there is no ' + arguments[0])
      if (field.type === 'checkbox') field.click()
      else {
        field.value = arguments[1]
        field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }))
      }`, id, value)
  }
  return lines()
}

/** The blocks to copy, by what stands over them. @returns {Promise<Record<string, string>>} */
const lines = () => page.driver.executeScript(`
  const blocks = [...document.querySelector('vp-embed-page').shadowRoot.querySelectorAll('.outcome .code')]
  return Object.fromEntries(blocks.map((block) => [block.querySelector('h3').textContent, block.querySelector('code').textContent]))`)

/** A partner's page of these lines, under the policy that they say is enough, and a style sheet. @param {Record<string, string>} made @param {string} [own] what the partner's own page needs */
async function visit(made, own = "style-src 'self'") {
  pages['/style.css'] = { html: made['In your style sheet'] ?? '', type: 'text/css' }
  pages['/'] = {
    html: `<!doctype html><html lang="en"><title>Partner</title><link rel="stylesheet" href="style.css"><script src="hear.js"></script>${made['In your page']}`,
    headers: { 'content-security-policy': `default-src 'none'; ${own}; ${String(made['Content-Security-Policy'] ?? '').replace('script-src', "script-src 'self'")}` },
  }
  pages['/hear.js'] = { html: "globalThis.heard = []; addEventListener('planner-change', ({ detail }) => heard.push(detail))", type: 'text/javascript' }
  await page.complaints()
  await page.driver.get(site.url)
}

/** But for a picture in the browser's tab, and workers, which are another host's. */
const complaints = async () => (await page.complaints()).filter((line) => !/favicon|Failed to construct 'Worker'/.test(line))

/** @param {number} width */
const resizes = (width) => ('resizes' in page ? page.resizes(width, 900) : page.driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 700 }))

test('the page of a strict host shows the element, and nothing complains', async () => {
  await open()
  assert.match(await answerOf(page.driver), /\d/)
  assert.deepEqual(await complaints(), [])
})

for (const [language, width] of /** @type {const} */ ([['en', 1280], ['zh-CN', 360]])) {
  test(`everybody can use it in ${language}, ${width} pixels wide`, async () => {
    await open(language)
    await resizes(width)
    // Of the planner only its answer: other tests look at the rest.
    await wish('element', { view: 'answer' })
    await answerOf(page.driver)
    await page.driver.executeScript("document.querySelector('vp-embed-page').shadowRoot.querySelectorAll('details').forEach((details) => { details.open = true })")
    assert.deepEqual(await page.violations(), [])
    assert.equal(await page.driver.executeScript('return document.documentElement.scrollWidth > innerWidth'), false, 'nothing is wider than the window')
    await resizes(1280)
  })
}

test('an element of these lines answers in another page, with what was wished', async () => {
  await open()
  const made = await wish('element', { locale: 'zh-CN', view: 'simple', scenario: 'university', 'token-accent': '#b3261e', readonly: true })
  assert.match(made['In your page'] ?? '', /^<script type="module" src="http:.*voucher-planner\.js"><\/script>\n<voucher-planner locale="zh-CN" view="simple" readonly scenario="university">/)
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('vp-embed-page voucher-planner')?.locale === 'zh-CN'"), 5000, 'the preview follows')
  await visit(made)
  assert.match(await answerOf(page.driver), /订购/)
  assert.deepEqual(await page.driver.executeScript(`
    const planner = document.querySelector('voucher-planner')
    return [planner.readonly, planner.view, getComputedStyle(planner).getPropertyValue('--vp-accent').trim(), heard.at(-1).outcome]`), [true, 'simple', '#b3261e', 'planned'])
  assert.deepEqual(await complaints(), [])
})

test('a frame of these lines answers in another page, and tells it what was wished', async () => {
  await open()
  const made = await wish('frame', { theme: 'dark', view: 'answer', scenario: 'company', report: true })
  const { file, integrity } = JSON.parse(readFileSync(join(dist, 'embed/loader.json'), 'utf8'))
  assert.ok(made['In your page']?.includes(`embed/${file}" integrity="${integrity}"`), made['In your page'])
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('vp-embed-page iframe') !== null"), 5000, 'the preview is a frame')
  await visit(made)
  await page.driver.wait(() => page.driver.executeScript('return heard.length > 0'), 10_000, 'the page hears nothing')
  assert.equal(await page.driver.executeScript('return heard.at(-1).outcome'), 'planned')
  await page.driver.switchTo().frame(await page.driver.findElement(By.css('iframe')))
  assert.match(await answerOf(page.driver), /\d/)
  assert.equal(await page.driver.executeScript("return getComputedStyle(document.querySelector('voucher-planner')).colorScheme"), 'dark')
  assert.deepEqual(await complaints(), [])
})

test('a sandboxed frame of these lines answers too', async () => {
  await open()
  const made = await wish('frame', { sandbox: true })
  // Every browser shows it of a host that names itself.
  named = ` ${new URL(host.url).origin}`
  await visit(made)
  await page.driver.switchTo().frame(await page.driver.wait(() => page.driver.executeScript("return document.querySelector('iframe[sandbox]')"), 5000))
  assert.match(await answerOf(page.driver), /\d/)
  named = ''
})

const manifest = join(dist, '../pkg/package.json')
test('the package’s lines name what the package has', { skip: existsSync(manifest) && './element' in JSON.parse(readFileSync(manifest, 'utf8')).exports ? false : 'this package has no element' }, async () => {
  await open()
  const made = await wish('package')
  assert.deepEqual([made['In a terminal'], made['In your script']], ['npm install voucher-planner', "import 'voucher-planner/element'"])
})

test('the single file’s line leads to a planner that answers', { skip: existsSync(join(dist, 'voucher-planner.html')) ? false : 'there is no single file' }, async () => {
  await open()
  const made = await wish('file')
  assert.equal(made['In your page'], '<a href="voucher-planner.html">Plan exam vouchers</a>')
  pages['/voucher-planner.html'] = { html: readFileSync(join(dist, 'voucher-planner.html'), 'utf8') }
  await visit(made)
  await page.driver.findElement(By.css('a')).click()
  assert.match(await answerOf(page.driver), /\d/)
})

test('somebody’s own policy is merged, and a wrong address is told at its field', async () => {
  await open()
  const { origin } = new URL(host.url)
  const made = await wish('element', { policy: "Content-Security-Policy: default-src 'self'; script-src 'self'" })
  assert.equal(made['Your policy, with what it lacks'], `default-src 'self'; script-src 'self' ${origin} 'wasm-unsafe-eval'; connect-src 'self' ${origin}; img-src 'self' data:`)
  await wish('element', { host: 'planner' })
  const said = await page.driver.executeScript("return document.querySelector('vp-embed-page').shadowRoot.getElementById('host-said').textContent.trim()")
  assert.match(String(said), /^This is no address/)
})

test('an address that was copied from a browser leads to the planner’s folder', async () => {
  await open()
  for (const [pasted, folder] of [['https://planner.example/a?x=1', 'https://planner.example/a/'], ['https://planner.example/a/index.html#1.abc', 'https://planner.example/a/'], ['https://planner.example/a/embed.html?x=/y', 'https://planner.example/a/'], ['https://planner.example', 'https://planner.example/'], ['https://planner.example/v1.2', 'https://planner.example/v1.2/']]) {
    const made = await wish('element', { host: pasted ?? '' })
    assert.ok(made['In your page']?.startsWith(`<script type="module" src="${folder}voucher-planner.js">`), `${pasted}: ${made['In your page']}`)
  }
})

test('a value that is not closed is told at its field, and stays out of the style sheet', async () => {
  await open()
  for (const [id, value] of [['token-accent', 'rgb(1,2,3'], ['token-accent', 'red/*'], ['token-font', '"Georgia'], ['token-font', 'Georgia\\']]) {
    const made = await wish('element', { 'token-paper': 'white', [id ?? '']: value ?? '' })
    assert.equal(made['In your style sheet'], 'voucher-planner {\n  --voucher-planner-paper: white;\n}', value)
    assert.equal(await page.driver.executeScript("return document.querySelector('vp-embed-page').shadowRoot.getElementById(arguments[0]).getAttribute('aria-invalid')", id), 'true')
    await wish('element', { [id ?? '']: '' })
  }
  const made = await wish('element', { 'token-paper': 'light-dark(rgb(1 2 3), #fff)', 'token-font': '"A, b", serif' })
  assert.equal(made['In your style sheet'], 'voucher-planner {\n  --voucher-planner-paper: light-dark(rgb(1 2 3), #fff);\n  --voucher-planner-font: "A, b", serif;\n}')
})

test('the loader of another host is what that host says, and until then not that of a third', async () => {
  await open()
  const { file } = JSON.parse(readFileSync(join(dist, 'embed/loader.json'), 'utf8'))
  const said = () => page.driver.executeScript("return document.querySelector('vp-embed-page').shadowRoot.getElementById('host-said').textContent.trim()")
  /** @param {string} address */
  const leaves = async (address) => {
    await wish('frame', { host: address })
    await page.driver.executeScript("document.querySelector('vp-embed-page').shadowRoot.getElementById('host').dispatchEvent(new Event('change'))")
  }
  const shows = async (/** @type {string} */ name, /** @type {boolean} */ known) => page.driver.wait(async () => String((await lines())['In your page']).includes(`embed/${name}"`) && (await said() === '') === known, 5000, `${name} is not shown`)
  await page.driver.executeScript(`
    const real = fetch
    window.answers = {}
    window.fetch = (address, ...rest) => {
      const { hostname } = new URL(address, location.href)
      return hostname.endsWith('.example') ? new Promise((resolve, reject) => { answers[hostname] = { resolve, reject } }) : real(address, ...rest)
    }`)
  await wish('frame')
  await shows(file, true)
  await leaves('https://one.example/')
  await shows(file, false)
  await page.driver.executeScript("answers['one.example'].resolve(Response.json({ file: 'loader-one.js', integrity: 'sha384-one' }))")
  await shows('loader-one.js', true)
  await leaves('https://two.example/')
  await shows(file, false)
  await leaves('https://three.example/')
  await page.driver.executeScript("answers['three.example'].resolve(Response.json({ file: 'loader-three.js', integrity: 'sha384-three' }))")
  await shows('loader-three.js', true)
  // What the host before says comes too late.
  await page.driver.executeScript("answers['two.example'].reject(new TypeError('no network'))")
  await shows('loader-three.js', true)
})

test('what is chosen while the element is on its way is what is shown', async () => {
  await open()
  await wish('file')
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('vp-embed-page > [slot=preview]').children.length === 0"), 5000, 'there is a preview')
  // Each is chosen as the clock of the preview would: the element's module comes a moment later than the frame's link.
  await page.driver.executeScript(`
    const [page] = document.getElementsByTagName('vp-embed-page')
    const preview = page.shadowRoot.querySelector('vp-embed-preview')
    const choose = async (route) => {
      page.shadowRoot.querySelector('input[value="' + route + '"]').click()
      await page.updateComplete
      await preview.updateComplete
    }
    const real = setTimeout
    window.setTimeout = (act, ...rest) => rest[0] === 300 ? (window.due = act, 0) : real(act, ...rest)
    return choose('element').then(() => { due(); return choose('frame') }).then(() => { due(); window.setTimeout = real })`)
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('vp-embed-page iframe') !== null"), 5000, 'the preview is no frame')
  assert.equal(await page.driver.executeScript("return document.querySelector('vp-embed-page voucher-planner')"), null)
})

test('the frame of the preview leaves alone what is kept on the planner’s own page', async () => {
  await open()
  await wish('frame')
  const frame = /** @type {import('selenium-webdriver').WebElement} */ (await page.driver.wait(() => page.driver.executeScript("return document.querySelector('vp-embed-page iframe')"), 5000))
  await page.driver.executeScript("arguments[0].loading = 'eager'; arguments[0].scrollIntoView()", frame)
  await page.driver.switchTo().frame(frame)
  assert.match(await answerOf(page.driver), /\d/)
  assert.equal(await page.driver.executeScript("return document.querySelector('voucher-planner').keeping === undefined"), true)
  await page.driver.switchTo().defaultContent()
})

test('what the planner is given to read is allowed too', async () => {
  await open()
  const { origin } = new URL(host.url)
  const made = await wish('frame', { catalog: 'https://data.example/catalogue.json', prices: 'prices.json' })
  assert.equal(made['Content-Security-Policy'], `script-src ${origin}; frame-src ${origin}; connect-src https://data.example 'self'`)
})

test('the foot of the planner leads there', async () => {
  await page.driver.get(host.url)
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('voucher-planner').shadowRoot.querySelector('.foot-links a[href*=embed]')?.href"), 10_000)
  await page.driver.executeScript("document.querySelector('voucher-planner').shadowRoot.querySelector('.foot-links a[href*=embed]').click()")
  await page.driver.wait(async () => (await page.driver.getCurrentUrl()) === `${host.url}embed.html`, 5000)
})

test('the self-test runs there for the own host', async () => {
  await open()
  await page.driver.executeScript("document.querySelector('vp-embed-page').shadowRoot.querySelector('.below > button').click()")
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('vp-embed-page').shadowRoot.activeElement?.id === 'self-test-where'"), 5000, 'the focus is lost')
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('.voucher-planner-self-test')?.shadowRoot.querySelectorAll('h3').length === 2"), 20_000)
  const result = /** @type {import('../../www/embed/checks.js').Result} */ (await page.driver.executeAsyncScript('voucherPlannerSelfTest.then(arguments[0])'))
  // For Safari a host would have to name itself for that.
  const safari = (await page.driver.getCapabilities()).getBrowserName() === 'MiniBrowser'
  assert.deepEqual(result.checks.filter(({ state }) => state !== 'works').map(({ id, reason }) => `${id} ${reason}`), safari ? ['sandbox self'] : [])
})

test('where the host lets the page have no frames, it says so in the place of the preview', async () => {
  frames = false
  await open()
  await wish('frame')
  // A frame is loaded once it is nearly seen.
  await page.driver.wait(() => page.driver.executeScript("document.querySelector('vp-embed-page').shadowRoot.querySelector('vp-embed-preview').scrollIntoView(); return document.querySelector('vp-embed-page').shadowRoot.querySelector('vp-embed-preview').shadowRoot.querySelector('.notice') !== null"), 5000)
  frames = true
})
