// On paper: the answer and its reasons, without what can only be clicked.
import { css } from 'lit'

export const print = css`
  @media print {
    :host, :host([theme]) { color-scheme: light; background: none; font-size: 10pt }
    .bar-group, .strip, .notices, .foot-links, .questions, .actions, .close, .add, .remove, .needed, .foot button, .at-field .repair { display: none }
    .bar { padding: 0 0 0.5rem }
    .sheet { display: block }
    .headline, .answer { position: static; border: 0; padding: 0; background: none; max-height: none; overflow: visible }
    .headline { padding-top: 1rem }
    .answer > section { break-inside: auto }
    h3, h4, h5 { break-after: avoid }
    tr.line, .findings > li, .alternatives tr { break-inside: avoid }
    tr.line { break-after: avoid }
    tr.facts { break-inside: avoid }
    section > details:not([open], .conflict) { display: none }
    tfoot { display: table-row-group }
    .note-row, .headline .reason, .link { display: none }
    .repair { border: 0; padding: 0; min-height: 0; color: inherit; font-size: inherit }
    summary { list-style: none; color: inherit !important }
    thead { display: table-header-group }
    .figure { text-decoration: none; padding: 0 }
    .reason { background: none }
    .appendix a[href]::after { content: " <" attr(href) ">"; font-size: 0.8em; overflow-wrap: anywhere }
    .foot { padding: 1rem 0 0 }
  }
`
