// The pictures in a browser: read with the keyboard, as tables, saved as files; no word cut or covered at any width.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { scenarios } from '../charts/scenarios.js'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
before(async () => {
  page = await openPage({ width: 1440 })
  person = new Person(page)
  await person.reads(/Order/)
  await compared()
})
after(() => page?.close())

/** Waits until all pictures are those of the present plan. */
async function compared() {
  await person.sees(() => person.look("return root.querySelector('.what-if')?.getAttribute('aria-busy') === 'false' && [...root.querySelectorAll('vp-chart-figure')].every((each) => each.querySelector('svg, table'))"), Boolean, 'the pictures are there')
}

/** Takes a scenario or an example. @param {string} name @param {string} [language] */
async function loads(name, language = 'en') {
  await page.driver.executeScript("document.querySelector('voucher-planner').language = arguments[0]", language)
  await person.sees(() => person.look('return root.host.lang'), (lang) => lang === language, 'the page speaks it')
  await page.driver.executeScript("const [name, scenario] = arguments; const planner = document.querySelector('voucher-planner'); if (scenario) planner.load(scenario); else planner.loadSample(name)", name, scenarios[name] ?? null)
  await person.settles()
  await compared()
}

/** Widths of phones, tablets and desks. @param {number} width */
const resizes = (width) => person.narrows(width, 900)

/** A picture's own words. @param {string} title @param {string} what */
const inChart = (title, what) => person.look(`const chart = [...root.querySelectorAll('figure.chart')].find((each) => each.getAttribute('aria-label') === arguments[0]); return ${what}`, title)

/** @param {string} title */
const readout = (title) => inChart(title, "text(chart.querySelector('.chart-readout'))")

/** Puts the focus on a picture. @param {string} title */
async function focuses(title) {
  await inChart(title, "chart.querySelector('.chart-plot').focus()")
}

test('a person goes through the days of the plan with the keyboard, and hears what each brings', async () => {
  await loads('school')
  await focuses('Codes against need')
  await person.keys(Key.ARROW_RIGHT)
  assert.match(String(await readout('Codes against need')), /^December 5, 2020: 625 codes become usable; in hand 625 \(MOS and MCE: 625, MTA: 0\)\.$/)
  await person.keys(Key.ARROW_RIGHT)
  assert.match(String(await readout('Codes against need')), /^December 7, 2020: 501 exams planned; in hand 124/)
  assert.equal(await inChart('Codes against need', "chart.querySelector('.chart-readout').getAttribute('aria-live')"), 'polite')
  await person.keys(Key.END)
  assert.match(String(await readout('Codes against need')), /^June 30, 2021: 164 codes expire unused/)
  await person.keys(Key.HOME, Key.ARROW_LEFT)
  assert.match(String(await readout('Codes against need')), /^December 5, 2020/)
  await person.keys(Key.ESCAPE)
  assert.match(String(await readout('Codes against need')), /arrow keys/)
  assert.equal(await inChart('Codes against need', "chart.querySelector('.cursor')"), null)
})

test('the timeline says what begins and what ends on a day', async () => {
  await focuses('When')
  await person.keys(Key.END)
  assert.match(String(await readout('When')), /^June 30, 2021: last day: /)
  await person.keys(Key.ESCAPE)
})

test('a pointer at a bar of the timeline reads that bar', async () => {
  const place = /** @type {{ x: number, y: number }} */ (await inChart('When', "(() => { const bar = chart.querySelector('.m-usable'); bar.scrollIntoView({ block: 'center' }); const { x, y, width, height } = bar.getBoundingClientRect(); return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) } })()"))
  await page.driver.actions().move(place).perform()
  await person.sees(() => readout('When'), (text) => /^1 × Site pack [^:]*: Codes can be used: December 5, 2020 – June 30, 2021\.$/.test(String(text)), 'the bar is read')
  await page.driver.actions().move({ x: 5, y: 5 }).perform()
  await person.sees(() => readout('When'), (text) => /arrow keys/.test(String(text)), 'away from it, nothing is')
})

test('every picture has a table that holds what its cursor says', async () => {
  for (const name of ['school', 'company', 'six']) {
    await loads(name)
    for (const title of ['When', 'Codes against need']) {
      await focuses(title)
      /** @type {string[]} */
      const said = []
      for (let last = ''; ;) {
        await person.keys(Key.ARROW_RIGHT)
        const text = String(await readout(title))
        if (text === last) break
        said.push(last = text)
      }
      await inChart(title, "[...chart.querySelectorAll('.chart-switch button')].at(-1).click()")
      await person.sees(() => inChart(title, "chart.querySelector('table') !== null"), Boolean, 'the table opens')
      const table = String(await inChart(title, "text(chart.querySelector('.chart-table'))"))
      // Days are short in tables; numbers are the same.
      for (const text of said) {
        const numbers = text.replace(/^[^:]*: /, '').replace(/[A-Z][a-z]+ \d+, \d{4}/g, '').match(/\d[\d,.]*\d|\d/g) ?? []
        for (const number of numbers) assert.ok(table.includes(number), `${name}, ${title}: ${number} of “${text}” stands in the table`)
      }
      await inChart(title, "chart.querySelector('.chart-switch button').click()")
      await person.sees(() => inChart(title, "chart.querySelector('.chart-plot > svg') !== null"), Boolean, 'the picture is back')
    }
  }
})

test('what packs are used for and what is lost stands in the bars and in the table', async () => {
  await loads('school')
  const bars = String(await person.look("return [...root.querySelectorAll('.choice figure.chart')].at(-1).querySelector('svg').textContent"))
  assert.match(bars, /60 MTA/)
  assert.match(bars, /440 unused/)
  await person.look(";[...root.querySelectorAll('.choice figure.chart')].at(-1).querySelectorAll('.chart-switch button')[1].click()")
  await person.sees(() => person.look("return text([...root.querySelectorAll('.choice figure.chart')].at(-1).querySelector('table'))"), (text) => /440/.test(String(text)) && /1 × Site pack 500/.test(String(text)), 'the table says the same')
  await person.look(";[...root.querySelectorAll('.choice figure.chart')].at(-1).querySelectorAll('.chart-switch button')[0].click()")
})

test('two hundred groups are shown in part, and all once somebody asks', async () => {
  await loads('many')
  const circles = () => inChart('When', "chart.querySelectorAll('.drawn .m-sitting').length")
  assert.equal(await circles(), 24)
  await person.presses('Show 176 more')
  await person.sees(circles, (number) => number === 200, 'all groups are there')
  await person.presses('Show fewer')
  await person.sees(circles, (number) => number === 24, 'the first are there')
})

test('no word of a picture is cut or covers another, in either language, from a phone to a desk', async () => {
  for (const width of [1440, 768, 360, 320]) {
    await resizes(width)
    for (const language of ['en', 'zh-CN']) for (const name of ['school', 'university', 'company', 'six', 'late']) {
      await loads(name, language)
      await person.settles()
      const wrong = /** @type {string[]} */ (await person.look(`
        const wrong = []
        // Of the letters alone: Firefox counts the light edge around them where asked for the box on the page.
        const boxOf = (each) => {
          const { x, y, width, height } = each.getBBox()
          const [from, to] = [[x, y], [x + width, y + height]].map(([across, down]) => new DOMPoint(across, down).matrixTransform(each.getCTM()))
          return { left: Math.min(from.x, to.x), right: Math.max(from.x, to.x), top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) }
        }
        for (const figure of root.querySelectorAll('figure.chart')) {
          const svg = figure.querySelector('.chart-plot > svg')
          const frame = svg.getBoundingClientRect()
          const texts = [...svg.querySelectorAll('text')].map((each) => ({ words: each.textContent, box: boxOf(each) }))
          if (frame.right > document.documentElement.clientWidth + 1) wrong.push(figure.ariaLabel + ' is wider than the page')
          texts.forEach(({ words, box }, index) => {
            if (box.left < -1.5 || box.right > frame.width + 1.5 || box.top < -3 || box.bottom > frame.height + 3) wrong.push(figure.ariaLabel + ': ' + words + ' is cut')
            for (const other of texts.slice(index + 1)) {
              const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
              const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
              // Boxes of lines reach a little above and below their letters.
              if (across > 1 && down > 6) wrong.push(figure.ariaLabel + ': ' + words + ' meets ' + other.words)
            }
          })
        }
        return wrong`))
      assert.deepEqual(wrong, [], `${name}, ${language}, ${width} px`)
    }
  }
  await resizes(1440)
})

test('a picture is saved as SVG that stands for itself, light and with a title', async () => {
  await loads('six')
  await page.driver.executeScript("document.querySelector('voucher-planner').theme = 'dark'")
  for (const title of ['When', 'Codes against need']) {
    const { name, size, text } = await saved(title, 'SVG')
    assert.match(name, /^Six-exam-days-[\w-]+\.svg$/)
    assert.ok(size > 1000)
    const found = /** @type {{ error: boolean, title: string, desc: string, ground: string, classes: number, words: string, fills: string[] }} */ (await page.driver.executeScript(`
      const file = new DOMParser().parseFromString(arguments[0], 'image/svg+xml')
      const all = [...file.querySelectorAll('*')]
      return { error: !!file.querySelector('parsererror'), title: file.querySelector('svg > title')?.textContent, desc: file.querySelector('svg > desc')?.textContent,
        ground: file.querySelector('svg > rect')?.getAttribute('fill'), classes: all.filter((each) => each.hasAttribute('class') || each.hasAttribute('style')).length,
        words: file.documentElement.textContent, fills: [...new Set(all.filter((each) => each.tagName === 'text').map((each) => each.getAttribute('fill')))] }`, text))
    assert.equal(found.error, false)
    assert.equal(found.title, title === 'When' ? 'Timeline' : title)
    assert.match(found.desc, /from .* to .*20\d\d/)
    assert.equal(found.ground, '#fff')
    assert.equal(found.classes, 0)
    assert.match(found.words, /Six exam days · Big district · planned on September 21, 2020 · voucher planner/)
    assert.ok(found.words.includes('Exam day') || found.words.includes('Codes usable so far'), 'the legend is in it')
    for (const fill of found.fills) assert.ok(dark(String(fill)), `${fill} can be read on white`)
  }
  await page.driver.executeScript("document.querySelector('voucher-planner').theme = 'auto'")
})

test('a picture is saved as PNG', async () => {
  const { name, size, start } = await saved('Codes against need', 'PNG')
  assert.match(name, /\.png$/)
  assert.ok(size > 5000)
  assert.deepEqual(start, [0x89, 0x50, 0x4e, 0x47])
})

/** What a press on a button saves: the link that is clicked is caught on its way. @param {string} title @param {string} kind @returns {Promise<{ name: string, size: number, text: string, start: number[] }>} */
async function saved(title, kind) {
  await page.driver.executeScript(`
    window.caught = new Promise((resolve) => {
      const click = HTMLAnchorElement.prototype.click
      HTMLAnchorElement.prototype.click = function () {
        HTMLAnchorElement.prototype.click = click
        fetch(this.href).then((answer) => answer.blob()).then(async (blob) => resolve({ name: this.download, size: blob.size, text: blob.type.includes('svg') ? await blob.text() : '', start: [...new Uint8Array(await blob.slice(0, 4).arrayBuffer())] }))
      }
    })`)
  await inChart(title, `[...chart.querySelectorAll('.chart-save button')].find((each) => each.textContent === '${kind}').click()`)
  return page.driver.executeAsyncScript('window.caught.then(arguments[0])')
}

/** Whether a colour is dark. @param {string} fill */
function dark(fill) {
  const [red = 255, green = 255, blue = 255] = fill.startsWith('#') ? [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16)) : (fill.match(/[\d.]+/g) ?? []).map(Number)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 || fill.includes('255, 255, 255')
}

for (const [language, look, colours] of /** @type {const} */ ([['en', 'light', true], ['en', 'dark', 'alone'], ['zh-CN', 'light', false]])) {
  test(`axe finds nothing to mend in pictures and their tables: ${language}, ${look}`, async () => {
    await page.driver.executeScript("document.querySelector('voucher-planner').theme = arguments[0]", look)
    await loads('six', language)
    await person.settles()
    assert.deepEqual(await page.violations({ colours }), [], 'pictures')
    await person.look("for (const each of root.querySelectorAll('.chart-switch button:last-child')) each.click()")
    await person.settles()
    assert.deepEqual(await page.violations({ colours }), [], 'tables')
    await person.look("for (const each of root.querySelectorAll('.chart-switch button:first-child')) each.click()")
  })
}

test('the browser has nothing to complain about', async () => {
  assert.deepEqual(await page.complaints(), [])
})
