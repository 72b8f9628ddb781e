// What was in hand already: what the plan uses of it, and what is left.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { figure, note } from '../figure.js'
import { discountsInHand, eLearningInHand, trainingInHand } from './benefits.js'
import { help } from './help.js'

/** @param {View} view */
export function hand(view) {
  const { ui, say, agreement } = view
  const free = agreement?.freeVouchers
  const membership = agreement?.membership
  if (!agreement || !free && !membership && !agreement.stock.length && !agreement.libraries.length && !agreement.training && !agreement.discounts.length && !view.input.legacyELearning) return nothing
  return html`<section><h3>${ui.hand}</h3>
    ${free ? html`<p>${ui.freeLine(figure(view, 'free', free.granted), say.count(free.used), say.count(free.left), figure(view, 'free', free.until))}
      ${free.sites.length > 1 ? say.all(free.sites.map(({ site, units }) => `${say.count(units)} × ${site ? view.names.site(site) : ui.allSites}`)) : nothing} ${help(view, 'free-vouchers')}</p>${note(view, 'free')}` : nothing}
    ${membership ? html`<p>${ui.membershipLine(figure(view, 'membership', membership.until), figure(view, 'membership', membership.grace))} ${help(view, 'imagine-academy')}</p>${note(view, 'membership')}` : nothing}
    ${agreement.stock.map((stock) => html`<p>${ui.stockLine(view.names.product(view.input.stock?.[stock.index]?.product ?? ''), say.count(stock.used), say.count(stock.left), say.day(stock.until))}</p>`)}
    ${agreement.libraries.map((library, index) => {
      const place = `library/${index}`
      return html`<p>${ui.libraryLine(library.name || view.ui.item(ui.librariesTitle, index + 1), figure(view, place, library.licences), figure(view, place, library.from), figure(view, place, library.until), figure(view, place, library.days))}</p>${note(view, place)}`
    })}
    ${discountsInHand(view)}${trainingInHand(view)}${eLearningInHand(view)}
  </section>`
}
