// Menus, panels, banners, and scenarios side by side.
import { css } from 'lit'

export const scenarios = css`
  :is(.menu, .dialog)[popover] { position: fixed; inset: auto; margin: 0; padding: 0.25rem 0; max-width: min(26rem, calc(100vw - 1rem)); max-height: calc(100vh - 1rem); overflow: auto; color: var(--vp-ink); background: var(--vp-sheet); border: 1px solid var(--vp-edge); border-radius: var(--vp-radius); font-size: var(--vp-small) }
  [role="menuitem"] { display: block; width: 100%; border: 0; border-radius: 0; background: none; text-align: start; padding: 0.25rem 1rem; min-height: 2.25rem; outline-offset: -3px }
  [role="menuitem"]:not(:disabled):is(:hover, :focus) { background: var(--vp-wash); color: var(--vp-ink) }
  .menu-head { padding: 0.5rem 1rem 0.125rem; margin-top: 0.25rem; border-top: 1px solid var(--vp-line); color: var(--vp-soft); font-size: 0.8125rem }
  .dialog[popover] { padding: 1rem 1.25rem; width: 26rem }
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
  vp-share-panel { display: block }
  .keys > div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0.75rem; padding: 0.1875rem 0; border-top: 1px solid var(--vp-line) }
  .keys > div:first-child { border: 0 }
  kbd { font: inherit; padding: 0 0.3125rem; border: 1px solid var(--vp-line); border-bottom-width: 2px; border-radius: 3px; white-space: nowrap }
  .rename { min-height: 2rem; min-width: 14rem; padding: 0.125rem 0.5rem; border: 1px solid var(--vp-accent); border-radius: var(--vp-radius); background: var(--vp-sheet); font-size: var(--vp-small) }

  .banner { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; padding: 0.375rem 1.5rem; border-bottom: 1px solid var(--vp-line); border-inline-start: 3px solid var(--vp-accent); background: var(--vp-wash); font-size: var(--vp-small) }
  .banner.bad { border-inline-start-color: var(--vp-expiry); color: var(--vp-ink) }
  .banner-do { display: flex; flex-wrap: wrap; gap: 0.375rem; margin-inline-start: auto }

  .place.scenarios { max-width: 90rem }
  .place.scenarios h2 { font-size: 1.44rem; font-weight: 650; margin: 0.75rem 0 0.5rem }
  .which { border: 0; display: flex; flex-wrap: wrap; gap: 0.125rem 1.5rem; font-size: var(--vp-small) }
  .which legend, .which .soft { width: 100%; color: var(--vp-soft); padding: 0 }
  .compare { table-layout: fixed; margin-top: 1rem }
  .compare th[scope="row"], .compare thead td { width: 11rem }
  .compare th[scope="row"] { color: var(--vp-soft); font-size: var(--vp-small) }
  .compare tbody td:first-child:not([colspan]) { white-space: normal }
  .compare td { padding-inline-end: 1.25rem }
  .compare thead th { color: var(--vp-ink); font-size: 1rem; font-weight: 650; overflow-wrap: anywhere }
  .compare .do > * { border-top: 0; padding-top: 0.25rem; font-size: var(--vp-small) }
  .compare .do div:not([popover]) { display: flex; gap: 1rem }
  .compare .head th { padding-top: 1.5rem; font-size: var(--vp-small); font-weight: 650; color: var(--vp-ink) }
  .compare ul { list-style: none; padding: 0 }
  .compare .best .amount { font-weight: 650 }
  .flag { font-size: 0.8125rem; font-weight: 600; color: var(--vp-good); border: 1px solid currentColor; border-radius: 3px; padding: 0 0.25rem; white-space: nowrap }
  .against { display: block; color: var(--vp-soft); font-size: var(--vp-small) }
  .seek { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; max-width: 60rem; margin-top: 0.5rem; align-items: end }
  .seek .field { flex: 1 1 11rem }
  .seek input[type="range"] { border: 0; padding: 0; accent-color: var(--vp-accent); margin: 0; display: block }
  .seek button { min-height: 2.25rem }
  .sought { min-height: 5.5rem; margin-top: 0.75rem; display: grid; gap: 0.25rem; justify-items: start; align-content: start }

  @container planner (max-width: 40rem) {
    .compare.stack tr > th[scope="row"] { width: auto; font-size: var(--vp-small); color: var(--vp-soft) }
    .compare.stack .do > td:first-child { display: none }
    .compare.stack td[data-label] { display: grid !important; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.75rem; text-align: start }
    .compare.stack td[data-label]::before { max-width: none }
    .compare.stack td > div { text-align: start }
  }
  @container planner (max-width: 60rem) { .banner { padding-inline: 1rem } }
  @media print {
    .banner, .which, .compare .do, .place.scenarios > .link, .place.scenarios > vp-scenario-comparison > section:last-child { display: none }
    .compare .link { display: inline; color: inherit; text-decoration: none }
    .place.scenarios { max-width: none; padding: 0 }
    .compare tr { break-inside: avoid }
  }
`
