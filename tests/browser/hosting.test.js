// The guide to hosting, as it is written: its commands and its nginx, and a host that takes no headers. On both the planner answers
// without a complaint, and pages of others can embed it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { findProgram } from '../../.cargo/system.js'
import { openPage } from './browser.js'
import { answerOf, blocks, copyTo, dist, fileHost, likeGitHubPages, nginx, partner } from './hosts.js'

const top = join(dist, '../..')
/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Record<string, { html: string, headers?: Record<string, string> }>} */
const pages = {}
/** @type {Awaited<ReturnType<typeof partner>>} */
let site
before(async () => { [page, site] = await Promise.all([openPage(), partner(pages)]) })
after(() => Promise.all([page?.close(), site?.close()]))

/** What a server says with a file: nothing of it is unpacked. @param {string} url @param {Record<string, string>} [headers] */
function ask(url, headers = {}) {
  return /** @type {Promise<{ status: number | undefined, headers: import('node:http').IncomingHttpHeaders }>} */ (new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }))
    }).on('error', reject).end()
  }))
}

/** The planner in its own window: it answers, works beside the page, and nothing complains. @param {string} url */
async function answers(url) {
  await page.complaints()
  await page.driver.get(url)
  assert.match(await answerOf(page.driver), /\d/)
  await page.driver.wait(() => page.driver.executeScript("return document.querySelector('voucher-planner').shadowRoot.querySelector('.what-if[aria-busy=false]') !== null"), 10_000)
  assert.equal(await page.driver.executeScript("return document.querySelector('voucher-planner').engine.canWorkBeside"), true, 'workers start')
  assert.deepEqual((await page.complaints()).filter((line) => !/favicon/.test(line)), [])
}

/** The planner in a page of somebody else on another site: as an element, as a frame, and in a sandbox. @param {string} url @param {string} [only] one of these @param {Record<string, string>} [more] headers of that page */
async function embeds(url, only, more = {}) {
  const { origin } = new URL(url)
  const { file, integrity } = await (await fetch(`${url}embed/loader.json`)).json()
  const framed = (/** @type {string} */ more) => `<!doctype html><title>Partner</title><a class="voucher-planner" href="${url}" ${more}>Planner</a><script src="${url}embed/${file}" integrity="${integrity}" crossorigin="anonymous" async></script>`
  const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src data:; frame-src ${origin}`
  const headers = { 'content-security-policy': policy, ...more }
  Object.assign(pages, {
    '/element': { headers, html: `<!doctype html><title>Partner</title><script type="module" src="${url}voucher-planner.js"></script><voucher-planner></voucher-planner>` },
    '/frame': { headers, html: framed('') },
    '/sandbox': { headers, html: framed('data-sandbox') },
  })
  await page.complaints()
  // There a sandbox is nobody's: see the last test.
  const safari = (await page.driver.getCapabilities()).getBrowserName() === 'MiniBrowser'
  for (const path of Object.keys(pages).filter((each) => only ? each === only : !safari || each !== '/sandbox')) {
    await page.driver.get(new URL(path, site.url).href)
    if (path !== '/element') await page.driver.switchTo().frame(await page.driver.wait(() => page.driver.executeScript("return document.querySelector('iframe')"), 5000, `${path} has no frame`))
    assert.match(await answerOf(page.driver), /\d/, path)
    // A sandbox has nothing to keep things in, and says so; workers are another host's.
    assert.deepEqual((await page.complaints()).filter((line) => /Content Security Policy|Trusted|CORS|MIME/i.test(line)), [], path)
  }
}

// Set-up installs both on Debian.
const lacking = findProgram('nginx') && findProgram('brotli') ? false : 'nginx or brotli is not installed'
test('nginx, as the guide says', { skip: lacking }, async (context) => {
  // As hard as it can takes brotli a while, and changes nothing else.
  const [copy = ''] = blocks('hosting.md', 'sh')
  const [site = ''] = blocks('hosting.md', 'nginx')
  const server = await nginx({ site, prepare: (root) => execFileSync('sh', ['-ec', copy.replaceAll('/srv/www', root).replace('brotli --best', 'brotli --quality=5')], { cwd: top }) })
  const url = `${server.url}planner/`
  try {
    const { assets, loader } = await names(url)
    const wasm = assets.find((name) => /planner_bg/.test(name)) ?? ''
    await context.test('says what each file is, how long it keeps, and who may read it', async () => {
      const expected = /** @type {[string, string, string][]} */ ([
        ['', 'text/html; charset=utf-8', 'no-cache'],
        ['index.html', 'text/html; charset=utf-8', 'no-cache'],
        ['embed.html', 'text/html; charset=utf-8', 'no-cache'],
        ['voucher-planner.js', 'text/javascript; charset=utf-8', 'no-cache'],
        ['embed/loader.json', 'application/json; charset=utf-8', 'no-cache'],
        ['embed/self-test.js', 'text/javascript; charset=utf-8', 'no-cache'],
        [`embed/${loader}`, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
        [wasm, 'application/wasm', 'public, max-age=31536000, immutable'],
      ])
      for (const [path, type, cache] of expected) {
        const { status, headers } = await ask(url + path)
        assert.deepEqual([path, status, headers['content-type'], headers['cache-control'], headers['access-control-allow-origin'], headers['x-content-type-options']], [path, 200, type, cache, '*', 'nosniff'])
      }
      assert.equal((await ask(`${url}nothing.js`)).status, 404)
    })
    await context.test('keeps by their names what has a hash in it, and nothing else, under whatever path', async () => {
      mkdirSync(join(server.root, 'tools'))
      for (const path of ['assets', 'tools/assets']) symlinkSync(join(server.root, 'planner'), join(server.root, path))
      for (const path of ['planner', 'assets', 'tools/assets']) {
        const keeps = async (/** @type {string} */ file) => (await ask(`${server.url}${path}/${file}`)).headers['cache-control']
        for (const file of ['', 'index.html', 'voucher-planner.html', 'voucher-planner.js', 'service-worker.js', 'icon-maskable-512.png']) assert.deepEqual([path, file, await keeps(file)], [path, file, 'no-cache'])
        for (const file of readdirSync(join(dist, 'assets'))) assert.deepEqual([path, file, await keeps(`assets/${file}`)], [path, file, 'public, max-age=31536000, immutable'])
      }
    })
    await context.test('sends what is compressed, as the browser takes it', async () => {
      const plain = await ask(url + wasm)
      const gzip = await ask(url + wasm, { 'accept-encoding': 'gzip' })
      const brotli = await ask(url + wasm, { 'accept-encoding': 'gzip, deflate, br' })
      assert.deepEqual([plain, gzip, brotli].map(({ headers }) => [headers['content-encoding'], headers['content-type']]), [[undefined, 'application/wasm'], ['gzip', 'application/wasm'], ['br', 'application/wasm']])
      // What is not compressed too: a cache in between would give it to everybody.
      assert.deepEqual([plain, gzip, brotli].map(({ headers }) => headers.vary), Array(3).fill('Accept-Encoding'))
      const [a, b, c] = [plain, gzip, brotli].map(({ headers }) => Number(headers['content-length']))
      assert.ok(Number(a) > 2 * Number(b) && Number(b) > Number(c), `${a}, ${b}, ${c}`)
      const { etag } = gzip.headers
      assert.equal((await ask(url + wasm, { 'accept-encoding': 'gzip', 'if-none-match': String(etag) })).status, 304)
    })
    await context.test('says the strict policy, and allows a frame only where there is one', async () => {
      const [strict = ''] = blocks('hosting.md', 'text')
      assert.equal((await ask(url)).headers['content-security-policy'], `${strict.trim()}; frame-ancestors *`)
      assert.equal((await ask(`${url}embed.html`)).headers['content-security-policy'], `${strict.trim()}; frame-src 'self'; frame-ancestors *`)
    })
    await context.test('leaves the single file its own policy, under which it answers', async () => {
      assert.equal((await ask(`${url}voucher-planner.html`)).headers['content-security-policy'], undefined)
      await answers(`${url}voucher-planner.html`)
    })
    await context.test('lets the planner answer without a complaint', () => answers(url))
    await context.test('lets pages of others embed it', () => embeds(url))
  } finally {
    await server.close()
  }
})

test('a host like GitHub Pages, as the guide says', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'voucher-planner-pages-'))
  copyTo(folder)
  execFileSync('sh', ['-ec', blocks('hosting.md', 'sh')[1]?.replace(/^ {2}/gm, '') ?? 'false'], { cwd: folder })
  const server = await likeGitHubPages(folder, '/repository/')
  try {
    await context.test('lets the planner answer, under the policy that the page says of itself', async () => {
      await answers(server.url)
      assert.match(String(await page.driver.executeScript("return document.querySelector('meta[http-equiv]').content")), /^default-src 'none'; .*require-trusted-types-for 'script'$/)
    })
    await context.test('lets pages of others embed it', () => embeds(server.url))
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a page that is isolated takes the element, and a frame where the planner says the line of the guide', async () => {
  const [, line = ''] = blocks('hosting.md', 'nginx')
  const [, name = '', value = ''] = /add_header (\S+) (\S+) always;/.exec(line) ?? []
  const headers = /** @type {Record<string, string>} */ ({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': `${blocks('hosting.md', 'text')[0]?.trim()}; frame-ancestors *` })
  const isolated = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' }
  const server = await fileHost({ headers: () => headers })
  try {
    await embeds(server.url, '/element', isolated)
    headers[name.toLowerCase()] = value
    await embeds(server.url, '/element', isolated)
    await embeds(server.url, '/frame', isolated)
    await answers(server.url)
  } finally {
    await server.close()
  }
})

test('a host that names itself is shown in a sandbox by every browser', async () => {
  let policy = ''
  const server = await fileHost({ headers: () => ({ 'access-control-allow-origin': '*', 'content-security-policy': policy }) })
  policy = String(blocks('hosting.md', 'text')[1]).trim().replaceAll('https://planner.example', new URL(server.url).origin)
  try {
    await embeds(server.url, '/sandbox')
  } finally {
    await server.close()
  }
})

/** What the built files are called. @param {string} url */
async function names(url) {
  const html = await (await fetch(url)).text()
  const { file } = await (await fetch(`${url}embed/loader.json`)).json()
  return { assets: [...html.matchAll(/\.\/(assets\/[^"]+)/g)].map(([, name = '']) => name), loader: file }
}
