// On paper, what is loaded after the first answer: smaller type, reasons and sources in two columns, nothing cut.
import { css } from 'lit'

export const paper = css`
  @media print {
    :host, :host([theme]) { --vp-small: 8pt; --vp-answer: 13pt; --vp-measure: none; font-size: 9pt; line-height: 1.4 }
    :host(:lang(zh)) { line-height: 1.55 }
    h1 { font-size: 10pt }
    h3 { font-size: 11pt }
    h4 { font-size: 9.5pt; margin: 0.75rem 0 0.125rem }
    h5, .lead, table, .groups, .note-head, .formula { font-size: 9pt }
    .tag { font-size: 7pt; line-height: 1.3 }
    th, td { padding: 0.1875rem 0.5rem 0.1875rem 0 }
    p, li, dd { orphans: 2; widows: 2 }
    .figure, .link { display: inline; min-height: 0; line-height: inherit }
    .lead a { color: inherit; text-decoration: none }
    .headline { padding-top: 0.5rem }
    .answer > section { padding-top: 0.625rem; margin-top: 0.875rem }
    .findings { gap: 0.25rem }
    .findings + details > summary, section > details:has(> .findings) > summary { display: none }
    section > details:has(> .findings) { margin-top: 0.25rem }
    tbody tr, .choices > div, .left-out > div, .conflict, .columns > li, .note-head + .formula { break-inside: avoid }
    .note-head { break-after: avoid }

    .cover { display: grid; grid-template-columns: auto 1fr; gap: 0 0.75rem; margin: 0 0 0.625rem; font-size: 8pt; color: var(--vp-soft) }
    .cover > div { display: contents }
    .cover dd { color: var(--vp-ink) }

    .columns { columns: 2; column-gap: 7mm; padding-inline-start: 0; font-size: 8pt }
    .columns > h4:first-child { margin-top: 0 }
    .appendix .reason { position: static; display: block; padding: 0 0 0 0.375rem; margin: 0.25rem 0 0.375rem; border-inline-start: 1px solid var(--vp-line) }
    .appendix :is(.note-head, .formula) { font-size: 8pt; padding: 0 }
    .appendix .deeper { display: block; padding: 0 0 0 0.5rem }
    .appendix .deeper .note-head { margin-top: 0.125rem }
    .appendix .others { columns: 1; padding-inline-start: 0.875rem }
    .grounds { color: var(--vp-soft) }
    ul.columns, .statements, .cited { list-style: none; padding: 0 }
    .columns.rules, .columns.sources { display: block }
    .columns.rules > li, .columns.sources > li { margin-bottom: 0.125rem }
    ol.sources { padding: 0; list-style-position: inside }
    .conflict .cited, .left-out .cited { display: inline }
    .conflict .cited > li, .left-out .cited > li { display: inline; margin-inline-end: 0.25rem }
    .conflict { padding: 0.125rem 0 }
    .conflict summary { min-height: 0 }
    .conflict .statements { gap: 0; padding-inline-start: 0.5rem }
    .columns > .conflict:first-child { border-top: 0 }
    .what-if h4 + p, .choice > p:first-of-type { break-after: avoid }
    .remarks { margin-top: 0.5rem; color: var(--vp-soft) }
  }
`
