// What of the library a partner supplied: their name, what they add, replace and leave out, each with its sources.
/** @import { SupplementChange } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { sources } from './basis.js'

/** @param {View} view */
export function supplied(view) {
  const { supplement, priceBook } = view.catalogue
  const { library } = view.m
  if (!supplement && !priceBook) return nothing
  return html`<div class="supplied">
    ${supplement ? html`<p>${(supplement.base === 'none' ? library.suppliedWhole : library.supplied)(supplement.name, view.say.day(supplement.date))}</p>
      ${supplement.changes.length ? html`<ul class="statements">${supplement.changes.map((change) => html`<li><b>${library.changed[change.kind]}</b> ${nameOf(view, change)}
        ${sources(view, change.cites)}${change.kind === 'replaced' ? library.insteadOf(sources(view, change.before)) : nothing}</li>`)}</ul>` : nothing}` : nothing}
    ${priceBook ? html`<p>${library.suppliedPrices(priceBook.name, view.say.day(priceBook.date))}</p>` : nothing}</div>`
}

/** An entry with the section it stands in. What was taken away has only its id left. @param {View} view @param {SupplementChange} change */
function nameOf(view, { list, id }) {
  const sections = /** @type {Record<string, string>} */ ({ ...view.m.library.sections, ...ofOthers(view) })
  const [programme = '', product] = id.split('/')
  const names = /** @type {Record<string, (id: string) => string>} */ ({
    products: view.names.product,
    certifications: view.names.certification,
    programmes: view.names.programme,
    availability: () => `${view.names.programme(programme)}, ${view.names.product(product ?? '')}`,
    retakes: (family) => /** @type {Record<string, string>} */ (view.m.families)[family] ?? family,
    assumptions: (id) => view.text(view.catalogue.assumptions.find((each) => each.id === id)?.text) || id,
  })
  return id ? view.ui.labelled(sections[list] ?? list, (names[list] ?? String)(id)) : sections[list] ?? list
}

/** Fields of the catalogue that have no section of their own. @param {View} view */
const ofOthers = ({ m: { library: { sections } } }) => ({ preparation: sections.times, delivery: sections.times, retakes: sections.times, imagineAcademy: sections.academy, softwareAssurance: sections.academy, trainingVouchers: sections.academy, areas: sections.certifications, claims: sections.notes })
