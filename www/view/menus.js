// Menus and panels that open below a button, in the browser's top layer: where they lie, and their keys.
import { html } from 'lit'

/** @typedef {ToggleEvent & { currentTarget: HTMLElement }} Toggle */

/** Lies below its button, inside the window. The browser has no such place by itself everywhere yet. @param {Toggle} event */
export function placed({ newState, currentTarget: menu }) {
  if (newState !== 'open') return
  // Its size is known only once it is shown; before that nobody should see it somewhere else.
  menu.style.visibility = 'hidden'
}

/** @param {Toggle} event */
export function opened({ newState, currentTarget: menu }) {
  const button = buttonOf(menu)
  button?.setAttribute('aria-expanded', String(newState === 'open'))
  if (!button) return
  if (newState !== 'open') {
    // Back to where one came from, unless what was chosen has taken the focus already.
    const root = /** @type {ShadowRoot} */ (menu.getRootNode())
    if (root.activeElement ? menu.contains(root.activeElement) : [null, document.body, root.host].includes(document.activeElement)) button.focus()
    return
  }
  const [at, size] = [button.getBoundingClientRect(), menu.getBoundingClientRect()]
  const margin = 8
  menu.style.left = `${Math.max(margin, Math.min(at.left, innerWidth - size.width - margin))}px`
  menu.style.top = `${Math.max(margin, Math.min(at.bottom + 4, innerHeight - size.height - margin))}px`
  menu.style.visibility = ''
  if (menu.matches('.menu')) itemsOf(menu)[0]?.focus()
  else menu.querySelector('h2')?.focus()
}

/** Arrows, Home and End go from item to item; Escape is the browser's own. @param {KeyboardEvent & { currentTarget: HTMLElement }} event */
export function moved(event) {
  const { key, currentTarget: menu } = event
  if (!menu.matches('.menu')) return
  const items = itemsOf(menu)
  const place = items.indexOf(/** @type {HTMLElement} */ (event.target))
  const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: -1 }[key]
  if (key === 'Tab') menu.hidePopover()
  if (next === undefined) return
  items.at(next % items.length)?.focus()
  event.preventDefault()
}

/** An entry of a menu; what it does happens after the menu has closed. @param {string} label @param {() => unknown} act @param {{ disabled?: boolean, hint?: string }} [options] */
export function item(label, act, { disabled = false, hint = '' } = {}) {
  return html`<button type="button" role="menuitem" ?disabled=${disabled} @click=${(/** @type {Event & { currentTarget: HTMLElement }} */ event) => {
    /** @type {HTMLElement | null} */ (event.currentTarget.closest('[popover]'))?.hidePopover()
    act()
  }}>${label}${hint ? html` <span class="soft">${hint}</span>` : ''}</button>`
}

/** @param {HTMLElement} menu */
const itemsOf = (menu) => /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('[role="menuitem"]:not(:disabled)')])

/** @param {HTMLElement} menu @returns {HTMLElement | null} */
const buttonOf = (menu) => /** @type {ShadowRoot} */ (menu.getRootNode()).querySelector(`[popovertarget="${menu.id}"]`)
