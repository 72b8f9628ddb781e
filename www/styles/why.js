// Reasons, help at words, disagreements with their switch, and the library. Loaded after the first answer.
import { css } from 'lit'

export const why = css`
  button.help { padding: 0; border: 0; background: none; color: var(--vp-soft); font-size: 0.75rem; line-height: 1 }
  .help > span { display: inline-grid; place-items: center; width: 1rem; height: 1rem; border: 1px solid currentColor; border-radius: 50% }
  button.help:hover, .help[aria-expanded="true"] { color: var(--vp-accent) }
  .help-note { position: absolute; inset: auto; margin: 0; width: min(24rem, calc(100vw - 1rem)); max-height: min(24rem, 80vh); overflow: auto; padding: 0.75rem 1rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); color: var(--vp-ink); font-size: var(--vp-small) }
  .help-note:popover-open { display: grid; gap: 0.375rem }
  .stack .note-row > td > .reason { text-align: start }
  .policies .field:has(> .help) { grid-template-columns: minmax(0, 9.5rem) 1.5rem minmax(0, 1fr) }
  .policies .field > .help { grid-column: auto; margin: 0 }
  .policies .field > label { max-width: none }
  .with-help { display: flex; align-items: baseline; gap: 0.25rem }
  .with-help > .help { margin: 0 }
  .help-line { display: none }
  thead th > .help { margin: -0.375rem 0 }
  .see { font-size: var(--vp-small); color: var(--vp-soft) }
  .see a { display: inline-block; min-height: 1.5rem }

  .reason, .deeper, .disagreement, .help-note { grid-template-columns: minmax(0, 1fr) }
  .reason .tag { display: inline-block; white-space: normal }
  .policy-switch > ul { list-style: none; padding: 0; margin-top: 0.25rem }
  .policy-switch li { display: grid; grid-template-columns: minmax(7rem, 1fr) minmax(8rem, 1.2fr) minmax(8.5rem, auto); gap: 0.125rem 0.75rem; align-items: center; max-width: none; padding: 0.25rem 0; border-top: 1px solid var(--vp-line) }
  .policy-switch button { font-size: var(--vp-small); justify-self: end }
  .differs { display: inline-block }
  .exam-number { white-space: nowrap }
  th > .exam-number { display: inline-block; min-height: 1.5rem }
  .tag.disputed { color: var(--vp-sitting); border-color: currentColor }
  .disagreement { display: grid; gap: 0.25rem; padding: 0.25rem 0 }
  .sides { list-style: disc }

  .findings .many > details > summary { color: var(--vp-ink) }
  .findings .many .findings { margin-top: 0.5rem }

  .shelves { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 1rem 2.5rem; align-items: start }
  .library-head { grid-column: 1 / -1; display: grid; gap: 0.5rem }
  .library-search { max-width: 34rem }
  .library-search > input { width: 100%; min-height: 2.25rem; padding: 0.25rem 0.5rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet) }
  .contents { position: sticky; top: 1rem; font-size: var(--vp-small) }
  .shelves .contents h3 { font-size: 1rem; border: 0; padding: 0 }
  .contents ul { list-style: none; padding: 0 }
  .contents a { display: inline-block; min-height: 1.5rem }
  .library-sections > section:first-child { margin-top: 0 }
  .shelves section { scroll-margin-top: 1rem }
  .shelves h3 { scroll-margin-top: 1rem; border-bottom: 1px solid var(--vp-line); padding-bottom: 0.375rem }
  .shelves h4 { margin-top: 0 }
  .entries { list-style: none; padding: 0 }
  .entries > li { max-width: none; padding: 0.75rem 0; border-bottom: 1px solid var(--vp-line) }
  .entries.columns { columns: 2 20rem; column-gap: 2rem }
  .entries.columns > li { break-inside: avoid }
  .entries .conflict { border-top: 0; padding: 0 }
  .entries .cited { list-style: none; padding: 0; color: var(--vp-soft) }
  .rule-facts > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.125rem 1rem; padding-top: 0.25rem }
  .rule-facts dt { color: var(--vp-soft); font-size: var(--vp-small); padding-top: 0.125rem }
  .dated { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 0.125rem 1rem }
  .dated > .day { color: var(--vp-soft) }
  .library-none { padding: 1.5rem 0; display: grid; gap: 0.5rem; justify-items: start }
  .shelves table { overflow-wrap: anywhere }

  @container planner (max-width: 60rem) {
    .shelves { display: block }
    .contents { position: static; margin: 1rem 0 }
    .contents ul { columns: 2 10rem }
  }
  @container planner (max-width: 40rem) {
    .policies .field:has(> .help) { grid-template-columns: minmax(0, 1fr) 1.5rem }
    /* The heads of tables are for listeners here; what their words mean stands above the table. */
    .stack thead .help { display: none }
    .help-line { display: flex; flex-wrap: wrap; gap: 0 0.75rem; color: var(--vp-soft); font-size: var(--vp-small) }
    .policies .field > select { grid-column: 1 / -1 }
    .policy-switch li { grid-template-columns: minmax(0, 1fr) minmax(0, auto) }
    .policy-switch li > :first-child { font-weight: 600 }
    .policy-switch li > .change { grid-row: 2 }
    .policy-switch li > button { grid-row: 1 / 3; grid-column: 2; max-width: 9rem; height: auto }
    .rule-facts > div, .dated { grid-template-columns: 1fr }
  }
  @media print {
    .help, .help-line, .see, .policy-switch button, .contents, .library-search { display: none }
    .shelves { display: block }
  }
`
