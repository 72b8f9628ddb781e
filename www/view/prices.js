// Question 4: the user's own prices as one table, a row for each product. The planner knows none.
/** @import { Family, ScenarioPrice } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { addButton, described, field, remarks, removeButton, select } from '../field.js'
import { openImport } from '../grid/with-grid.js'
import { single } from '../grid/clipboard.js'
import { priceOf, singlePriceOf, fitting } from '../price-book.js'
import { idOf } from '../view.js'
import { helpLine } from './help.js'
import { links } from './links.js'

/** A product with its place in the price book, which it may not have yet. @typedef {{ product: string, index: number, price: ScenarioPrice | undefined }} Row */

/** @param {View} view */
export function pricesQuestion(view) {
  const { ui, path, input } = view
  const words = view.m.inputs
  const label = input.currency ? `${view.m.fields.price}, ${input.currency}` : view.m.fields.price
  return html`
    <p class="hint">${words.yourPrices}${ui.space}${ui.priceHint}</p>${links(view, ['prices', 'partners'], view.m.why.askPrices)}
    <table class="price-book" aria-label=${words.priceBook} @paste=${(/** @type {ClipboardEvent & { currentTarget: Node }} */ event) => pasted(view, event)}
      @dragover=${(/** @type {DragEvent} */ event) => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault() }} @drop=${(/** @type {DragEvent & { currentTarget: Node }} */ event) => dropped(view, event)}>
      <thead><tr><th scope="col">${view.m.fields.product}</th><th scope="col" class="number">${words.pricePerYear}${input.currency ? html`<br>${input.currency}` : nothing}</th><th scope="col">${view.m.fields.partNumber}</th><th><span class="hidden">${view.m.fields.breaks}</span></th></tr></thead>
      ${repeat(rowsOf(view), ({ product, index }) => `${product} ${index < 0 ? 0 : sameBefore(view, product, index)}`, (row) => body(view, row, label))}
    </table>
    ${fitting(view) ? html`<p class="hint">${view.m.inputs.listedPrices(view.catalogue.priceBook?.name ?? '', view.say.day(view.catalogue.priceBook?.date ?? ''))}</p>` : nothing}
    ${remarks(view, `${path}.prices`)}
    <button type="button" class="add" id=${idOf(`${path}.prices`)} ?hidden=${view.locked} @click=${(/** @type {Event & { currentTarget: Node }} */ event) => openImport(view, 'prices', event.currentTarget)}>${words.bringPricesButton}</button>
    ${helpLine(view, ['price', 'price-break'])}
    ${singlePrices(view)}`
}

/** Products of the programme in the order of the catalogue, priced or not, then whatever else has a price. @param {View} view @returns {Row[]} */
function rowsOf(view) {
  const prices = view.input.prices ?? []
  const known = view.catalogue.products.flatMap(({ id }) => {
    /** @type {Row[]} */
    const own = prices.flatMap((price, index) => (price.product === id ? [{ product: id, index, price }] : []))
    return own.length || !isListed(view, id) ? own : [{ product: id, index: -1, price: undefined }]
  })
  return [...known, ...prices.flatMap((price, index) => (view.catalogue.products.some(({ id }) => id === price.product) ? [] : [{ product: price.product ?? '', index, price }]))]
}

/** Whether a programme sells a product, as far as any source says. @param {View} view @param {string} product */
function isListed(view, product) {
  const said = view.catalogue.availability.filter((each) => each.programme === view.input.programme && each.product === product)
  return !said.length || said.some(({ sold }) => sold)
}

/** How many rows of the same product come before. @param {View} view @param {string} product @param {number} index */
const sameBefore = (view, product, index) => (view.input.prices ?? []).slice(0, index).filter((price) => price.product === product).length

/** @param {View} view @param {Row} row @param {string} label */
function body(view, { product, index, price }, label) {
  const words = view.m.inputs
  const known = view.catalogue.products.some(({ id }) => id === product)
  const name = known ? view.names.product(product) : product || view.ui.item(view.m.fields.price, index + 1)
  // A product without a price yet gets its place with the first letter typed.
  const place = `${view.path}.prices[${index < 0 ? view.input.prices?.length ?? 0 : index}]`
  const put = (/** @type {'price' | 'partNumber'} */ key, /** @type {string} */ value) => (index < 0
    ? view.actions.setAll([[place, { product, price: '', partNumber: '', breaks: [], [key]: value }]], `${place}.${key}`)
    : view.actions.set(`${place}.${key}`, value))
  const paths = [place, `${place}.product`, `${place}.price`, `${place}.partNumber`, `${place}.breaks`, ...(price?.breaks ?? []).flatMap((_, step) => ['units', 'price'].map((key) => `${place}.breaks[${step}].${key}`))]
  const said = index < 0 ? [] : paths.filter((path) => view.problemsAt(path).length || view.findingsAt(path).length)
  // What is taken where the field is left empty.
  const listed = String(price?.price ?? '').trim() ? undefined : priceOf(view, product)
  return html`<tbody aria-label=${name}>
    <tr><th scope="row">${known ? html`${name}${isListed(view, product) ? nothing : html` <small class="soft">${words.notListed}</small>`}` : chooser(view, `${place}.product`, product, name)}</th>
      <td class="number">${box(view, `${place}.price`, `${label}, ${name}`, 'decimal', (value) => put('price', value), index < 0, listed?.price)}</td>
      <td>${box(view, `${place}.partNumber`, `${view.m.fields.partNumber}, ${name}`, undefined, (value) => put('partNumber', value), index < 0, listed?.partNumber)}</td>
      <td class="tools">${price && !view.locked ? html`<button type="button" class="quiet" aria-label=${words.addBreakTo(name)} id=${idOf(`${place}.breaks`)} @click=${() => view.actions.add(`${place}.breaks`, { units: '', price: '' })}>${words.addBreakShort}</button>
        ${known && isListed(view, product) ? nothing : removeButton(view, `${view.path}.prices`, index, name)}` : nothing}</td></tr>
    ${(price?.breaks ?? []).map((_, step) => html`<tr class="break"><th scope="row"><label><span>${words.breakStart}</span> ${box(view, `${place}.breaks[${step}].units`, `${words.breakFrom}, ${words.breakOf(name, step + 1)}`, 'numeric')} <span>${words.breakEnd}</span></label></th>
      <td class="number">${box(view, `${place}.breaks[${step}].price`, `${label}, ${words.breakOf(name, step + 1)}`, 'decimal')}</td><td></td>
      <td class="tools">${removeButton(view, `${place}.breaks`, step, words.breakOf(name, step + 1))}</td></tr>`)}
    ${said.length ? html`<tr class="said"><td colspan="4">${said.map((path) => remarks(view, path))}</td></tr>` : nothing}
  </tbody>`
}

/** @param {View} view @param {string} path @param {string} label @param {'decimal' | 'numeric'} [mode] @param {(value: string) => void} [put] @param {boolean} [fresh] whether nothing stands there yet @param {unknown} [listed] what a price book has for it */
function box(view, path, label, mode, put = (value) => view.actions.set(path, value), fresh = false, listed = '') {
  return html`<input id=${idOf(path)} type="text" ?readonly=${view.locked} autocomplete="off" spellcheck="false" aria-label=${label} inputmode=${mode ?? nothing} placeholder=${String(listed) || '···'} .value=${fresh ? '' : view.typed(path)}
    aria-invalid=${!fresh && view.problemsAt(path).length ? 'true' : nothing} aria-describedby=${(!fresh && described(view, path)) || nothing}
    @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ event) => put(event.target.value)} @blur=${() => view.actions.touch(path)}>`
}

/** For a price whose product is none of the catalogue. @param {View} view @param {string} path @param {string} product @param {string} name */
function chooser(view, path, product, name) {
  return html`<select id=${idOf(path)} ?disabled=${view.locked} aria-label="${view.m.fields.product}, ${name}" aria-invalid=${view.problemsAt(path).length ? 'true' : nothing} aria-describedby=${described(view, path) ?? nothing}
    @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => view.actions.set(path, event.target.value)}>
    <option value=${product} selected>${product || view.ui.choose}</option>${view.catalogue.products.map(({ id, short }) => html`<option value=${id}>${view.text(short)}</option>`)}</select>`
}

/** A block of cells is a price list; a single one belongs to its field. @param {View} view @param {ClipboardEvent & { currentTarget: Node }} event */
function pasted(view, event) {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (single(text) !== undefined) return
  event.preventDefault()
  openImport(view, 'prices', event.currentTarget, { text })
}

/** @param {View} view @param {DragEvent & { currentTarget: Node }} event */
function dropped(view, event) {
  const file = event.dataTransfer?.files[0]
  if (!file) return
  event.preventDefault()
  openImport(view, 'prices', event.currentTarget, { file })
}

/** @param {View} view */
function singlePrices(view) {
  const { ui, path, input } = view
  const singles = input.singlePrices ?? []
  const families = /** @type {Family[]} */ (Object.keys(view.m.families))
  return html`<h4>${ui.singlePricesTitle}</h4>
    <p class="hint">${ui.singlePriceHint}</p>
    ${singles.map((single, index) => {
      const place = `${path}.singlePrices[${index}]`
      const name = ui.item(ui.singlePricesTitle, index + 1)
      return html`<div class="entry" role="group" aria-label=${name}>
        ${select(view, `${place}.family`, families.map((value) => ({ value, label: view.m.families[value] })), { blank: ui.choose })}
        ${field(view, `${place}.price`, { kind: 'number' })}
        ${removeButton(view, `${path}.singlePrices`, index, name)}
      </div>`
    })}
    ${families.map((family) => ({ family, price: singles.some((single) => single.family === family) ? undefined : singlePriceOf(view, family) })).filter(({ price }) => price !== undefined)
      .map(({ family, price }) => html`<p class="soft">${ui.labelled(view.m.families[family], String(price))} <span class="tag">${view.catalogue.priceBook?.name}</span></p>`)}
    ${singles.length < families.length ? addButton(view, `${path}.singlePrices`, { family: families.find((family) => !singles.some((single) => single.family === family)), price: '' }, ui.addSinglePrice) : nothing}`
}
