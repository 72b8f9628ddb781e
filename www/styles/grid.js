// The grid of groups: a sheet to type in, two lines for each group, or a card on a phone.
import { css } from 'lit'

export const grid = css`
  vp-groups-grid { display: block; container: groups / inline-size }
  .grid, .grid thead, .grid tbody { display: block }
  .grid { margin: 0; font-size: 0.9375rem }
  .grid tr { display: grid; grid-template-columns: var(--cells) }
  .grid tr.below { display: block }
  .grid { --cells: minmax(3rem, 2fr) minmax(4.75rem, 3fr) minmax(6rem, 5fr) minmax(3.5rem, 2fr) minmax(3.625rem, 2fr) 1.75rem }
  .grid.with-sites { --cells: minmax(2.75rem, 2fr) minmax(4.75rem, 3fr) minmax(3.5rem, 3fr) minmax(5.75rem, 4fr) minmax(3.5rem, 2fr) minmax(3.625rem, 2fr) 1.625rem }
  :host(:lang(zh)) .grid.with-sites { --cells: minmax(2.75rem, 2fr) minmax(4.25rem, 3fr) minmax(3.5rem, 3fr) minmax(8.25rem, 5fr) minmax(3.375rem, 2fr) minmax(2.5rem, 2fr) 1.625rem }
  .grid.grid tr > :is(th, td) { border: 0; padding: 0; min-width: 0 }
  .grid.grid thead tr > * { padding: 0 0.25rem 0.125rem; font-size: 0.75rem; line-height: 1.3; overflow: hidden; text-overflow: ellipsis }
  .grid.grid thead tr > .number { padding-inline: 0 0.125rem }
  .grid thead { border-bottom: 1px solid var(--vp-edge) }
  .grid tbody { border-bottom: 1px solid var(--vp-edge) }
  /* Of hundreds of groups, those far away are neither laid out nor painted. */
  .grid.many tbody { content-visibility: auto; contain-intrinsic-size: auto 4.5rem }
  .grid .name { grid-area: 1 / 1 / 2 / 3 }
  .grid .certifications { grid-area: 1 / 3 / 2 / -2 }
  .grid .people, .grid .audience, .grid .site, .grid .sittings, .grid .passRate, .grid .attempts { grid-row: 2 }
  .grid .to-menu { grid-area: 1 / -2 }
  .grid .to-details { grid-area: 2 / -2 }

  .grid.grid tr > td.cell { position: relative; min-height: 2rem; padding: 0.25rem 0.375rem; background: var(--vp-sheet); border-inline-end: 1px solid var(--vp-line); border-bottom: 1px dotted var(--vp-line); cursor: text; line-height: 1.4; overflow-wrap: anywhere; white-space: normal }
  .grid.grid tr > td.cell:is(.people, .audience, .site, .sittings, .passRate, .attempts) { border-bottom: 0; padding-inline: 0.3125rem; font-size: 0.875rem }
  .grid td.cell > span { display: block }
  .grid td.name > span:not(.blank) { font-weight: 600 }
  .grid .blank { color: var(--vp-soft) }
  .grid td.cell:hover { background: var(--vp-wash) }
  .grid td.cell[aria-selected="true"] { background: var(--vp-wash); box-shadow: inset 0 0 0 1px var(--vp-accent) }
  .grid :is(td, td button):focus-visible { outline: 2px solid var(--vp-accent); outline-offset: -2px; scroll-margin-block: 5rem }
  .grid td:is(.wrong, .warned)::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 3px; background: var(--vp-sitting) }
  .grid td:is(.wrong, .blocked)::before { background: var(--vp-expiry) }
  .grid td.wrong { box-shadow: inset 0 0 0 1px var(--vp-expiry) }
  .grid .to-menu button, .grid .to-details button { width: 100%; height: 100%; min-height: 2rem }
  .grid.grid tr > td.editing { padding: 0; background: var(--vp-sheet); overflow: visible }
  .grid td.editing > :is(input, select), .grid td.editing .with-picker > input[type="text"] { width: 100%; height: 100%; min-height: 2rem; border: 0; border-radius: 0; padding: 0.25rem 0.375rem; background: none; text-align: inherit; outline: 2px solid var(--vp-accent); outline-offset: -2px }
  .grid td.editing > select { padding-inline: 0.125rem }
  .grid td.editing .with-picker { height: 100%; min-width: 8rem; background: var(--vp-sheet) }
  .grid td.editing vp-certification-picker { padding: 0.25rem; outline: 2px solid var(--vp-accent); outline-offset: -2px; height: 100% }
  .grid td.editing vp-certification-picker input[role="combobox"] { width: 100%; min-height: 1.75rem; border: 0; outline: 0; background: none; padding: 0 0.25rem }
  .grid.grid tr.below > td { display: block; padding: 0.375rem 0.375rem 0.625rem; border-top: 1px dotted var(--vp-line) }
  .at-cell { font-size: var(--vp-small) }
  .at-cell > b { font-weight: 600 }
  .at-cell > :is(.problem, .at-field) { margin-top: 0 }
  .below-grid { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline }

  @container groups (max-width: 26rem) {
    .grid thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .grid.grid tr:not(.below) { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
    .grid.grid tr > :is(th, td):not([colspan]) { grid-area: auto; grid-column: 1 / -1 }
    .grid.grid tr > td:is(.to-menu, .to-details):not([colspan]) { grid-column: auto }
    .grid tr > .to-menu { text-align: end }
    .grid tbody { padding: 0.5rem 0; border-bottom-color: var(--vp-edge) }
    .grid.grid tbody tr > td.cell.cell { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 0.5rem; align-items: baseline; border: 0; border-bottom: 1px dotted var(--vp-line); min-height: 2.25rem; padding-block: 0.375rem; text-align: start }
    .grid td.cell::after { content: attr(data-label); grid-area: 1 / 1; color: var(--vp-soft); font-size: var(--vp-small) }
    .grid td.cell > * { grid-column: 2 }
    .grid td.editing > * { grid-row: 1 }
    .grid td.editing > vp-certification-picker { grid-row: auto; grid-column: 1 / -1 }
    .grid .to-menu button, .grid .to-details button { width: auto; height: auto; min-width: 2.75rem; min-height: 2.25rem }
    .grid .to-details button::after { content: attr(title); margin-inline-start: 0.375rem }
    .grid .to-menu button::after { content: attr(title); margin-inline-start: 0.375rem }
    .grid.grid tr.below > td { padding-inline: 0 }
  }
  @media (forced-colors: active) {
    .grid td.wrong { outline: 1px dashed CanvasText; outline-offset: -1px }
    .grid td.cell[aria-selected="true"] { outline: 2px solid Highlight; outline-offset: -2px }
    .grid td.wrong::before, .grid td.warned::before { background: CanvasText }
  }
`
