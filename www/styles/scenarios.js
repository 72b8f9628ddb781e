// Menus, panels, banners, and scenarios side by side.
import { css } from 'lit'

export const scenarios = css`
  [popover] { position: fixed; inset: auto; margin: 0; padding: 0.25rem 0; max-width: min(26rem, calc(100vw - 1rem)); max-height: calc(100vh - 1rem); overflow: auto; color: var(--vp-ink); background: var(--vp-sheet); border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); font-size: var(--vp-small) }
  [role="menuitem"] { display: block; width: 100%; border: 0; border-radius: 0; background: none; text-align: start; padding: 0.25rem 1rem; min-height: 2.25rem; outline-offset: -3px }
  [role="menuitem"]:not(:disabled):is(:hover, :focus) { background: var(--vp-wash); color: var(--vp-ink) }
  .menu-head { padding: 0.5rem 1rem 0.125rem; margin-top: 0.25rem; border-top: 1px solid var(--vp-line); color: var(--vp-soft); font-size: 0.8125rem }
  .dialog { padding: 1rem 1.25rem; width: 26rem }
  .dialog h2 { font-size: 1rem; font-weight: 650; margin-bottom: 0.25rem }
  .dialog h2:focus { outline: none }
  .dialog p + p, .dialog p + button, .dialog button + p, .dialog fieldset, .dialog label { margin-top: 0.5rem }
  .dialog fieldset { border: 0 }
  .dialog legend { padding: 0; color: var(--vp-soft) }
  .dialog label:not(.choice-line) { display: block; color: var(--vp-soft) }
  .choice-line { display: flex; gap: 0.5rem; align-items: baseline; min-height: 1.5rem }
  .choice-line input { flex: none; accent-color: var(--vp-accent) }
  .copying { display: flex; gap: 0.5rem; margin: 0.125rem 0 }
  .copying input { flex: 1; min-width: 0; min-height: 2rem; padding: 0.125rem 0.5rem; border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); background: var(--vp-paper) }
  share-panel { display: block }
  .keys > div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0.75rem; padding: 0.1875rem 0; border-top: 1px solid var(--vp-line) }
  .keys > div:first-child { border: 0 }
  kbd { font: inherit; padding: 0 0.3125rem; border: 1px solid var(--vp-line); border-bottom-width: 2px; border-radius: 3px; white-space: nowrap }
  .rename { min-height: 2rem; min-width: 14rem; padding: 0.125rem 0.5rem; border: 1px solid var(--vp-accent); border-radius: var(--vp-radius); background: var(--vp-sheet); font-size: var(--vp-small) }

  .banner { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; padding: 0.375rem 1.5rem; border-bottom: 1px solid var(--vp-line); border-inline-start: 3px solid var(--vp-accent); background: var(--vp-wash); font-size: var(--vp-small) }
  .banner.bad { border-inline-start-color: var(--vp-expiry) }
  .banner-do { display: flex; flex-wrap: wrap; gap: 0.375rem; margin-inline-start: auto }

  @media (max-width: 60rem) { .banner { padding-inline: 1rem } }
  @media print { .banner { display: none } }
`
