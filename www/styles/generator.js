// The page that makes embed code: wishes on the left, lines on the right, the planner below.
import { css } from 'lit'

export const generator = css`
  h2 { font-size: 1.2rem; font-weight: 650; line-height: 1.35 }
  h3 { font-size: 0.9375rem; font-weight: 600; color: var(--vp-soft); margin-top: 1rem }
  fieldset { border: 0; min-width: 0; margin-top: 1.75rem }
  legend { padding: 0 }
  .intro { padding: 1rem 1.5rem 0; max-width: none; color: var(--vp-soft) }
  .desk { display: grid; grid-template-columns: minmax(22rem, 5fr) minmax(0, 7fr) }
  .wishes { padding: 0 1.5rem 2rem; --vp-field: 13rem }
  .wishes > fieldset:first-child { margin-top: 1.25rem }
  .outcome { margin: 1.25rem 0 2rem; padding: 0 1.5rem; border-inline-start: 1px solid var(--vp-line); min-width: 0 }
  /* The lines stay in view while one wishes. */
  .beside { position: sticky; top: 1.25rem }
  .outcome section + section { margin-top: 2rem }
  .outcome p { margin-top: 0.5rem }
  .desk, .below > :not(.preview), .intro { max-width: 90rem }
  .below { padding: 1.5rem; border-top: 1px solid var(--vp-line); display: block }
  .below > p.soft, .below > p { max-width: var(--vp-measure); margin-top: 0.5rem }
  .below > button { margin-top: 0.75rem }
  .fields { margin-top: 0.5rem; gap: 0.75rem 1rem }
  .field .hint { margin: 0.25rem 0 0; line-height: 1.4 }
  .field.wide { margin-top: 1rem }

  .routes { display: grid; gap: 0.5rem }
  .routes legend { margin-bottom: 0.5rem }
  .route { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.75rem; padding: 0.625rem 0.875rem; border: 1px solid var(--vp-line); border-radius: var(--vp-radius); background: var(--vp-sheet); cursor: pointer }
  .route:hover { border-color: var(--vp-accent) }
  .route.chosen { border-color: var(--vp-accent); box-shadow: inset 3px 0 0 var(--vp-accent) }
  .route:has(:focus-visible) { outline: 2px solid var(--vp-accent); outline-offset: 2px }
  .route input, .tick-line input { margin: 0.3125rem 0 0; width: 1rem; height: 1rem; accent-color: var(--vp-accent); outline: none }
  .route b { display: block; font-weight: 600 }
  .route .soft { display: block; line-height: 1.45 }
  .tick-line { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.75rem; margin-top: 0.875rem; cursor: pointer }
  .tick-line input:focus-visible { outline: 2px solid var(--vp-accent); outline-offset: 2px }
  .tick-line .hint { display: block; margin: 0; line-height: 1.4 }
  .tokens { align-items: end }
  .token { display: flex; gap: 0.375rem }
  .token input[type="text"] { flex: 1; min-width: 0 }
  .field .token input[type="color"] { flex: none; width: 2.25rem; min-height: 2.25rem; padding: 0.1875rem; cursor: pointer }

  .code { margin-top: 0.75rem }
  .code-head { display: flex; justify-content: space-between; align-items: end; gap: 1rem; margin-bottom: 0.375rem }
  .code-head h3 { margin: 0 }
  .code-head button { font-size: var(--vp-small) }
  .code pre, .hears pre { margin: 0; padding: 0.75rem 0.875rem; border: 1px solid var(--vp-line); border-radius: var(--vp-radius); background: var(--vp-sheet); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 24rem; overflow: auto }
  code { font: 0.8125rem/1.6 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, monospace }
  textarea { width: 100%; min-height: 4.5rem; padding: 0.5rem 0.625rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); color: inherit; font: 0.8125rem/1.6 ui-monospace, "SF Mono", Consolas, monospace; resize: vertical }

  .preview { margin-top: 0.75rem; height: 40rem; min-height: 12rem; overflow: auto; resize: vertical; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet) }
  .hears { margin-top: 0.75rem }
  .hears summary { color: var(--vp-soft); font-size: var(--vp-small) }
  .hears pre { margin-top: 0.375rem; max-height: 12rem }
  summary h2 { display: inline }
  .scroll { overflow-x: auto; margin-top: 0.25rem }
  .reference { width: 100%; border-collapse: collapse; font-size: var(--vp-small) }
  .reference :is(th, td) { text-align: start; vertical-align: baseline; padding: 0.3125rem 1rem 0.3125rem 0; border-top: 1px solid var(--vp-line); font-weight: 400; white-space: normal; overflow-wrap: anywhere }
  .reference thead th { border: 0; color: var(--vp-soft) }
  .reference tbody th { white-space: nowrap }
  .reference td:last-child { min-width: 16rem }

  @container planner (max-width: 60rem) {
    .intro { padding-inline: 1rem }
    .desk { display: block }
    .wishes { padding: 0 1rem 1.5rem; --vp-field: 11rem }
    .outcome { margin: 0; padding: 1.5rem 1rem; border: 0; border-top: 1px solid var(--vp-line) }
    .below { padding-inline: 1rem }
  }
  @container planner (max-width: 40rem) {
    .wishes { --vp-field: 100% }
    .preview { margin-inline: -0.5rem; height: 34rem }
  }
  @media (forced-colors: active) { .route.chosen { outline: 2px solid Highlight; outline-offset: -3px } }
`
