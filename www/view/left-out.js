// Why not: the products that the plan left out, the reason for each, and what would have to change.
/** @import { LeftOut } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { sourceLink } from '../explain.js'
import { links } from './links.js'

/** @param {View} view */
export function leftOut(view) {
  const { ui, agreement } = view
  if (!agreement?.leftOut.length) return nothing
  return html`<h4 id="left-out" tabindex="-1">${ui.leftOut}</h4><dl class="left-out">${agreement.leftOut.map((each) => {
    const sentence = /** @type {(reason: unknown, say: unknown) => string} */ (view.m.leftOut[each.reason.kind])
    return html`<div><dt>${view.names.product(each.product)}</dt><dd>${sentence(each.reason, view.say)}
      ${change(view, each)}
      ${each.cites.length ? html`<ul class="cited">${each.cites.map((cite) => html`<li>${sourceLink(view, cite)}</li>`)}</ul>` : nothing}</dd></div>`
  })}</dl>`
}

/** What would have to change for the product to compete, with a way to the field. @param {View} view @param {LeftOut} each */
function change(view, { product, reason }) {
  const { why } = view.m
  const { path } = view
  switch (reason.kind) {
    case 'not-sold':
    case 'unknown-whether-sold': {
      const sellers = sellersOf(view, product)
      return html`<p>${sellers.length ? why.soldUnder(view.say.all(sellers)) : why.soldNowhere} ${to(view, `${path}.programme`)}</p>
        ${links(view, reason.kind === 'not-sold' ? ['licensing-programmes'] : ['sales'])}`
    }
    case 'sale-ended': return html`<p>${why.ifEarlier(view.say.day(reason.day))} ${to(view, 'today')}</p>`
    case 'no-price': return html`<p>${why.enterPrice} ${to(view, `${path}.prices`)}</p>${links(view, ['prices'])}`
    case 'too-late': return html`<p>${why.moveSitting} ${to(view, sittingAt(view, reason.sitting))}</p>`
    case 'nothing-left': return html`<p>${why.chargeParts} ${to(view, `${path}.policies.months`)}</p>`
    case 'audience': return html`<p>${why.otherAudience(view.say.all(audiencesOf(view, product)))} ${to(view, `${path}.groups[0].audience`)}</p>`
  }
}

/** Programmes that sell a product on the day of the plan. @param {View} view @param {string} product */
function sellersOf(view, product) {
  const today = view.plan?.today ?? ''
  const sells = view.catalogue.availability.filter((each) => each.product === product && each.sold && (!each.from || each.from <= today) && (!each.until || today <= each.until))
  return [...new Set(sells.map((each) => view.names.programme(each.programme)))]
}

/** @param {View} view @param {string} product */
function audiencesOf(view, product) {
  return (view.catalogue.products.find(({ id }) => id === product)?.audiences ?? []).map((audience) => view.m.audiences[audience])
}

/** The field of an exam day. @param {View} view @param {string} day */
function sittingAt(view, day) {
  const groups = view.input.groups ?? []
  const group = groups.findIndex(({ sittings = [] }) => sittings.some((each) => each.day === day))
  const sitting = groups[group]?.sittings?.findIndex((each) => each.day === day) ?? 0
  return group < 0 ? `${view.path}.groups` : `${view.path}.groups[${group}].sittings[${sitting}].day`
}

/** @param {View} view @param {string} path */
const to = (view, path) => view.asking ? html`<button type="button" class="link" @click=${() => view.actions.goTo(path)}>${view.ui.goTo}<span class="hidden">${view.ui.space}${view.labelOf(path)}</span></button>` : nothing
