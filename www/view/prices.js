// Question 4: the user's own prices. The planner knows none.
/** @import { Family } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { addButton, field, removeButton, select } from '../field.js'
import { links } from './links.js'

/** @param {View} view */
export function pricesQuestion(view) {
  const { ui, path, input } = view
  const prices = input.prices ?? []
  const left = view.catalogue.products.filter(({ id }) => !prices.some((price) => price.product === id))
  const singles = input.singlePrices ?? []
  const families = /** @type {Family[]} */ (Object.keys(view.m.families))
  return html`
    <p class="hint">${ui.priceHint}</p>${links(view, ['prices', 'partners'], view.m.why.askPrices)}
    ${prices.map((price, index) => {
      const place = `${path}.prices[${index}]`
      const name = price.product ? view.names.product(price.product) : ui.item(view.m.fields.price, index + 1)
      return html`<div class="entry price" role="group" aria-label=${name}>
        ${select(view, `${place}.product`, view.catalogue.products.map(({ id, short }) => ({ value: id, label: view.text(short) })), { blank: ui.choose })}
        ${field(view, `${place}.price`, { kind: 'number', label: input.currency ? `${view.m.fields.price}, ${input.currency}` : view.m.fields.price })}
        ${field(view, `${place}.partNumber`)}
        ${removeButton(view, `${path}.prices`, index, name)}
        ${(price.breaks ?? []).map((_, step) => html`<div class="break">
          ${field(view, `${place}.breaks[${step}].units`, { kind: 'number', label: `${ui.fromUnits} (${view.m.fields.units})` })}
          ${field(view, `${place}.breaks[${step}].price`, { kind: 'number' })}
          ${removeButton(view, `${place}.breaks`, step, ui.item(view.m.fields.breaks, step + 1))}
        </div>`)}
        ${addButton(view, `${place}.breaks`, { units: '', price: '' }, ui.addBreak)}
      </div>`
    })}
    ${left.length ? addButton(view, `${path}.prices`, { product: left[0]?.id, price: '', partNumber: '', breaks: [] }, ui.addPrice) : nothing}
    <h4>${ui.singlePricesTitle}</h4>
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
    ${singles.length < families.length ? addButton(view, `${path}.singlePrices`, { family: families.find((family) => !singles.some((single) => single.family === family)), price: '' }, ui.addSinglePrice) : nothing}`
}
