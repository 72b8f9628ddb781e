// The bar: what the page is, where to start from, what can be done with the whole, and how it looks.
/** @import { PlannerElement, Theme } from '../planner-element.js' */
/** @import { View } from '../view.js' */
import { html } from 'lit'
import { sampleWords } from '../samples.js'
import { languages } from '../say.js'

/** @param {View} view @param {PlannerElement} planner */
export function bar(view, planner) {
  const { ui, say } = view
  const words = sampleWords[say.language]
  const names = /** @type {(keyof typeof words)[]} */ (Object.keys(words))
  return html`<div class="bar">
    <h1>${ui.title}</h1>
    <div class="bar-group" role="group" aria-label=${ui.samples}>
      <span class="bar-label" aria-hidden="true">${ui.samples}</span>
      ${names.map((name) => html`<button type="button" aria-pressed=${planner.origin?.name === name} @click=${() => planner.loadSample(name)}>${words[name]}</button>`)}
    </div>
    <div class="bar-group">
      <button type="button" @click=${() => planner.startEmpty()}>${ui.startEmpty}</button>
      <button type="button" ?disabled=${!planner.canUndo} aria-keyshortcuts="Control+Z" @click=${() => planner.undo()}>${ui.undo}</button>
      <button type="button" ?disabled=${!planner.canRedo} aria-keyshortcuts="Control+Y" @click=${() => planner.redo()}>${ui.redo}</button>
    </div>
    <div class="bar-group end">
      ${view.later?.outputsMenu(view)}
      <label class="hidden" for="theme">${ui.theme}</label>
      <select id="theme" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => { planner.theme = /** @type {Theme} */ (event.target.value) }}>
        ${Object.entries(ui.themes).map(([value, label]) => html`<option value=${value} .selected=${value === planner.theme}>${label}</option>`)}
      </select>
      <div class="switch" role="group" aria-label=${ui.language}>
        ${languages.map((language) => html`<button type="button" lang=${language} aria-pressed=${language === say.language} @click=${() => { planner.language = language }}>${languageNames[language]}</button>`)}
      </div>
    </div>
  </div>`
}

/** Each in itself: whoever cannot read the page finds the own one. */
const languageNames = { en: 'English', 'zh-CN': '中文' }
