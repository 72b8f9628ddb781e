// Fields of the form: a label, the control, what is wrong with it and what to know about it.
/** @import { View } from './view.js' */
import { html, nothing } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { idOf } from './view.js'

/** What may be said of a field; help: the term that explains it, if not that of its name. @typedef {{ label?: string, hint?: string, help?: import('./view/help.js').Term, kind?: 'text' | 'day' | 'number', wide?: boolean, placeholder?: string, suggestions?: string[] }} Options */
/** @typedef {{ value: string, label: string, group?: string }} Choice */

/** A text, number or day as typed. @param {View} view @param {string} path @param {Options} [options] */
export function field(view, path, { label = labelOf(view, path), hint, help, kind = 'text', wide = false, placeholder, suggestions } = {}) {
  const id = idOf(path)
  const value = view.typed(path)
  const list = suggestions ? `${id}-list` : undefined
  const input = html`<input id=${id} type="text" autocomplete="off" spellcheck="false" ?readonly=${view.locked} .value=${value}
    inputmode=${kind === 'number' ? 'decimal' : nothing} placeholder=${placeholder ?? nothing} list=${list ?? nothing}
    aria-invalid=${view.problemsAt(path).length ? 'true' : nothing} aria-describedby=${described(view, path, hint) ?? nothing}
    @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ event) => view.actions.set(path, event.target.value)}
    @blur=${() => view.actions.touch(path)}>
    ${suggestions ? html`<datalist id=${list}>${suggestions.map((each) => html`<option value=${each}></option>`)}</datalist>` : nothing}`
  return html`<div class="field ${kind} ${wide ? 'wide' : ''}">
    <label for=${id}>${label}</label>${view.later?.fieldHelp(view, path, help)}
    ${kind === 'day' && !view.locked ? withPicker(view, path, label, value, input) : input}
    ${remarks(view, path, hint)}
  </div>`
}

/** A text field takes every way to write a day; the browser's calendar is one of them. @param {View} view @param {string} path @param {string} label @param {string} value @param {unknown} input */
function withPicker(view, path, label, value, input) {
  /** @type {HTMLInputElement | undefined} */
  let picker
  return html`<div class="with-picker">${input}
    <button type="button" class="pick" aria-label="${view.ui.chooseDay}: ${label}" @click=${() => picker?.showPicker()}></button>
    <input type="date" tabindex="-1" aria-hidden="true" .value=${isDay(value) ? value : ''}
      ${ref((element) => { picker = /** @type {HTMLInputElement | undefined} */ (element) })}
      @input=${(/** @type {Event} */ event) => event.stopPropagation()}
      @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => { view.actions.set(path, event.target.value); view.actions.touch(path) }}>
  </div>`
}

/** Whether the browser's calendar can show it. @param {string} text */
export function isDay(text) {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** One of several. @param {View} view @param {string} path @param {Choice[]} choices @param {Options & { blank?: string, take?: (value: string) => void }} [options] take: where more follows from a choice than the field's own value */
export function select(view, path, choices, { label = labelOf(view, path), hint, help, wide = false, blank, take } = {}) {
  const id = idOf(path)
  const value = view.typed(path)
  const option = (/** @type {Choice} */ choice) => html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`
  const groups = [...new Set(choices.map((choice) => choice.group))]
  return html`<div class="field ${wide ? 'wide' : ''}">
    <label for=${id}>${label}</label>${view.later?.fieldHelp(view, path, help)}
    <select id=${id} ?disabled=${view.locked} aria-invalid=${view.problemsAt(path).length ? 'true' : nothing} aria-describedby=${described(view, path, hint) ?? nothing}
      @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => { const { value: chosen } = event.target; take ? take(chosen) : view.actions.set(path, chosen || undefined); view.actions.touch(path) }}>
      ${blank === undefined ? nothing : html`<option value="" .selected=${value === ''}>${blank}</option>`}
      ${value && !choices.some((choice) => choice.value === value) ? option({ value, label: value }) : nothing}
      ${groups.map((group) => {
        const members = choices.filter((choice) => choice.group === group).map(option)
        return group ? html`<optgroup label=${group}>${members}</optgroup>` : members
      })}
    </select>
    ${remarks(view, path, hint)}
  </div>`
}

/** What stands beneath a field: the hint, what is wrong, what to know. @param {View} view @param {string} path @param {string} [hint] */
export function remarks(view, path, hint) {
  const problems = view.problemsAt(path)
  const findings = view.findingsAt(path)
  return html`${hint ? html`<p class="hint" id="${idOf(path)}-hint">${hint}</p>` : nothing}
    ${problems.length ? html`<p class="problem" id="${idOf(path)}-problem">${problems.map((problem) => view.problemText(problem)).join(' ')}</p>` : nothing}
    ${findings.length ? html`<ul class="at-field" id="${idOf(path)}-finding">${findings.map((finding) => html`<li class=${finding.severity}>
      <b>${view.m.severities[finding.severity]}</b> ${view.findingText(finding)} ${repairs(view, finding)}</li>`)}</ul>` : nothing}`
}

/** Buttons that put a finding right. @param {View} view @param {import('./view.js').Finding} finding */
export function repairs(view, finding) {
  return finding.repairs.length && !view.locked ? html`<ul class="repairs">${finding.repairs.map((repair) => html`<li><button type="button" class="repair" @click=${() => [repair, ...repair.also ?? []].forEach(({ path, value }) => view.actions.set(path, value))}>${
    view.m.repairs[repair.action](repairValue(view, repair))}</button>${effectOf(view, repair, finding.repairs.length > 1)}</li>`)}</ul>` : nothing
}

/** A repair's value in words. @param {View} view @param {import('./pkg/index.js').Repair} repair */
export function repairValue(view, { action, path, value }) {
  if (action === 'choose-certification') return view.names.certification(value)
  if (action === 'choose-programme') return view.names.programme(value)
  if (action === 'switch-policy') {
    const policy = /** @type {Record<string, { choices: Record<string, string> }>} */ (view.m.policies)[path.split('.').at(-1) ?? '']
    return policy?.choices[value] ?? value
  }
  return /^\d{4}-\d\d-\d\d$/.test(value) ? view.say.day(value) : value
}

/** What the plan comes to with a repair. @param {View} view @param {import('./pkg/index.js').Repair} repair @param {boolean} several whether there is another to compare it with */
function effectOf({ ui, say, currency }, { effect }, several) {
  if (!effect) return nothing
  const { charge, exams, uncovered, cheapest } = effect
  const money = (/** @type {number} */ minor) => (minor ? (minor > 0 ? ui.costsMore : ui.costsLess)(say.money(Math.abs(minor), currency)) : ui.costsSame)
  const said = [
    typeof charge === 'number' ? money(charge) : exams ? ui.examsDiffer(say.change(exams)) : '',
    uncovered ? ui.stillUncovered(say.count(uncovered)) : '',
    several && cheapest && typeof charge === 'number' ? ui.cheapest : '',
  ].filter(Boolean)
  return said.length ? html` <small>${say.clauses(said)}</small>` : nothing
}

/** The button that says what a term means; its place is kept until it comes. @param {View} view @param {import('./view/help.js').Term} term */
export const help = (view, term) => view.later?.help(view, term) ?? html`<span class="help"></span>`

/** @param {View} view @param {string} path @param {string} [hint] */
export function described(view, path, hint) {
  const ids = [hint ? 'hint' : '', view.problemsAt(path).length ? 'problem' : '', view.findingsAt(path).length ? 'finding' : ''].filter(Boolean)
  return ids.length ? ids.map((end) => `${idOf(path)}-${end}`).join(' ') : undefined
}

/** @param {View} view @param {string} path */
function labelOf(view, path) {
  const last = path.match(/(\w+)(?:\[\d+\])?$/)?.[1] ?? path
  return /** @type {Record<string, string>} */ (view.m.fields)[last] ?? last
}

/** A button that takes an entry off a list. @param {View} view @param {string} path @param {number} index @param {string} what */
export function removeButton(view, path, index, what) {
  return view.locked ? nothing : html`<button type="button" class="quiet remove" aria-label=${view.ui.remove(what)} title=${view.ui.remove(what)} @click=${() => view.actions.remove(path, index)}>×</button>`
}

/** A button that adds an entry to a list. It stands for the list where something asks to go there. @param {View} view @param {string} path @param {unknown} entry @param {string} label */
export function addButton(view, path, entry, label) {
  return view.locked ? nothing : html`<button type="button" class="add" id=${idOf(path)} @click=${() => view.actions.add(path, entry)}>+ ${label}</button>`
}
