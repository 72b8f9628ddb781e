// What helps with agreements, regions and benefits: loaded after the first answer.
import { css } from 'lit'

export const benefits = css`
  .agreements { border-bottom: 1px solid var(--vp-line); margin-bottom: 0.75rem }
  .agreements ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem }
  .agreements button { border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; padding-inline: 0; max-width: 16rem; text-align: start; overflow-wrap: anywhere }
  .agreements [aria-current="true"] { border-color: var(--vp-accent); font-weight: 650 }
  .agreement-actions { display: flex; flex-wrap: wrap; gap: 0 1.25rem; border-top: 1px dotted var(--vp-line) }
  .usual-lengths { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; margin: 0.25rem 0 0.5rem }
  .usual-lengths button { font-size: var(--vp-small) }
  .field.check { display: grid; grid-template-columns: 2rem 1fr; align-items: center }
  .field.check > label { margin: 0; min-height: 1.5rem; color: var(--vp-ink); font-size: inherit }
  .field.check input:not([type="date"]) { width: 1.5rem; height: 1.5rem; min-height: 1.5rem; margin: 0; accent-color: var(--vp-accent) }
  .field.check > :not(input, label) { grid-column: 1 / -1 }
  textarea { width: 100%; padding: 0.375rem 0.5rem; font: inherit; color: inherit; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); resize: vertical }
  vp-holiday-paste { display: block; margin-top: 0.75rem }
  .known-holidays { list-style: none; padding: 0; margin-top: 0.75rem; display: grid; gap: 0.375rem }
  .five ol { margin: 0.25rem 0 0.5rem; font-size: var(--vp-small) }
  @media print { .agreements, .agreement-actions, .usual-lengths { display: none } }
`
