// The bar: what the page is, what can be done with the whole, how it looks; below it the scenarios on the desk.
/** @import { PlannerElement, Theme } from '../planner-element.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { languages } from '../say.js'

/** @param {View} view @param {PlannerElement} planner */
export function bar(view, planner) {
  const { ui, say, later } = view
  const whole = planner.extent === 'full'
  return html`<div class="bar" part="bar">
    <h1>${ui.title}</h1>
    ${view.locked ? nothing : html`<div class="bar-group">
      <button type="button" ?disabled=${!planner.canUndo} aria-keyshortcuts="Control+Z" @click=${() => planner.undo()}>${ui.undo}</button>
      <button type="button" ?disabled=${!planner.canRedo} aria-keyshortcuts="Control+Y" @click=${() => planner.redo()}>${ui.redo}</button>
    </div>`}
    <div class="bar-group">
      ${whole ? html`<button type="button" ?disabled=${!later} aria-pressed=${planner.place?.name === 'scenarios'} @click=${() => planner.showPlace(planner.place?.name === 'scenarios' ? undefined : 'scenarios')}>${ui.compareScenarios}</button>
      ${popover(view, 'share', ui.share, later?.sharePanel(view, planner), 'dialog')}` : nothing}
      ${popover(view, 'file', ui.file, later?.fileMenu(view, planner))}
      ${later?.outputsMenu(view)}
    </div>
    <div class="bar-group end">
      <label class="hidden" for="theme">${ui.theme}</label>
      <select id="theme" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => planner.choose('theme', /** @type {Theme} */ (event.target.value))}>
        ${Object.entries(ui.themes).map(([value, label]) => html`<option value=${value} .selected=${value === planner.theme}>${label}</option>`)}
      </select>
      <div class="switch" role="group" aria-label=${ui.language}>
        ${languages.map((language) => html`<button type="button" lang=${language} aria-pressed=${language === say.language} @click=${() => planner.choose('language', language)}>${languageNames[language]}</button>`)}
      </div>
    </div>
  </div>
  ${whole ? strip(view, planner) : nothing}`
}

/** The scenarios side by side, the shown one marked. @param {View} view @param {PlannerElement} planner */
function strip(view, planner) {
  const { ui, desk, later } = view
  const show = (/** @type {string} */ key) => {
    if (planner.place) planner.showPlace(undefined)
    if (key !== desk.shown) view.actions.showSheet(key)
  }
  return html`<nav class="strip" part="scenarios" aria-label=${ui.scenarios}>
    <span class="bar-label" aria-hidden="true">${ui.scenarios}</span>
    <ul>${desk.sheets.map((sheet) => html`<li>${sheet.key === planner.renaming ? later?.renameField(view, planner, sheet) : html`<button type="button" id="sheet-${sheet.key}" class="name" title=${view.sheetName(sheet)}
      aria-current=${sheet.key === desk.shown ? 'true' : nothing} @click=${() => show(sheet.key)} @dblclick=${() => { planner.renaming = view.locked ? undefined : later && sheet.key }}
      @keydown=${(/** @type {KeyboardEvent} */ event) => later?.stripKeys(event, view, planner, sheet)}>${view.sheetName(sheet)}</button>`}</li>`)}</ul>
    ${view.locked ? nothing : html`${popover(view, 'new', ui.newScenario, later?.newMenu(view, planner))}
    ${popover(view, 'sheet', ui.thisScenario, later?.sheetMenu(view, planner, desk.shown))}`}
  </nav>`
}

/** A button that opens a menu, or a panel, whose contents are loaded after the first answer. @param {View} view @param {string} id @param {string} label @param {unknown} content @param {'menu' | 'dialog'} [role] */
function popover({ later }, id, label, content, role = 'menu') {
  return html`<button type="button" class="opens" popovertarget=${id} aria-haspopup=${role} ?disabled=${!later}>${label}</button>
    <div popover id=${id} class=${role} role=${role} aria-label=${label} @beforetoggle=${later?.placed} @toggle=${later?.opened} @keydown=${later?.moved}>${content}</div>`
}

/** Each in itself: whoever cannot read the page finds the own one. */
const languageNames = { en: 'English', 'zh-CN': '中文' }
