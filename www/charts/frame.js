// What all pictures share: a figure with a title, the picture, its legend, and a table that says the same.
/** @import { View } from '../view.js' */
/** @import { About } from './image.js' */
/** @import { Measure } from './measure.js' */
/** @import { ChartWords } from './words.js' */
import { LitElement, html, nothing, svg } from 'lit'
import { styles } from '../styles/charts.js'
import { chartPng, chartSvg, pictureName } from './image.js'
import { estimate, measureIn } from './measure.js'
import { wordsOf } from './words.js'

/** What a picture is drawn on. @typedef {{ width: number, measure: Measure, open: boolean }} Canvas */
/** Where the cursor can stand: what is said there, and how it is shown. @typedef {{ x: number, y: number, text: string, mark: unknown }} Point */
/** @typedef {object} Drawing
 * @property {number} height
 * @property {unknown} picture an svg template
 * @property {Point[]} points in reading order
 * @property {number} [hidden] how many lanes or rows wait until somebody asks for them
 * @property {(x: number, y: number) => Point | undefined} [under] what a pointer is at, where that is not the nearest point
 */
/** @typedef {object} Chart
 * @property {unknown[]} key as long as these are the same, so is the picture
 * @property {View} view
 * @property {string} name of the file it is saved in
 * @property {string} title
 * @property {string} [fileTitle] what stands above it in a file, where the title needs the page around it
 * @property {0 | 3 | 4 | 5} level of the title as a heading; 0 where a heading stands before it
 * @property {string} description what is drawn, in a sentence
 * @property {string} [caption] how to read it
 * @property {{ label: string, mark: unknown }[]} legend marks of 18 by 14 pixels
 * @property {(canvas: Canvas) => Drawing} draw
 * @property {() => unknown} table
 * @property {boolean} [printTable] whether the table says more than the picture, so that paper needs both
 * @property {boolean} [rows] whether points stand below one another
 */

/** The width between the margins of a sheet of A4 or Letter paper, in pixels. */
const paper = 660

/** A picture with all that belongs to it. It draws into its parent's tree, so styles and labels reach it. */
export class ChartFigure extends LitElement {
  static properties = {
    chart: { attribute: false, hasChanged: (/** @type {Chart} */ after, /** @type {Chart | undefined} */ before) => !before || after.key.length !== before.key.length || after.key.some((each, index) => each !== before.key[index]) },
    width: { state: true }, cursor: { state: true }, pointed: { state: true }, table: { state: true }, open: { state: true },
  }

  constructor() {
    super()
    /** @type {Chart | undefined} */ this.chart = undefined
    this.width = 0
    /** The point the keyboard is at. */ this.cursor = -1
    /** What the pointer is at. @type {Point | undefined} */ this.pointed = undefined
    this.table = false
    /** Whether what was hidden is shown. */ this.open = false
  }

  /** @type {Measure} */ #measure = estimate
  /** @type {Drawing | undefined} */ #drawing
  /** What the last drawing was made of. @type {unknown[]} */ #drawnOf = []
  /** With the next frame: a picture that grows while sizes are still being told counts as an error of the page. */
  #resized = new ResizeObserver(([entry]) => { if (entry && entry.contentRect.width) requestAnimationFrame(() => { this.width = Math.floor(entry.contentRect.width) }) })

  createRenderRoot() { return this }

  connectedCallback() {
    super.connectedCallback()
    const root = this.getRootNode()
    const sheet = styles.styleSheet
    if (sheet && (root instanceof ShadowRoot || root instanceof Document) && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
    this.#resized.observe(this)
    // A font that arrives late is as wide as it is.
    document.fonts.ready.then(() => this.requestUpdate())
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.#resized.disconnect()
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!this.width) {
      this.width = Math.floor(this.clientWidth)
      this.#measure = measureIn(getComputedStyle(this).fontFamily)
    }
    if (changed.has('chart')) this.pointed = undefined
  }

  /** The picture for the present width; moving the cursor does not draw it again. @param {Chart} chart */
  #draw(chart) {
    const width = chart.view.printing ? paper : Math.max(this.width, 240)
    const of = [chart, width, this.open]
    if (!this.#drawing || of.some((each, index) => each !== this.#drawnOf[index])) {
      this.#drawing = chart.draw({ width, measure: this.#measure, open: this.open })
      this.#drawnOf = of
    }
    if (this.cursor >= this.#drawing.points.length) this.cursor = -1
    return { drawing: this.#drawing, width }
  }

  render() {
    const { chart } = this
    if (!chart || !this.width) return nothing
    const { printing, ui } = chart.view
    const words = wordsOf(chart.view)
    const { drawing, width } = this.#draw(chart)
    const showTable = this.table && !printing
    return html`<figure class="chart" aria-label=${chart.title}>
      <figcaption class="chart-head">${heading(chart)}
        <div class="chart-switch" role="group" aria-label=${words.show}>
          ${[false, true].map((table) => html`<button type="button" aria-pressed=${table === this.table} @click=${() => { this.table = table }}>${table ? words.table : words.picture}</button>`)}
        </div></figcaption>
      ${showTable ? nothing : this.#picture(chart, words, drawing, width)}
      ${showTable || printing && chart.printTable ? html`<div class="chart-table">${chart.table()}</div>` : nothing}
    </figure>`
  }

  /** @param {Chart} chart @param {ChartWords} words @param {Drawing} drawing @param {number} width */
  #picture(chart, words, drawing, width) {
    const { printing } = chart.view
    const point = this.pointed ?? drawing.points[this.cursor]
    const hint = chart.rows ? words.hintRows : words.hint
    return html`
      <div class="chart-plot" tabindex="0" role="application" aria-label=${`${chart.title}: ${hint}`} @keydown=${this.#pressed} @focusout=${() => { this.cursor = -1 }}
        @pointermove=${this.#moved} @pointerdown=${this.#moved} @pointerleave=${this.#left}>
        <svg role="img" aria-label=${chart.view.sentences(chart.description, words.sameInTable).join('')} width=${width} height=${drawing.height} viewBox="0 0 ${width} ${drawing.height}">
          <g class="drawn">${drawing.picture}</g>${point ? svg`<g class="cursor">${point.mark}</g>` : nothing}</svg>
      </div>
      ${(drawing.hidden || this.open) && !printing ? html`<button type="button" class="link chart-more" aria-expanded=${this.open} @click=${() => { this.open = !this.open }}>${this.open ? words.fewer : words.more(chart.view.say.count(drawing.hidden ?? 0), drawing.hidden ?? 0)}</button>` : nothing}
      <p class="chart-readout" aria-live=${this.pointed ? 'off' : 'polite'} ?hidden=${printing}>${point ? point.text : html`<span class="soft">${hint}</span>`}</p>
      <div class="chart-foot">
        ${chart.legend.length ? html`<ul class="chart-legend">${chart.legend.map(({ label, mark }) => html`<li><svg width="18" height="14" aria-hidden="true">${mark}</svg><span>${label}</span></li>`)}</ul>` : nothing}
        <div class="chart-save">${/** @type {const} */ (['SVG', 'PNG']).map((kind) => html`<button type="button" class="quiet" aria-label=${words.save(kind)} title=${words.save(kind)} @click=${() => this.save(kind)}>${kind}</button>`)}</div>
      </div>
      ${chart.caption ? html`<p class="chart-caption">${chart.caption}</p>` : nothing}`
  }

  /** Arrow keys go from point to point; Escape takes the cursor away. @param {KeyboardEvent} event */
  #pressed(event) {
    const last = (this.#drawing?.points.length ?? 0) - 1
    const step = { ArrowRight: 1, ArrowLeft: -1, ...(this.chart?.rows ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[event.key]
    if (last < 0 || event.altKey || event.ctrlKey || event.metaKey) return
    if (step) this.cursor = this.cursor < 0 ? (step > 0 ? 0 : last) : Math.min(last, Math.max(0, this.cursor + step))
    else if (event.key === 'Home') this.cursor = 0
    else if (event.key === 'End') this.cursor = last
    else if (event.key === 'Escape' && (this.cursor >= 0 || this.pointed)) this.cursor = -1
    else return
    this.pointed = undefined
    event.preventDefault()
  }

  /** The nearest point is what a pointer is at. @param {PointerEvent & { currentTarget: HTMLElement }} event */
  #moved(event) {
    const picture = event.currentTarget.querySelector('svg')
    if (!picture || !this.#drawing) return
    const { left, top } = picture.getBoundingClientRect()
    const [x, y] = [event.clientX - left, event.clientY - top]
    const rows = this.chart?.rows
    const far = (/** @type {Point} */ point) => Math.abs(rows ? point.y - y : point.x - x)
    const nearest = this.#drawing.points.reduce((/** @type {Point | undefined} */ best, point) => (!best || far(point) < far(best) ? point : best), undefined)
    this.pointed = this.#drawing.under ? this.#drawing.under(x, y) ?? nearest : nearest
  }

  /** A finger is lifted to read what it was at. @param {PointerEvent} event */
  #left(event) { if (event.pointerType !== 'touch') this.pointed = undefined }

  /** What a file says of the picture. @returns {About} */
  get about() {
    const { chart } = this
    return chart ? { title: chart.fileTitle ?? chart.title, description: chart.description, line: wordsOf(chart.view).signature(chart.view) } : { title: '', description: '', line: '' }
  }

  /** The picture as a file, even while its table is shown. @param {'SVG' | 'PNG'} kind @returns {Promise<{ name: string, blob: Blob } | undefined>} */
  async file(kind) {
    const { chart, table } = this
    if (!chart) return undefined
    this.table = false
    await this.updateComplete
    const blob = kind === 'SVG' ? new Blob([chartSvg(this)], { type: 'image/svg+xml' }) : await chartPng(this, 2)
    this.table = table
    return { name: `${pictureName(chart)}.${kind.toLowerCase()}`, blob }
  }

  /** @param {'SVG' | 'PNG'} kind */
  async save(kind) {
    const made = await this.file(kind)
    if (made) this.chart?.view.actions.save(made.blob, made.name)
  }
}

/** @param {Chart} chart */
function heading({ title, level }) {
  switch (level) {
    case 3: return html`<h3>${title}</h3>`
    case 4: return html`<h4>${title}</h4>`
    case 5: return html`<h5>${title}</h5>`
    default: return html`<span class="chart-title">${title}</span>`
  }
}

/** @param {Chart} chart */
export const figureOf = (chart) => html`<vp-chart-figure .chart=${chart}></vp-chart-figure>`

/** The key of a picture: what it is drawn from, and how it is said. @param {View} view @param {unknown[]} more */
export const keyOf = (view, ...more) => [view.agreement, view.plan, view.say.language, view.currency.currency, view.printing, ...more]

// Tests draw pictures where there are no elements.
if (globalThis.customElements && !customElements.get('vp-chart-figure')) customElements.define('vp-chart-figure', ChartFigure)
