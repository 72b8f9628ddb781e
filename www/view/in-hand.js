// Question 3: what is there already, by product: codes and orders, the Imagine Academy, libraries, training, e-learning.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { addButton, field, remarks, removeButton, select } from '../field.js'
import { discountsQuestion, eLearningQuestion, trainingQuestion } from './benefits.js'
import { siteChoices } from './groups.js'

/** @param {View} view */
export function inHandQuestion(view) {
  const { ui, path, input } = view
  const words = view.m.benefits
  const sites = siteChoices(view)
  const bySite = (/** @type {string} */ place, /** @type {string} */ blank) => (sites.length > 1 ? select(view, `${place}.site`, sites, { blank }) : nothing)
  return html`
    <h4>${words.exams}</h4>
    <h5>${ui.stockTitle}</h5>
    <p class="hint">${words.stockHint}</p>
    ${entries(view, 'stock', ui.stockTitle, (place) => html`
      ${select(view, `${place}.product`, products(view), { blank: ui.choose })}
      ${field(view, `${place}.exams`, { kind: 'number' })}
      ${field(view, `${place}.from`, { kind: 'day' })}
      ${field(view, `${place}.until`, { kind: 'day' })}
      ${bySite(place, ui.anySite)}`)}
    ${addButton(view, `${path}.stock`, { product: '', exams: '', from: '', until: '', site: '' }, ui.addStock)}
    <h5>${ui.ordersTitle}</h5>
    <p class="hint">${words.ordersHint}</p>
    ${entries(view, 'orders', ui.ordersTitle, (place) => html`
      ${select(view, `${place}.product`, products(view), { blank: ui.choose })}
      ${field(view, `${place}.quantity`, { kind: 'number' })}
      ${field(view, `${place}.day`, { kind: 'day' })}
      ${bySite(place, ui.choose)}`)}
    ${addButton(view, `${path}.orders`, { day: '', product: '', quantity: '', site: '' }, ui.addOrder)}

    <h4>${words.academy}</h4>
    <p class="hint">${words.academyHint}</p>
    <h5>${ui.freeTitle}</h5>
    <div class="fields">${field(view, `${path}.freeVouchers.used`, { kind: 'number', placeholder: '0' })}
      ${field(view, `${path}.freeVouchers.invoiced`, { kind: 'day' })}</div>
    ${(input.freeVouchers?.split ?? []).map((_, index) => {
      const place = `${path}.freeVouchers.split[${index}]`
      return html`<div class="entry" role="group" aria-label=${ui.item(view.m.fields.split, index + 1)}>
        ${select(view, `${place}.site`, sites, { blank: ui.choose })}
        ${field(view, `${place}.exams`, { kind: 'number' })}
        ${removeButton(view, `${path}.freeVouchers.split`, index, ui.item(view.m.fields.split, index + 1))}
      </div>`
    })}
    ${remarks(view, `${path}.freeVouchers.split`)}
    ${input.policies?.freeSplit === 'manual' && sites.length ? addButton(view, `${path}.freeVouchers.split`, { site: '', exams: '' }, ui.addShare) : nothing}
    ${discountsQuestion(view)}

    <h4>${ui.librariesTitle}</h4>
    <p class="hint">${words.librariesHint}</p>
    ${entries(view, 'libraries', ui.librariesTitle, (place) => html`
      ${field(view, `${place}.name`)}
      ${field(view, `${place}.users`, { kind: 'number' })}
      ${field(view, `${place}.from`, { kind: 'day' })}`)}
    ${addButton(view, `${path}.libraries`, { name: '', users: '', from: '' }, ui.addLibrary)}

    ${trainingQuestion(view)}
    ${eLearningQuestion(view)}`
}

/** The entries of a list, each a group of fields. @param {View} view @param {'stock' | 'orders' | 'libraries'} list @param {string} title @param {(place: string) => unknown} fields */
function entries(view, list, title, fields) {
  const path = `${view.path}.${list}`
  return html`${(view.input[list] ?? []).map((_, index) => {
    const name = view.ui.item(title, index + 1)
    return html`<div class="entry" role="group" aria-label=${name}>
      ${fields(`${path}[${index}]`)}
      ${removeButton(view, path, index, name)}
      ${remarks(view, `${path}[${index}]`)}
    </div>`
  })}`
}

/** Products that hold exams. @param {View} view */
function products(view) {
  return view.catalogue.products.filter(({ kind }) => kind !== 'reference-library').map(({ id, short }) => ({ value: id, label: view.text(short) }))
}
