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
  const { ui, path, input, later } = view
  /** @type {Record<Segment, string>} */
  const segments = { academic: ui.academic, commercial: ui.commercial, any: ui.anySegment }
  const programmes = view.catalogue.programmes.map(({ id, name, short, segment }) => {
    const full = view.text(name)
    return { value: id, label: full === short ? full : `${short} · ${full}`, group: segments[segment] }
  })
  const sites = input.sites ?? []
  const segment = segmentOf(view, input.programme)
  return html`
    ${later?.agreementRow(view)}
    <div class="fields">
      ${select(view, `${path}.programme`, programmes, { wide: true, blank: ui.choose, hint: segment && ui.customers[segment], take: (id) => chooseProgramme(view, id) })}
      ${view.scenario.agreements?.[1] ? field(view, `${path}.name`) : ''}
      ${field(view, `${path}.start`, { kind: 'day' })}
      ${field(view, `${path}.end`, { kind: 'day' })}
      ${field(view, 'today', { kind: 'day' })}
    </div>
    <div class="agreement-help">${later?.usualLengths(view)}${later?.monthsLeft(view)}</div>
    <div class="fields">
      ${select(view, `${path}.region`, later?.regionChoices(view) ?? [], { blank: ui.choose, take: (region) => later?.chooseRegion(view, region) })}
      ${field(view, `${path}.currency`, { suggestions: currencies })}
      ${field(view, `${path}.fiscalYearStart`, { kind: 'number', placeholder: '1' })}
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
    ${addButton(view, `${path}.sites`, { id: freshId(sites, 'site'), name: '', testCentreFrom: '' }, ui.addSite)}
    <div class="agreement-room">${later?.agreementActions(view)}</div>`
}

/** Who may hold an agreement of a programme. @param {View} view @param {string | undefined} programme */
const segmentOf = (view, programme) => view.catalogue.programmes.find(({ id }) => id === programme)?.segment

/** Takes a programme; groups that nobody has filled in yet become those it is for, in one step. @param {View} view @param {string} programme */
function chooseProgramme(view, programme) {
  const place = `${view.path}.programme`
  const { audience } = emptyGroup(segmentOf(view, programme))
  /** @type {[string, unknown][]} */
  const changes = [[place, programme || undefined]]
  view.input.groups?.forEach((group, index) => {
    if (!group.people && group.audience !== audience && group.audience !== 'staff') changes.push([`${view.path}.groups[${index}].audience`, audience])
  })
  view.actions.setAll(changes, place)
}
