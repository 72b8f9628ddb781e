// Puts what floats above the page beneath the thing it belongs to, or above it where there is more room, and keeps it in the window.

/** How far it stays from the edges of the window, in pixels. */
const margin = 8

/** @param {HTMLElement} floating @param {Element} anchor @param {{ width?: number }} [options] width: the most it takes, in pixels */
export function placeBelow(floating, anchor, { width } = {}) {
  const around = anchor.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const { style } = floating
  if (width) style.setProperty('width', `${Math.min(Math.max(width, around.width), clientWidth - 2 * margin)}px`)
  const below = clientHeight - around.bottom - margin
  const above = around.top - margin
  const under = below >= Math.min(floating.scrollHeight, 240) || below >= above
  style.setProperty('max-height', `${Math.max(120, under ? below : above)}px`)
  style.setProperty('left', `${Math.max(margin, Math.min(around.left, clientWidth - margin - floating.offsetWidth))}px`)
  style.setProperty('top', under ? `${around.bottom}px` : 'auto')
  style.setProperty('bottom', under ? 'auto' : `${clientHeight - around.top}px`)
}
