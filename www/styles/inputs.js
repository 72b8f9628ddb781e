// What comes with typing: details of a group, the list of certifications, a row's menu, the price book, and bringing a table.
import { css } from 'lit'

export const inputs = css`
  .details > .fields { margin-top: 0.5rem }
  .details > .field { margin-top: 0.75rem }
  .details > .add { margin-top: 0 }
  .sittings .entry { border: 0; padding-block: 0 0.375rem }
  .keys { flex-basis: 100%; font-size: var(--vp-small); color: var(--vp-soft) }
  .keys dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: 0.75rem; padding: 0.125rem 0 }
  .keys kbd { font: inherit; color: var(--vp-ink) }

  :is(.below-grid, .question-body) > .help-line { display: flex; flex-wrap: wrap; flex-basis: 100%; gap: 0 0.75rem; color: var(--vp-soft); font-size: var(--vp-small) }

  vp-certification-picker { display: block }
  .chips { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem; margin-bottom: 0.25rem }
  .chips li { display: flex; align-items: center; gap: 0.25rem; padding: 0 0.125rem 0 0.5rem; background: var(--vp-wash); border: 1px solid var(--vp-line); border-radius: var(--vp-radius); font-size: var(--vp-small) }
  .list[popover], .row-menu[popover] { position: fixed; inset: auto; margin: 0; padding: 0; color: var(--vp-ink); background: var(--vp-sheet); border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); overflow: hidden }
  .list[popover]:popover-open { display: flex; flex-direction: column; font-size: 0.9375rem; text-align: start }
  .list .filters { display: grid; grid-template-columns: 1fr 1fr; gap: 0.375rem; padding: 0.5rem; border-bottom: 1px solid var(--vp-line) }
  .list .filters select { min-width: 0; min-height: 2rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); padding: 0 0.25rem; font-size: var(--vp-small) }
  [role="listbox"] { overflow: auto; min-height: 4rem; max-height: 20rem; overscroll-behavior: contain }
  [role="listbox"] [role="group"] > p { padding: 0.5rem 0.625rem 0.125rem; color: var(--vp-soft); font-size: var(--vp-small); font-weight: 600 }
  [role="option"] { padding: 0.25rem 0.625rem; cursor: pointer; line-height: 1.4 }
  [role="option"] > span { display: block }
  [role="option"].active, [role="option"]:hover { background: var(--vp-wash) }
  [role="option"].active { outline: 2px solid var(--vp-accent); outline-offset: -2px }
  .list > .hint, .list > .tick { padding: 0.375rem 0.625rem; margin: 0; border-top: 1px solid var(--vp-line); font-size: var(--vp-small) }
  .ended { color: var(--vp-expiry) }
  .tick { display: flex; gap: 0.5rem; align-items: center; min-height: 1.5rem; font-size: var(--vp-small) }
  .tick input { width: 1rem; height: 1rem; accent-color: var(--vp-accent); flex: none }

  .row-menu button { display: block; width: 100%; border: 0; border-radius: 0; background: none; text-align: start; font-size: 0.9375rem }
  .row-menu button:hover, .row-menu button:focus-visible { background: var(--vp-wash); outline-offset: -2px }

  .price-book { margin: 0 0 0.25rem; table-layout: fixed }
  .price-book thead th { padding: 0 0.375rem 0.25rem; line-height: 1.3; word-break: normal; overflow-wrap: anywhere }
  .price-book thead th:first-child { width: 36%; padding-inline-start: 0 }
  .price-book thead th:nth-child(2) { width: 24% }
  .price-book thead th:last-child { width: 4.5rem }
  .price-book tbody :is(th, td) { padding: 0; vertical-align: middle; border-top: 1px solid var(--vp-line); white-space: normal !important }
  .price-book tbody th { padding: 0.25rem 0.375rem 0.25rem 0; line-height: 1.35 }
  .price-book tbody th small { display: block }
  .price-book input { width: 100%; min-height: 2.25rem; padding: 0.25rem 0.375rem; border: 0; border-inline-end: 1px solid var(--vp-line); border-radius: 0; background: var(--vp-sheet); text-align: inherit }
  .price-book input::placeholder { color: var(--vp-soft); opacity: 1 }
  .price-book input:hover { background: var(--vp-wash) }
  .price-book input:focus-visible { outline-offset: -2px }
  .price-book input[aria-invalid="true"] { box-shadow: inset 0 0 0 2px var(--vp-expiry) }
  .price-book select { width: 100%; min-height: 2.25rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet) }
  .price-book .tools { text-align: end; font-size: var(--vp-small) }
  .price-book .tools button { max-width: 100%; text-align: end; overflow-wrap: anywhere; line-height: 1.3 }
  .price-book .tools .remove { position: static }
  .price-book .break label span { white-space: nowrap }
  .price-book { border-bottom: 1px solid var(--vp-line) }
  .price-book .break > * { border-top-style: dotted }
  .price-book .break label { display: flex; gap: 0.25rem; align-items: center; padding-inline-start: 0.75rem; color: var(--vp-soft); font-size: var(--vp-small) }
  .price-book .break label input { width: 3.5rem; flex: none; min-height: 2rem; border: 1px solid var(--vp-line); text-align: end; color: var(--vp-ink) }
  .price-book .said > td { border: 0; padding-bottom: 0.375rem }

  dialog.import { width: min(64rem, 100vw - 1rem); max-width: none; max-height: min(48rem, 100dvh - 1rem); padding: 0; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); color: var(--vp-ink); background: var(--vp-paper); overflow: hidden }
  dialog.import[open] { display: flex; flex-direction: column }
  dialog.import::backdrop { background: rgb(0 0 0 / 0.45) }
  .import-head { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; padding: 1rem 1.25rem 0.5rem }
  .import-head h2 { font-size: 1.2rem; font-weight: 650 }
  .import-body { padding: 0.25rem 1.25rem 1rem; overflow: auto; display: grid; gap: 0.75rem; min-height: 0; grid-template-columns: minmax(0, 1fr) }
  .import-body.dragging { outline: 2px dashed var(--vp-accent); outline-offset: -6px }
  .import textarea { width: 100%; font: inherit; color: inherit; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); padding: 0.5rem }
  .with-file { position: relative }
  .import-head h2:focus-visible { outline: 0 }
  .import-choices { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: end }
  .import-choices .field > span { display: block; font-size: var(--vp-small); color: var(--vp-soft) }
  .import-choices .field select { width: auto; max-width: 100%; min-height: 2rem }
  .import-choices .tick { min-height: 2rem }
  .ask { border: 0; border-inline-start: 3px solid var(--vp-line); padding-inline-start: 0.75rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: center }
  .ask legend { float: inline-start; font-size: var(--vp-small) }
  .ask.open { border-color: var(--vp-sitting) }
  .import-table { overflow: auto; min-height: 9rem; max-height: 22rem; border: 1px solid var(--vp-line); background: var(--vp-sheet) }
  .import-table table { margin: 0; width: auto; min-width: 100%; font-size: var(--vp-small) }
  .import-table :is(th, td) { padding: 0.25rem 0.5rem !important; max-width: 18rem; white-space: normal !important }
  .import-table thead th { position: sticky; top: 0; background: var(--vp-sheet); border-bottom: 1px solid var(--vp-edge) }
  .import-table select { min-height: 2rem; max-width: 11rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); font-size: var(--vp-small) }
  .import-table tbody th { color: var(--vp-soft); text-align: end }
  .import-table .wrong { color: var(--vp-expiry) }
  .import-table small { display: block }
  .mistakes ol { list-style: none; padding: 0; max-height: 12rem; overflow: auto }
  .mistakes, .mistakes li { font-size: var(--vp-small); max-width: none }
  .import-foot { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; padding: 0.75rem 1.25rem; border-top: 1px solid var(--vp-line) }
  .import-foot p { flex-basis: 100%; max-width: none; font-size: var(--vp-small); color: var(--vp-sitting) }
  .import-foot p:empty { display: none }
  button.main { background: var(--vp-accent); border-color: var(--vp-accent); color: var(--vp-sheet) }
  button.main:hover { color: var(--vp-sheet) }
  button.main:disabled { background: none; border-color: var(--vp-line); color: var(--vp-soft) }

  @container planner (max-width: 40rem) {
    .keys dl > div { grid-template-columns: 1fr; gap: 0 }
    .price-book thead th:first-child { width: 40% }
    .price-book .break label { padding: 0 }
    .price-book thead th:last-child { width: 3.75rem }
    .import-head, .import-body, .import-foot { padding-inline: 0.75rem }
  }
`
