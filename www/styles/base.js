// Text, links, buttons, tables, and the frame of the page.
import { css } from 'lit'

export const base = css`
  /* What lies around may be narrower than the window: the width of the element decides, not that of the window. What is
     only for listeners keeps its place in it too: in a box that scrolls it would lengthen the page around. */
  :host { display: block; position: relative; container: planner / inline-size; background: var(--vp-paper); color: var(--vp-ink); font: 1rem/var(--vp-leading) var(--vp-font); font-variant-numeric: tabular-nums lining-nums }
  *, *::before, *::after { box-sizing: border-box }
  h1, h2, h3, h4, h5, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0 }
  h1 { font-size: 1.2rem; font-weight: 650; white-space: nowrap }
  h3 { font-size: 1.2rem; font-weight: 650; line-height: 1.35 }
  h4 { font-size: 1rem; font-weight: 650; margin: 1.25rem 0 0.25rem }
  h5 { font-size: 0.9375rem; font-weight: 650; margin: 0.75rem 0 0.25rem }
  ul, ol { padding-left: 1.25rem }
  p, li, dd { max-width: var(--vp-measure); overflow-wrap: anywhere }
  a, .link { color: var(--vp-accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px }
  a:hover, .link:hover { text-decoration-thickness: 2px }
  .soft, .hint, .unit { color: var(--vp-soft); font-size: var(--vp-small); font-weight: 400 }
  .cover { display: none; color: var(--vp-soft) }
  .bad { color: var(--vp-expiry) }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  [hidden] { display: none !important }
  :focus-visible { outline: 2px solid var(--vp-accent); outline-offset: 2px; border-radius: 2px }
  button, select, input { font: inherit; color: inherit }
  button { min-height: 2rem; padding: 0.125rem 0.75rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); cursor: pointer }
  button:hover { border-color: var(--vp-accent); color: var(--vp-accent) }
  button[aria-pressed="true"] { background: var(--vp-accent); border-color: var(--vp-accent); color: var(--vp-sheet) }
  button:disabled { color: var(--vp-soft); border-color: var(--vp-line); cursor: default }
  button.link, button.quiet { border: 0; background: none; padding: 0; min-height: 1.5rem; text-align: start }
  button.link { text-decoration: underline; text-decoration-thickness: 1px }
  button.quiet { color: var(--vp-soft); min-width: 1.5rem; text-align: center }
  .help { display: inline-block; width: 1.5rem; height: 1.5rem; min-height: 0; margin: -0.25rem 0; vertical-align: middle }
  summary { cursor: pointer; min-height: 1.5rem }
  summary::marker { color: var(--vp-soft) }

  .bar { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; padding: 0.625rem 1.5rem; border-bottom: 1px solid var(--vp-line) }
  .bar-group { display: flex; flex-wrap: wrap; gap: 0.375rem; align-items: center }
  .bar-group.end { margin-inline-start: auto }
  .bar-label { white-space: nowrap; color: var(--vp-soft); font-size: var(--vp-small) }
  /* In WebKit a long choice would make the whole page wider. */
  select { contain: paint; text-overflow: ellipsis }
  .bar button, .bar select { font-size: var(--vp-small) }
  .bar select { min-height: 2rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); padding: 0 0.25rem }
  .opens::after { content: ""; display: inline-block; margin-inline-start: 0.375rem; border: 0.25rem solid transparent; border-top-color: currentColor; transform: translateY(0.125rem) }
  .strip { display: flex; gap: 0.375rem; align-items: center; padding: 0.375rem 1.5rem; border-bottom: 1px solid var(--vp-line) }
  .strip ul { display: flex; gap: 0.125rem; list-style: none; padding: 3px; overflow-x: auto; scrollbar-width: thin }
  .strip li { flex: none; max-width: none }
  .strip button { font-size: var(--vp-small); white-space: nowrap }
  .strip .name { max-width: 24rem; overflow: hidden; text-overflow: ellipsis; border-color: transparent; background: none }
  .strip .name[aria-current] { border-color: transparent; border-block-end: 2px solid var(--vp-accent); border-radius: 0; font-weight: 650 }
  .notices.some:empty { min-height: 2.8rem }
  .starts { display: flex; flex-wrap: wrap; gap: 0.375rem; align-items: center; margin-top: 0.375rem }
  .starts:first-child { margin-top: 0 }
  .starts button { font-size: var(--vp-small) }
  .foot-links { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem }
  .switch { display: flex }
  .switch button { border-radius: 0 }
  .switch button:first-child { border-radius: var(--vp-radius) 0 0 var(--vp-radius); border-inline-end: 0 }
  .switch button:last-child { border-radius: 0 var(--vp-radius) var(--vp-radius) 0 }

  .sheet { display: grid; grid-template: auto 1fr / minmax(22rem, 5fr) minmax(0, 8fr) }
  .headline { position: relative; grid-area: 1 / 2; background: var(--vp-sheet); border-inline-start: 1px solid var(--vp-line); padding: 2rem clamp(1rem, 3cqi, 2.5rem) 1rem }
  .questions { grid-area: 1 / 1 / 3 / 2; padding: 1rem 1.5rem 3rem; min-width: 0 }
  .answer { grid-area: 2 / 2; background: var(--vp-sheet); border-inline-start: 1px solid var(--vp-line); padding: 0 clamp(1rem, 3cqi, 2.5rem) 3rem; min-width: 0 }
  .sheet.alone { grid-template: auto 1fr / minmax(0, 1fr) }
  .sheet.alone > :is(.headline, .answer) { grid-column: 1; border-inline-start: 0 }
  .place { max-width: 60rem; margin: 0 auto; padding: 1.5rem }
  .place section { margin-top: 2rem }
  .foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 2rem; padding: 1rem 1.5rem; border-top: 1px solid var(--vp-line); color: var(--vp-soft); font-size: var(--vp-small) }
  .waiting { max-width: 40rem; margin: 0 auto; padding: 4rem 1rem; display: grid; gap: 1rem; justify-items: start }
  .notice { padding: 0.5rem 0.75rem; border-inline-start: 3px solid var(--vp-accent); background: var(--vp-wash); font-size: var(--vp-small); max-width: none; margin-bottom: 0.75rem }
  /* Only what takes longer than a blink is announced; nothing moves for it. */
  .working { position: absolute; inset: auto 1rem 0.25rem auto; padding: 0 0.5rem; background: var(--vp-wash); font-size: var(--vp-small); animation: appear 1ms 300ms both }
  @keyframes appear { from { visibility: hidden } to { visibility: visible } }
  .notice.bad { border-color: var(--vp-expiry); color: var(--vp-ink) }

  @container planner (max-width: 60rem) {
    .sheet { display: block }
    .headline { position: sticky; top: var(--vp-top); z-index: 2; padding: 0.5rem 1rem; border: 0; border-bottom: 1px solid var(--vp-line); max-height: 60vh; overflow: auto }
    .answer { border: 0; border-top: 1px solid var(--vp-line) }
    .bar, .strip { padding: 0.5rem 1rem }
    .strip { padding-block: 0.25rem }
    .bar-group.end { order: -1 }
    .bar > h1 { order: -2; margin-inline-end: auto }
    .bar-group.end { margin-inline-start: 0 }
    .questions { padding: 0.5rem 1rem 1.5rem }
  }
  /* In a low window, such as at high zoom, what stays on top would hide the rest. */
  @media (max-height: 30rem) {
    @container planner (max-width: 60rem) { .headline { position: static; max-height: none } }
  }
  @container planner (max-width: 40rem) {
    .bar { gap: 0.5rem; font-size: var(--vp-small) }
    .bar h1 { font-size: 1rem; flex: 1 1 11rem }
    .bar-label { display: none }
    .starts .bar-label { display: inline }
    .bar, .strip { gap: 0.375rem; flex-wrap: wrap }
    .bar button, .strip .opens { padding-inline: 0.4375rem }
    .bar .bar-group { display: contents }
    .strip { flex-wrap: nowrap }
    .strip ul { flex: 1 1 0; min-width: 5rem }
    .strip .name { max-width: 44cqi }
    .bar-group.end { display: contents }
    .switch { order: -1 }
    .sheet, .place { --vp-field: 9.5rem }
  }
  @media (prefers-reduced-motion: no-preference) {
    button, .figure { transition: background-color 150ms, border-color 150ms }
  }
  @media (forced-colors: active) {
    button[aria-pressed="true"] { outline: 2px solid Highlight; outline-offset: -3px }
    .notice, .findings li { border-color: CanvasText }
  }
`
