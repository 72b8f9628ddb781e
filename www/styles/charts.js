// The pictures: quiet lines, words that stay readable over them, and colours that mean what they mean elsewhere.
import { css } from 'lit'

export const styles = css`
  vp-chart-figure { display: block; min-width: 0; container-type: inline-size }
  .chart { margin: 0 }
  .chart-head { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: 0.5rem }
  .chart-head > :first-child { margin: 0 }
  .chart-title { color: var(--vp-soft); font-size: var(--vp-small) }
  .chart-switch { display: flex; margin-inline-start: auto }
  .chart-switch button { min-height: 1.75rem; padding: 0 0.625rem; font-size: 0.8125rem; border-color: var(--vp-line); border-radius: 0; color: var(--vp-soft); background: none }
  .chart-switch button:first-child { border-radius: var(--vp-radius) 0 0 var(--vp-radius); border-inline-end: 0 }
  .chart-switch button:last-child { border-radius: 0 var(--vp-radius) var(--vp-radius) 0 }
  .chart-switch button[aria-pressed="true"] { background: var(--vp-wash); color: var(--vp-ink); border-color: var(--vp-edge); font-weight: 600 }
  .chart-switch button[aria-pressed="true"] + button { border-inline-start-color: var(--vp-edge) }
  .chart-plot { border-radius: 3px; cursor: crosshair }
  .chart-plot:focus-visible { outline-offset: 4px }
  .chart-plot > svg { display: block; max-width: 100%; overflow: visible; touch-action: pan-y }
  .chart-readout { min-height: 2.6em; margin: 0.5rem 0 0; max-width: none; font-size: var(--vp-small); line-height: 1.45 }
  .chart-readout .soft { font-size: 0.8125rem }
  .chart-foot { display: flex; gap: 0.25rem 1.5rem; align-items: flex-start; justify-content: space-between; margin-top: 0.125rem }
  .chart-legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.125rem 1.125rem; color: var(--vp-soft); font-size: 0.8125rem }
  .chart-legend li { display: flex; gap: 0.4375rem; align-items: center; max-width: none }
  .chart-legend svg { flex: none; overflow: visible }
  .chart-save { display: flex; gap: 0.25rem; margin-inline-start: auto; flex: none }
  .chart-save button.quiet { font-size: 0.75rem; padding: 0 0.25rem; text-decoration: underline dotted; text-underline-offset: 0.2em }
  .chart-caption { margin-top: 0.375rem; color: var(--vp-soft); font-size: 0.8125rem; max-width: none }
  .chart-more { font-size: var(--vp-small); margin-top: 0.25rem }
  .chart-table { overflow-x: auto }
  .chart-table .balance tbody th { white-space: nowrap }
  .chart-table caption { font-weight: 600; color: var(--vp-ink); padding-top: 0.75rem }

  /* Words are as wide as they were measured. */
  .chart svg { text-autospace: no-autospace; font-variant-numeric: normal; letter-spacing: 0 }
  .chart text { font-size: 12px; fill: var(--vp-soft); paint-order: stroke; stroke: var(--vp-sheet); stroke-width: 3.5px; stroke-linejoin: round }
  .chart text.name { font-size: 13px; fill: var(--vp-ink) }
  .chart text.name.sub { font-size: 12px; fill: var(--vp-soft) }
  .chart text.strong, .chart text.head { font-weight: 650; fill: var(--vp-ink); font-size: 13px }
  .chart tspan.soft { font-weight: 400; fill: var(--vp-soft) }
  .chart text.date { fill: var(--vp-ink); font-size: 12px }
  .chart text.today { fill: var(--vp-accent); font-weight: 600 }
  .chart text.value { font-weight: 600 }
  .chart text.value.lost { fill: var(--vp-expiry) }
  .chart text.value.usable { fill: var(--vp-good) }
  .chart text.value.need { fill: var(--vp-sitting) }
  .chart text.in { fill: var(--vp-sheet); stroke: none; font-weight: 600 }
  .chart text.in.pale, .chart text.in.lost { fill: var(--vp-ink); stroke: var(--vp-sheet); stroke-width: 4px }
  .chart .grid { stroke: var(--vp-line); stroke-width: 1; stroke-opacity: 0.75 }
  .chart .rule { stroke: var(--vp-line); stroke-width: 1 }
  .chart .lane-line { stroke: var(--vp-line); stroke-width: 1; stroke-opacity: 0.6 }
  .chart .axis-line { stroke: var(--vp-edge); stroke-width: 1 }
  .chart line.today { stroke: var(--vp-accent); stroke-width: 1.5; stroke-dasharray: 4 3 }
  .chart .at { fill: none; stroke: var(--vp-accent); stroke-width: 1.5 }
  .chart circle.at { fill: var(--vp-accent) }

  .chart .m-agreement { fill: var(--vp-edge) }
  .chart .m-term { fill: var(--vp-line); stroke: var(--vp-edge); stroke-width: 1 }
  .chart .m-usable { fill: var(--vp-good); fill-opacity: 0.42 }
  .chart .m-expiry { fill: var(--vp-expiry) }
  .chart .m-delivery { fill: var(--vp-sheet); stroke: var(--vp-order); stroke-width: 1.5 }
  .chart .m-order { fill: var(--vp-order) }
  .chart .m-confirmed { fill: none; stroke: var(--vp-order); stroke-width: 1.5 }
  .chart .m-order-by { fill: var(--vp-sheet); stroke: var(--vp-order); stroke-width: 1.5 }
  .chart .m-preparation { fill: var(--vp-sitting); fill-opacity: 0.28 }
  .chart .m-retakes { fill: var(--vp-sheet); stroke: var(--vp-sitting); stroke-width: 1 }
  .chart .m-hatch { stroke: var(--vp-sitting); stroke-width: 1; fill: none }
  .chart .m-latest { fill: var(--vp-sheet); stroke: var(--vp-sitting); stroke-width: 1.5; stroke-linejoin: round }
  .chart .m-sitting { fill: var(--vp-sitting); stroke: var(--vp-sheet); stroke-width: 1.5 }
  .chart .m-centre { fill: var(--vp-good) }
  .chart .m-end { fill: none; stroke: var(--vp-expiry); stroke-width: 2.5 }
  .chart .m-beyond { fill: none; stroke: var(--vp-soft); stroke-width: 2 }

  .chart .b-used { fill: var(--vp-good) }
  .chart .b-used.pale { fill: var(--vp-good); fill-opacity: 0.22 }
  .chart .b-hatch { stroke: var(--vp-good); stroke-width: 1.5; stroke-opacity: 0.55; fill: none }
  .chart .b-unused { fill: var(--vp-expiry); fill-opacity: 0.08; stroke: var(--vp-expiry); stroke-width: 1.5; stroke-dasharray: 4 3 }
  .chart .b-chosen { fill: var(--vp-good) }

  .chart .c-usable { fill: none; stroke: var(--vp-good); stroke-width: 3.5; stroke-linejoin: round }
  .chart .c-need { fill: none; stroke: var(--vp-sitting); stroke-width: 1.5; stroke-linejoin: round }
  .chart .c-expected { fill: none; stroke: var(--vp-sitting); stroke-width: 1.25; stroke-dasharray: 2 3 }
  .chart .c-hand { fill: var(--vp-good); fill-opacity: 0.14 }
  .chart .c-band { fill: var(--vp-sitting); fill-opacity: 0.13 }
  .chart .c-edge { fill: none; stroke: var(--vp-sitting); stroke-width: 0.75; stroke-opacity: 0.6 }
  .chart .c-lost { fill: none; stroke: var(--vp-expiry); stroke-width: 3 }
  .chart .c-short { fill: var(--vp-expiry); fill-opacity: 0.3 }

  .chart .t-high { fill: var(--vp-order) }
  .chart .t-low { fill: var(--vp-sheet); stroke: var(--vp-order); stroke-width: 1 }
  .chart .t-hatch { stroke: var(--vp-order); stroke-width: 1.25; fill: none }

  @container planner (max-width: 40rem) {
    .chart-foot { flex-wrap: wrap }
  }
  @media (forced-colors: active) {
    .chart { --vp-ink: CanvasText; --vp-soft: CanvasText; --vp-sheet: Canvas; --vp-line: GrayText; --vp-edge: CanvasText; --vp-accent: Highlight;
      --vp-order: LinkText; --vp-sitting: CanvasText; --vp-expiry: CanvasText; --vp-good: CanvasText }
    .chart svg { forced-color-adjust: none }
    .chart .m-term { fill: Canvas }
    .chart-switch button[aria-pressed="true"] { outline: 2px solid Highlight; outline-offset: -3px }
  }
  @media print {
    .chart-switch, .chart-save, .chart-readout, .chart-more { display: none }
    .chart-plot > svg { width: 100%; height: auto }
    .chart-plot, .chart-foot { break-inside: avoid }
    .chart-head { break-after: avoid }
    .chart-table { overflow: visible; margin-top: 0.25rem }
    .chart-table table { font-size: 8pt; line-height: 1.3 }
    .chart-table :is(th, td) { padding-block: 0.125rem }
  }
`
