// What can be measured of a page: what sticks out, what is cut, what is too small to hit, what covers the focus.

/** Shared by the measures: what is seen, and what a finding says of an element. */
const tools = `
  const root = document.querySelector('voucher-planner').shadowRoot
  // Heads of tables that became cards are for people who listen only.
  const clipped = (each) => each && getComputedStyle(each).clipPath !== 'none'
  const all = (which = '*') => [...root.querySelectorAll(which)].filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !each.closest('.hidden, svg, [popover]:not(:popover-open), datalist') && !clipped(each.closest('thead')))
  const named = (each) => (each.tagName.toLowerCase() + '.' + each.className + ' ' + (each.getAttribute('aria-label') ?? each.textContent).replace(/\\s+/g, ' ').trim().slice(0, 60))
`

/** Elements beyond the window's edge, and words that are cut off or run out of their box, save names a person gave, which end in an ellipsis. */
export const outOfPlace = `${tools}
  const width = document.documentElement.clientWidth
  const scrolls = (each) => { for (let at = each.parentElement; at; at = at.parentElement) if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true; return false }
  const out = all().filter((each) => { const { right, left, width: wide } = each.getBoundingClientRect(); return wide > 1 && (right > width + 1 || left < -1) && !scrolls(each) }).map((each) => 'beyond the edge: ' + named(each))
  const cut = all('button, label, td, th, p, li, dt, dd, h1, h2, h3, h4, h5, summary, legend, fieldset, caption, a').filter((each) => {
    const style = getComputedStyle(each)
    return style.display !== 'inline' && style.position !== 'absolute' && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1 && style.overflowX !== 'auto' && style.textOverflow !== 'ellipsis'
  }).map((each) => 'wider than its box: ' + named(each))
  return [...new Set([...out, ...cut])]`

/** Targets under 24 pixels either way, save links and figures in a sentence (WCAG 2.5.8). */
export const tooSmall = `${tools}
  const inSentence = (each) => getComputedStyle(each).display.startsWith('inline') && each.closest('p, li, dd, h2, label') && each.closest('p, li, dd, h2, label').textContent.trim().length > each.textContent.trim().length
  return all('button, a[href], input:not([type=date]), select, summary, [role=option], [role=tab], [role=slider]').filter((each) => {
    const { width, height } = each.getBoundingClientRect()
    return (width < 23.9 || height < 23.9) && !inSentence(each)
  }).map((each) => named(each) + ' ' + JSON.stringify(each.getBoundingClientRect()))`

/** What has the focus, whether it is the last that can have it, and whether any of it can be seen: nothing may lie on top of all of it (WCAG 2.4.11). */
export const focusSeen = `${tools}
  let active = root.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  if (!active) return { name: '', seen: true, ring: true, last: false }
  const { left, right, top, bottom } = active.getBoundingClientRect()
  const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y]))
  const seen = points.some(([x, y]) => { const hit = root.elementFromPoint(x, y); return hit && (hit === active || active.contains(hit) || hit.contains(active) && !hit.matches('.headline')) })
  const style = getComputedStyle(active)
  const last = active === all('.foot :is(a[href], button, summary)').at(-1)
  return { name: named(active), id: active.id, seen, last, ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, place: active.closest('.bar, .headline, .questions, .answer, .foot')?.className.split(' ')[0] ?? '' }`
