// Question 1: the agreement, its dates, money and sites.
/** @import { Segment } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html } from 'lit'
import { addButton, field, removeButton, select } from '../field.js'
import { emptyGroup, freshId } from '../scenario.js'

/** Currencies to suggest; any of ISO 4217 may be typed. */
const currencies = ['USD', 'EUR', 'CNY', 'GBP', 'JPY', 'INR', 'AUD', 'CAD', 'CHF', 'HKD', 'KRW', 'SGD', 'TWD']

/** @param {View} view */
export function agreementQuestion(view) {
  const { ui, path, input } = view
  /** @type {Record<Segment, string>} */
  const segments = { academic: ui.academic, commercial: ui.commercial, any: ui.anySegment }
  const programmes = view.catalogue.programmes.map(({ id, name, short, segment }) => {
    const full = view.text(name)
    return { value: id, label: full === short ? full : `${short} · ${full}`, group: segments[segment] }
  })
  const sites = input.sites ?? []
  return html`
    <div class="fields">
      ${select(view, `${path}.programme`, programmes, { wide: true, blank: ui.choose, after: (id) => fitAudiences(view, id) })}
      ${field(view, `${path}.start`, { kind: 'day' })}
      ${field(view, `${path}.end`, { kind: 'day' })}
      ${field(view, 'today', { kind: 'day' })}
      ${field(view, `${path}.currency`, { suggestions: currencies })}
      ${field(view, `${path}.fiscalYearStart`, { kind: 'number', placeholder: '1' })}
      ${field(view, `${path}.region`)}
      ${field(view, `${path}.noticesContact`)}
    </div>
    <h4>${view.m.fields.sites}</h4>
    <p class="hint">${sites.length ? ui.notTestCentre : ui.oneSite}</p>
    ${sites.map((_, index) => {
      const place = `${path}.sites[${index}]`
      return html`<div class="entry" role="group" aria-label=${view.siteAt(index)}>
        ${field(view, `${place}.name`)}
        ${field(view, `${place}.testCentreFrom`, { kind: 'day' })}
        ${removeButton(view, `${path}.sites`, index, view.siteAt(index))}
      </div>`
    })}
    ${addButton(view, `${path}.sites`, { id: freshId(sites, 'site'), name: '', testCentreFrom: '' }, ui.addSite)}`
}

/** Groups that nobody has filled in yet become those the programme is for. @param {View} view @param {string} programme */
function fitAudiences(view, programme) {
  const segment = view.catalogue.programmes.find(({ id }) => id === programme)?.segment
  const { audience } = emptyGroup(segment)
  view.input.groups?.forEach((group, index) => {
    if (!group.people && group.audience !== audience && group.audience !== 'staff') view.actions.set(`${view.path}.groups[${index}].audience`, audience)
  })
}
