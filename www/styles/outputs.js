// The export menu: a list between hairlines, beneath its button.
import { css } from 'lit'

export const outputs = css`
  outputs-menu { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center }
  .outputs-button::after { content: ""; display: inline-block; margin-inline-start: 0.375rem; border: 0.25rem solid transparent; border-top-color: currentColor; transform: translateY(0.125rem) }
  .outputs { position: absolute; inset: auto; margin: 0; width: 16rem; max-width: calc(100vw - 1rem); padding: 0.25rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-sheet); color: var(--vp-ink); font-size: var(--vp-small) }
  .outputs .notice { margin: 0.25rem }
  .outputs [role="menuitem"] { display: block; width: 100%; min-height: 2.25rem; border: 0; border-radius: 4px; background: none; text-align: start; padding-inline: 0.625rem }
  .outputs [role="menuitem"]:is(:hover, :focus) { background: var(--vp-wash); color: var(--vp-accent) }
  .outputs [role="menuitem"]:focus-visible { outline-offset: -2px }
  .outputs [aria-disabled="true"] { color: var(--vp-soft); cursor: default }
  .outputs [role="separator"] { border-top: 1px solid var(--vp-line); margin: 0.25rem 0.375rem }
  .outputs-said { color: var(--vp-soft); font-size: var(--vp-small); overflow-wrap: anywhere }

  @media (forced-colors: active) {
    .outputs [role="menuitem"]:focus { outline: 2px solid Highlight; outline-offset: -2px }
  }
  @media print {
    outputs-menu { display: none }
  }
`
