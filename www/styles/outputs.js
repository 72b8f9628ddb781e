// The export menu: a list between hairlines, beneath its button.
import { css } from 'lit'

export const outputs = css`
  vp-outputs-menu { display: block }
  .outputs-button::after { content: ""; display: inline-block; margin-inline-start: 0.375rem; border: 0.25rem solid transparent; border-top-color: currentColor; transform: translateY(0.125rem) }
  .outputs { position: absolute; inset: auto; margin: 0; width: 16rem; max-width: calc(100vw - 1rem); padding: 0.25rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); color: var(--vp-ink); font-size: var(--vp-small) }
  .outputs .notice { margin: 0.25rem }
  .outputs [role="menuitem"] { display: block; width: 100%; min-height: 2.25rem; border: 0; border-radius: 4px; background: none; text-align: start; padding-inline: 0.625rem }
  .outputs [role="menuitem"]:is(:hover, :focus) { background: var(--vp-wash); color: var(--vp-accent) }
  .outputs [role="menuitem"]:focus-visible { outline-offset: -2px }
  .outputs [aria-disabled="true"] { color: var(--vp-soft); cursor: default }
  .outputs [role="separator"] { border-top: 1px solid var(--vp-line); margin: 0.25rem 0.375rem }
  /* In the corner, so that nothing moves; empty, it is still there for whoever listens. */
  .outputs-said { position: fixed; z-index: 4; inset: auto 1rem 1rem auto; max-width: min(28rem, calc(100vw - 2rem)); overflow-wrap: anywhere; font-size: var(--vp-small) }
  .outputs-said:not(:empty) { padding: 0.5rem 0.75rem; border: 1px solid var(--vp-edge); border-inline-start: 3px solid var(--vp-accent); background: var(--vp-wash) }

  @media (forced-colors: active) {
    .outputs [role="menuitem"]:focus { outline: 2px solid Highlight; outline-offset: -2px }
  }
  @media print {
    vp-outputs-menu { display: none }
  }
`
