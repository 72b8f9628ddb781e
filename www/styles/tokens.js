// Colours, type and space by name. A page around the element may set any of them; every pair here has a contrast of 6:1 or more.
import { css } from 'lit'

export const tokens = css`
  :host {
    color-scheme: light dark;
    --vp-paper: light-dark(#fbfaf7, #14171a);
    --vp-sheet: light-dark(#ffffff, #1c2024);
    --vp-ink: light-dark(#1b1f24, #eceae4);
    --vp-soft: light-dark(#57606a, #a4acb5);
    --vp-line: light-dark(#d5d2ca, #3a4047);
    --vp-edge: light-dark(#7d7a72, #7f878f);
    --vp-accent: light-dark(#0b6b62, #5cc8ba);
    --vp-wash: light-dark(#eef5f3, #1d2b2b);
    --vp-order: light-dark(#0b5cad, #7db8f5);
    --vp-sitting: light-dark(#7a4b00, #e3b062);
    --vp-expiry: light-dark(#a32020, #ff9a8f);
    --vp-good: light-dark(#1e6b34, #7ccb92);
    --vp-font: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
    --vp-leading: 1.5;
    --vp-small: 0.875rem;
    --vp-large: 1.2rem;
    --vp-answer: clamp(1.2rem, 1rem + 1vw, 1.728rem);
    --vp-measure: 68ch;
    --vp-radius: 6px;
  }
  :host([theme="light"]) { color-scheme: light }
  :host([theme="dark"]) { color-scheme: dark }
  @media (prefers-contrast: more) {
    :host { --vp-soft: var(--vp-ink); --vp-line: var(--vp-edge); --vp-edge: var(--vp-ink); --vp-wash: var(--vp-sheet); --vp-paper: var(--vp-sheet) }
  }
  :host(:lang(zh)) { --vp-leading: 1.7; text-autospace: normal }
`
