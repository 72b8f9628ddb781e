// The answer: one large sentence, then tables between hairlines, with notes in the margin.
import { css } from 'lit'

export const answer = css`
  /* Lines break as they come: with "text-wrap: pretty" some answers at some widths end the page in WebKit. */
  .answer-sentence h2 { font-size: var(--vp-answer); font-weight: 600; line-height: 1.35; max-width: 50rem }
  .lead { margin-top: 0.5rem; font-size: 1.0625rem }
  .order-item { white-space: nowrap }
  /* Grey, and still readable: opacity would cost the contrast. */
  .stale .answer-sentence, .answer.stale { --vp-ink: var(--vp-soft); color: var(--vp-soft); filter: grayscale(1) }
  .needed { margin-top: 1rem }
  .needed ul { columns: 2 12rem; margin-top: 0.25rem }

  .figure { border: 0; border-radius: 2px; background: none; padding: 0 1px; min-height: 1.5rem; line-height: inherit; text-align: inherit; color: inherit;
    text-decoration: underline dotted var(--vp-accent) 1.5px; text-underline-offset: 0.22em }
  .figure:hover, .figure[aria-expanded="true"] { background: var(--vp-wash); text-decoration-style: solid }
  .figure.assumed { text-decoration-color: var(--vp-sitting) }
  td > .figure, td > div > .figure { min-width: 1.5rem }
  td.number .figure { text-align: end }
  h2 .figure { font-weight: inherit; white-space: nowrap }

  .answer > section { border-top: 1px solid var(--vp-line); padding-top: 1.25rem; margin-top: 1.75rem }
  .answer > section:first-of-type { margin-top: 0 }
  .answer h3 { margin-bottom: 0.5rem }

  .findings { list-style: none; padding: 0; display: grid; gap: 0.5rem }
  .findings > li { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0.75rem; border-inline-start: 3px solid var(--vp-line); padding-inline-start: 0.75rem; max-width: none }
  .findings > .blocker { border-color: var(--vp-expiry) }
  .findings > .warning { border-color: var(--vp-sitting) }
  .severity { font-size: var(--vp-small); padding-top: 0.125rem }
  .blocker > .severity { color: var(--vp-expiry) }
  .warning > .severity { color: var(--vp-sitting) }
  .note > .severity { color: var(--vp-soft) }
  .actions { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; font-size: var(--vp-small) }
  .repairs { list-style: none; padding: 0; margin: 0.25rem 0; display: grid; gap: 0.25rem }
  .repairs li { max-width: none }
  .repairs small { margin-inline-start: 0.5rem; font-size: var(--vp-small) }
  .repair { border-color: var(--vp-accent); color: var(--vp-accent); font-size: var(--vp-small) }

  table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; margin-top: 0.5rem }
  th, td { text-align: start; vertical-align: baseline; padding: 0.375rem 0.75rem 0.375rem 0; font-weight: 400 }
  th:last-child, td:last-child { padding-right: 0 }
  thead th { word-break: keep-all; color: var(--vp-soft); font-size: var(--vp-small); border-bottom: 1px solid var(--vp-line); vertical-align: bottom }
  tbody tr + tr > *, tbody + tbody > tr:first-child > * { border-top: 1px solid var(--vp-line) }
  caption { text-align: start; color: var(--vp-soft); font-size: var(--vp-small); padding-top: 0.5rem }
  th.number, td.number { text-align: end }
  td.number, td.day { white-space: nowrap }
  b.line { display: block }
  .line > td:first-child, tbody td:first-child:not([colspan]) { white-space: nowrap }
  td.number { font-variant-numeric: tabular-nums }
  .orders .line > th { font-weight: 600 }
  .orders .facts > *, .note-row > * { border-top: 0 !important; padding-top: 0 }
  .orders .facts { color: var(--vp-soft); font-size: var(--vp-small) }
  .orders .facts p { max-width: none }
  .proration { color: var(--vp-ink) }
  tfoot th, tfoot td { border-top: 2px solid var(--vp-ink); font-weight: 650 }
  tfoot .figure { font-weight: 650 }
  .note-row > td, .note-row .reason { font-weight: 400 }
  .chosen > * { font-weight: 600 }
  .chosen > :first-child { box-shadow: inset 3px 0 var(--vp-good) }
  .choice + .choice { margin-top: 1.5rem }
  .alternatives th, .alternatives td:first-child, .chosen > :first-child { padding-inline-start: 0.625rem }
  .waste { display: flex; gap: 0.5rem; align-items: center; justify-content: flex-start }
  meter { width: 5rem; height: 0.5rem; appearance: none; border: 0; background: var(--vp-line); border-radius: 0; overflow: hidden }
  meter::-webkit-meter-bar { background: var(--vp-line); border: 0; border-radius: 0; height: 0.5rem }
  meter::-webkit-meter-optimum-value { background: var(--vp-sitting) }
  meter::-moz-meter-bar { background: var(--vp-sitting) }

  .reason { position: relative; margin: 0.5rem 0; padding: 0.75rem 1rem; border-inline-start: 3px solid var(--vp-accent); background: var(--vp-wash); font-size: var(--vp-small); color: var(--vp-ink); display: grid; gap: 0.375rem }
  .note-head { font-size: 1rem; padding-inline-end: 4rem }
  .close { position: absolute; inset: 0.625rem 0.75rem auto auto; text-decoration: underline }
  .formula { font-size: 0.9375rem }
  .cited, .statements { padding-left: 1.1rem; display: grid; gap: 0.25rem }
  .cited { font-size: var(--vp-small) }
  .rule { white-space: nowrap }
  .deeper { padding: 0.25rem 0 0.5rem 1rem; display: grid; gap: 0.25rem; border-inline-start: 1px solid var(--vp-line) }
  .what { color: var(--vp-soft) }
  .tag { font-size: 0.8125rem; font-weight: 400; color: var(--vp-soft); border: 1px solid var(--vp-line); border-radius: 3px; padding: 0 0.25rem; white-space: nowrap }
  .tag.assumed { color: var(--vp-sitting); border-style: dotted; border-color: currentColor }

  section > details:not(.conflict) > summary { color: var(--vp-accent); font-size: var(--vp-small) }

  .groups li { max-width: none }
  .groups { list-style: none; padding: 0; font-size: 0.9375rem; margin-bottom: 0.75rem }
  .choices > div, .left-out > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0.25rem 1rem; padding: 0.375rem 0; border-top: 1px solid var(--vp-line) }
  .choices > div:first-child, .left-out > div:first-child { border-top: 0 }
  .choices ul { list-style: none; padding: 0; font-size: var(--vp-small); color: var(--vp-soft) }
  .choices li { display: flex; flex-wrap: wrap; gap: 0 0.75rem }
  .change { color: var(--vp-ink) }
  .conflict { border-top: 1px solid var(--vp-line); padding: 0.375rem 0 }
  .conflict summary { max-width: var(--vp-measure) }
  .conflict[open] summary { font-weight: 600 }

  @container planner (max-width: 40rem) {
    .findings > li { grid-template-columns: 1fr; gap: 0 }
    .repairs small { display: block; margin: 0 }
    .choices > div, .left-out > div { grid-template-columns: 1fr }
    table.stack, .stack caption, .stack tbody, .stack tfoot, .stack tr, .stack td, .stack tbody th { display: block }
    .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .stack tr { padding: 0.5rem 0 }
    .stack tbody tr + tr { border-top: 1px solid var(--vp-line) }
    .stack tr > *, .stack tr + tr > * { border: 0 !important; padding: 0.125rem 0 }
    .stack td.number { text-align: start }
    .stack tbody td:first-child:not([colspan]) { white-space: normal }
    .stack [data-label] { display: flex !important; justify-content: space-between; gap: 1rem }
    .stack [data-label]::before { content: attr(data-label); color: var(--vp-soft); font-size: var(--vp-small); font-weight: 400; flex: none; max-width: 45% }
    .stack tbody th[data-label]::before { content: none }
    .stack td > div { text-align: end }
    .stack tbody th { font-weight: 600 }
    .stack tfoot th { display: none }
    .stack tr.facts, .stack tr.note-row { border-top: 0; padding-top: 0 }
    .stack .facts > td:first-child { display: none }
    .waste { justify-content: flex-end }
  }
  @container planner (max-width: 60rem) {
    .headline .lead { font-size: var(--vp-small); margin-top: 0.125rem }
    .answer-sentence h2 { font-size: 1rem; line-height: 1.3 }
    .headline .lead { font-size: 0.8125rem; line-height: 1.4 }
  }
  @media (forced-colors: active) {
    .figure { text-decoration-color: LinkText }
  }
`
