// What can be done with the scenarios on the desk: open, rename, copy, move, close.
/** @import { PlannerElement } from '../planner-element.js' */
/** @import { View } from '../view.js' */
/** @import { Sheet } from '../state/desk.js' */
import { html } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { sampleWords } from '../samples.js'
import { copiedSheet, movedSheet, renamedSheet, withoutSheet } from '../state/desk.js'
import { item } from './menus.js'

/** What a further scenario can start from. @param {View} view @param {PlannerElement} planner */
export function newMenu(view, planner) {
  const { m, ui } = view
  const open = (/** @type {Parameters<PlannerElement['openNew']>} */ ...name) => () => {
    if (planner.place?.name === 'library') planner.showPlace(undefined)
    planner.openNew(...name)
    focusSheet(planner)
  }
  const names = sampleWords[view.say.language]
  return html`${item(ui.startEmpty, open())}
    <p class="menu-head" role="presentation">${ui.samples}</p>
    ${/** @type {(keyof typeof names)[]} */ (Object.keys(names)).map((name) => item(names[name], open(name)))}
    <p class="menu-head" role="presentation">${m.scenarios.from(view.sheetName(shownOf(view)))}</p>
    ${item(m.scenarios.duplicate, () => duplicate(view, planner, view.desk.shown))}`
}

/** What can be done with one scenario. @param {View} view @param {PlannerElement} planner @param {string} key */
export function sheetMenu(view, planner, key) {
  const { m: { scenarios: words }, desk } = view
  const place = desk.sheets.findIndex((sheet) => sheet.key === key)
  return html`${item(words.rename, () => rename(planner, key), { hint: 'F2' })}
    ${item(words.duplicate, () => duplicate(view, planner, key))}
    ${item(words.moveLeft, () => move(view, planner, key, -1), { disabled: place <= 0 })}
    ${item(words.moveRight, () => move(view, planner, key, 1), { disabled: place < 0 || place === desk.sheets.length - 1 })}
    ${item(words.close, () => close(view, planner, key), { disabled: desk.sheets.length === 1 })}`
}

/** A scenario's name as a field in the bar. @param {View} view @param {PlannerElement} planner @param {Sheet} sheet */
export function renameField(view, planner, sheet) {
  const done = (/** @type {string | undefined} */ name) => {
    if (planner.renaming !== sheet.key) return
    planner.renaming = undefined
    if (name !== undefined && name.trim() && name.trim() !== sheet.scenario.name) planner.arrange(renamedSheet(planner.desk, sheet.key, name.trim()), { fresh: false })
  }
  return html`<input class="rename" type="text" autocomplete="off" aria-label=${view.m.scenarios.nameOf} .value=${view.sheetName(sheet)}
    ${ref(takesFocus)}
    @blur=${(/** @type {Event & { target: HTMLInputElement }} */ event) => done(event.target.value)}
    @keydown=${(/** @type {KeyboardEvent & { target: HTMLInputElement }} */ event) => {
      // What is typed here is undone by the browser itself.
      event.stopPropagation()
      if (event.isComposing || event.key !== 'Enter' && event.key !== 'Escape') return
      event.preventDefault()
      done(event.key === 'Enter' ? event.target.value : undefined)
      focusSheet(planner, sheet.key)
    }}>`
}

/** Once it is on the page. @param {Element | undefined} element */
const takesFocus = (element) => {
  if (element instanceof HTMLInputElement) queueMicrotask(() => { element.focus(); element.select() })
}

/** Keys on a scenario's name in the bar. @param {KeyboardEvent} event @param {View} view @param {PlannerElement} planner @param {Sheet} sheet */
export function stripKeys(event, view, planner, sheet) {
  const { sheets } = view.desk
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (event.key === 'F2') rename(planner, sheet.key)
  else if (event.key === 'Delete') close(view, planner, sheet.key)
  else if (by && event.shiftKey) move(view, planner, sheet.key, by)
  else if (by && !event.altKey && !event.ctrlKey && !event.metaKey) focusSheet(planner, sheets[sheets.indexOf(sheet) + by]?.key ?? sheet.key)
  else return
  event.preventDefault()
}

/** @param {PlannerElement} planner @param {string} key */
export const rename = (planner, key) => { planner.renaming = planner.locked ? undefined : key }

/** @param {View} view @param {PlannerElement} planner @param {string} key */
export function duplicate(view, planner, key) {
  const sheet = view.desk.sheets.find((each) => each.key === key)
  if (!sheet) return
  planner.arrange(copiedSheet(planner.desk, key, freeName(view, sheet)))
  focusSheet(planner)
}

/** @param {View} view @param {PlannerElement} planner @param {string} key @param {number} by */
export function move(view, planner, key, by) {
  const desk = movedSheet(planner.desk, key, by)
  if (desk === planner.desk) return
  planner.arrange(desk, { fresh: false })
  focusSheet(planner, key)
}

/** @param {View} view @param {PlannerElement} planner @param {string} key */
export function close(view, planner, key) {
  if (planner.desk.sheets.length === 1) return
  planner.arrange(withoutSheet(planner.desk, key), { fresh: key === planner.desk.shown })
  focusSheet(planner)
}

/** A name for a copy that no sheet has yet. @param {View} view @param {Sheet} sheet */
function freeName(view, sheet) {
  const { m: { scenarios: words }, desk } = view
  const name = view.sheetName(sheet)
  for (let number = 2; ; number += 1) {
    const copy = words.copyOf(name.replace(words.copyEnd, ''), number)
    if (!desk.sheets.some((each) => view.sheetName(each) === copy)) return copy
  }
}

/** @param {PlannerElement} planner @param {string} [key] the shown one, if none is named */
async function focusSheet(planner, key) {
  await planner.updateComplete
  const button = planner.renderRoot.querySelector(`#sheet-${key ?? planner.desk.shown}`)
  if (!(button instanceof HTMLElement)) return
  button.focus()
  button.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** @param {View} view @returns {Sheet} */
const shownOf = ({ desk }) => desk.sheets.find(({ key }) => key === desk.shown) ?? /** @type {Sheet} */ (desk.sheets[0])

/** Brings the shown scenario's name into sight where there are more names than fit. @param {ParentNode} root */
export function revealShown(root) {
  const name = root.querySelector('.strip [aria-current]')
  const list = name?.closest('ul')
  if (!name || !list) return
  const [at, frame] = [name.getBoundingClientRect(), list.getBoundingClientRect()]
  list.scrollLeft += Math.max(0, at.right - frame.right) || Math.min(0, at.left - frame.left)
}
