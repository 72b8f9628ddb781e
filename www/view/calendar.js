// Business days: the weekend, known public holidays to take over, holidays to paste, and single days.
/** @import { Weekday } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { addButton, field, remarks, removeButton } from '../field.js'
import { help } from './help.js'
import { holidaysOf } from '../holidays.js'
import '../holiday-paste.js'
import { at } from '../scenario.js'
import { idOf } from '../view.js'

/** @param {View} view */
export function calendar(view) {
  const { ui, path } = view
  return html`<div class="with-help"><h4 id=${idOf(`${path}.calendar`)} tabindex="-1">${ui.calendarTitle}</h4>${help(view, 'business-days')}</div>
    <p class="hint">${view.m.agreement.calendarHint}</p>
    <div class="fields">${weekend(view)}</div>
    ${knownHolidays(view)}
    ${view.locked ? nothing : html`<vp-holiday-paste .view=${view}></vp-holiday-paste>`}
    ${days(view, 'holidays', ui.addHoliday)}
    ${days(view, 'workingDays', ui.addWorkingDay)}`
}

/** Beyond so many days a list waits until it is opened. */
const few = 3

/** @param {View} view @param {'holidays' | 'workingDays'} list @param {string} label */
function days(view, list, label) {
  const place = `${view.path}.calendar.${list}`
  const entries = view.input.calendar?.[list] ?? []
  const name = view.m.fields[list]
  const rows = entries.map((_, index) => html`<div class="entry">
    ${field(view, `${place}[${index}]`, { kind: 'day', label: view.ui.item(name, index + 1) })}
    ${removeButton(view, place, index, view.ui.item(name, index + 1))}
  </div>`)
  const wrong = entries.some((_, index) => view.problemsAt(`${place}[${index}]`).length)
  return html`${entries.length > few ? html`<details class="more" ?open=${wrong}><summary>${view.ui.labelled(name, view.say.count(entries.length))}</summary>
      <button type="button" class="link" ?disabled=${view.locked} @click=${() => view.actions.setAll([[place, undefined]], place)}>${view.m.agreement.removeAll}</button>${rows}</details>` : rows}
    ${addButton(view, place, '', label)}`
}

/** Official holidays of the region for the years of the agreement, each year a button. @param {View} view */
function knownHolidays(view) {
  const { path, input } = view
  const words = view.m.agreement
  const region = String(input.region ?? '')
  const from = Number(String(view.agreement?.start ?? input.start ?? '').slice(0, 4))
  const until = Number(String(view.agreement?.end ?? input.end ?? '').slice(0, 4))
  if (!holidaysOf(region, 2026) || !from || !until || until - from > 10) return nothing
  const years = Array.from({ length: until - from + 1 }, (_, index) => from + index)
  const found = years.flatMap((year) => holidaysOf(region, year) ?? [])
  const missing = years.filter((year) => !holidaysOf(region, year)).map(String)
  return html`<ul class="known-holidays">${found.map(({ year, holidays, workingDays, notices }) => {
    const lists = [/** @type {const} */ (['holidays', holidays]), /** @type {const} */ (['workingDays', workingDays])]
    const entered = (/** @type {string} */ list) => /** @type {unknown[]} */ (at(view.scenario, `${path}.calendar.${list}`) ?? []).map(String)
    const taken = lists.every(([list, days]) => days.every((day) => entered(list).includes(day)))
    return html`<li><button type="button" ?disabled=${taken || view.locked} @click=${() => view.actions.setAll(
      lists.map(([list, days]) => [`${path}.calendar.${list}`, [...new Set([...entered(list).filter(Boolean), ...days])].sort()]), `${path}.calendar.holidays`,
    )}>${taken ? words.takenYear(String(year)) : words.takeYear(String(year), holidays.length, workingDays.length)}</button>
      ${notices.map((url, index) => html` <a href=${url} target="_blank" rel="noopener noreferrer">${words.notice(String(year), index)}</a>`)}</li>`
  })}</ul>
  ${missing.length ? html`<p class="hint">${words.noHolidays(view.say.list(missing))}</p>` : nothing}`
}

/** The usual weekends of the world. @param {View} view */
function weekend(view) {
  const path = `${view.path}.calendar.weekend`
  const days = view.input.calendar?.weekend
  const presets = Object.entries(view.ui.weekendPresets)
  const key = days ? [...days].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(',') : 'saturday,sunday'
  return html`<div class="field">
    <label for=${idOf(path)}>${view.m.fields.weekend}</label>
    <select id=${idOf(path)} ?disabled=${view.locked} @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => view.actions.set(path, event.target.value.split(',').filter(Boolean))}>
      ${presets.map(([value, label]) => html`<option value=${value} .selected=${value === key}>${label}</option>`)}
      ${presets.some(([value]) => value === key) ? '' : html`<option value=${key} .selected=${true}>${view.say.all((days ?? []).map((day) => view.m.weekdays[day]))}</option>`}
    </select>
    ${remarks(view, path)}
  </div>`
}

/** Days as the presets name them. @type {Weekday[]} */
const order = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday']
