// The questions: fields in a grid, groups between hairlines.
import { css } from 'lit'

export const form = css`
  .question { border-bottom: 1px solid var(--vp-line) }
  .question > summary { display: flex; align-items: baseline; gap: 0.75rem; padding: 0.875rem 0; list-style: none }
  .question > summary::-webkit-details-marker { display: none }
  .question > summary::after { content: "+"; margin-inline-start: auto; color: var(--vp-soft); font-size: 1.2rem; line-height: 1 }
  .question[open] > summary::after { content: "−" }
  .question h3 { display: inline }
  .numeral { display: inline-block; min-width: 1.25rem; color: var(--vp-accent) }
  .question-body { padding-bottom: 1.25rem }

  .fields, .entry { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(var(--vp-field, 11.5rem), 100%), 1fr)); gap: 0.75rem; align-items: start }
  /* Room for what is loaded after the first answer, so that nothing moves when it comes. */
  .agreement-help { min-height: 1.5rem; margin: 0.25rem 0 0.5rem }
  .agreement-room { min-height: 3.75rem; margin-top: 1rem }
  .field { min-width: 0 }
  .field:has(> .at-field) { grid-column: 1 / -1 }
  .with-picker { position: relative; max-width: 14rem }
  .wide { grid-column: 1 / -1 }
  /* Beside the label is room for the button that says what it means, from the start. */
  .field > label { display: inline-block; max-width: calc(100% - 1.75rem); overflow-wrap: anywhere; font-size: var(--vp-small); color: var(--vp-soft) }
  .field input:not([type="date"]), .field select { width: 100%; min-height: 2.25rem; padding: 0.25rem 0.5rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet) }
  .field input::placeholder { color: var(--vp-soft); opacity: 1 }
  .field [aria-invalid="true"] { border-color: var(--vp-expiry); border-width: 2px }
  .pick { position: absolute; inset: 3px 3px 3px auto; width: 1.875rem; min-height: 0; padding: 0; border: 0; background: var(--vp-sheet); color: var(--vp-soft) }
  .pick::before { content: ""; display: block; width: 0.875rem; height: 0.8125rem; margin: auto; border: 1.5px solid; border-top-width: 4px; border-radius: 2px }
  .with-picker input[type="date"] { position: absolute; inset: auto 0 0 auto; width: 1px; height: 1px; opacity: 0; border: 0; padding: 0; pointer-events: none }
  .hint { margin: 0.125rem 0 0.5rem }
  .problem { color: var(--vp-expiry); font-size: var(--vp-small); margin-top: 0.25rem }
  .problem::before { content: "! "; font-weight: 700 }
  .at-field { list-style: none; padding: 0; font-size: var(--vp-small); margin-top: 0.25rem }
  .at-field > li { border-inline-start: 2px solid var(--vp-soft); padding-inline-start: 0.5rem }
  .at-field > li.blocker { border-color: var(--vp-expiry) }
  .at-field > li.warning { border-color: var(--vp-sitting) }
  .at-field .blocker > b { color: var(--vp-expiry) }
  .at-field .warning > b { color: var(--vp-sitting) }

  .entry { position: relative; padding: 0.625rem 2rem 0.625rem 0; border-top: 1px dotted var(--vp-line) }
  .remove { position: absolute; inset: 0.5rem 0 auto auto; font-size: 1.25rem; line-height: 1 }
  .policies .field { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0.125rem 0.75rem; align-items: center; padding: 0.25rem 0 }
  .policies .field > label { margin: 0; line-height: 1.3 }
  .policies .field > :not(label, select) { grid-column: 1 / -1 }
  .entry > .add { grid-column: 1 / -1; justify-self: start }
  .add { margin-top: 0.625rem; border: 0; background: none; padding-inline: 0; color: var(--vp-accent); font-size: var(--vp-small) }
  @container planner (max-width: 30rem) {
    .price { grid-template-columns: 1fr 1fr }
    .price > :first-child { grid-column: 1 / -1 }
    .policies .field { grid-template-columns: 1fr }
  }
`
