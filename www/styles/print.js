// On paper: the answer and its reasons, without what can only be clicked.
import { css } from 'lit'

export const print = css`
  @media print {
    :host { color-scheme: light; background: none; font-size: 10pt }
    .bar-group, .questions, .actions, .close, .add, .remove, .needed, .foot button, .at-field .repair { display: none }
    .bar { padding: 0 0 0.5rem }
    .sheet { display: block }
    .headline, .answer { position: static; border: 0; padding: 0; background: none; max-height: none; overflow: visible }
    .headline { padding-top: 1rem }
    .answer > section { break-inside: auto }
    h3, h4 { break-after: avoid }
    tr, .findings > li, .timeline { break-inside: avoid }
    thead { display: table-header-group }
    .figure { text-decoration: none; padding: 0 }
    .reason { background: none }
    .reason a[href]::after, .cited a[href]::after { content: " <" attr(href) ">"; font-size: 0.8em; overflow-wrap: anywhere }
    .foot { padding: 1rem 0 0 }
  }
  @page { margin: 18mm 16mm }
`
