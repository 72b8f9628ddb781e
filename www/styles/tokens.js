// Colours, type and space by name. A page around the element may set any of them, by its public name, wherever it likes (the names
// are a part of the contract in embed/contract.js); every pair here has a contrast of 6:1 or more.
import { css } from 'lit'

export const tokens = css`
  :host {
    color-scheme: light dark;
    --vp-paper: var(--voucher-planner-paper, light-dark(#fbfaf7, #14171a));
    --vp-sheet: var(--voucher-planner-sheet, light-dark(#ffffff, #1c2024));
    --vp-ink: var(--voucher-planner-ink, light-dark(#1b1f24, #eceae4));
    --vp-soft: var(--voucher-planner-soft, light-dark(#57606a, #a4acb5));
    --vp-line: var(--voucher-planner-line, light-dark(#d5d2ca, #3a4047));
    --vp-edge: var(--voucher-planner-edge, light-dark(#7d7a72, #7f878f));
    --vp-accent: var(--voucher-planner-accent, light-dark(#0b6b62, #5cc8ba));
    --vp-wash: var(--voucher-planner-wash, light-dark(#eef5f3, #1d2b2b));
    --vp-order: var(--voucher-planner-order, light-dark(#0b5cad, #7db8f5));
    --vp-sitting: var(--voucher-planner-sitting, light-dark(#7a4b00, #e3b062));
    --vp-expiry: var(--voucher-planner-expiry, light-dark(#a32020, #ff9a8f));
    --vp-good: var(--voucher-planner-good, light-dark(#1e6b34, #7ccb92));
    --vp-font: var(--voucher-planner-font, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif);
    --vp-leading: var(--voucher-planner-leading, 1.5);
    --vp-small: var(--voucher-planner-small, 0.875rem);
    --vp-large: var(--voucher-planner-large, 1.2rem);
    --vp-answer: var(--voucher-planner-answer, clamp(1.2rem, 1rem + 1vw, 1.728rem));
    --vp-measure: var(--voucher-planner-measure, 68ch);
    --vp-radius: var(--voucher-planner-radius, 6px);
    --vp-top: var(--voucher-planner-top, 0px);
  }
  :host([theme="light"]) { color-scheme: light }
  :host([theme="dark"]) { color-scheme: dark }
  @media (prefers-contrast: more) {
    :host { --vp-soft: var(--vp-ink); --vp-line: var(--vp-edge); --vp-edge: var(--vp-ink); --vp-wash: var(--vp-sheet); --vp-paper: var(--vp-sheet) }
  }
  :host(:lang(zh)) { --vp-leading: var(--voucher-planner-leading, 1.7); text-autospace: normal }
`
