// Many findings: those of one kind in one line that opens; and for each what its term means and which page helps.
/** @import { Finding, View } from '../view.js' */
import { html, nothing } from 'lit'
import { help, ofFinding } from './help.js'
import { links, topicsOfFinding } from './links.js'

/** What a finding's term means, and the pages and contacts that help. @param {View} view @param {Finding} finding */
export function aboutFinding(view, finding) {
  const term = ofFinding[finding.code]
  return html`${links(view, topicsOfFinding[finding.code], view.m.why.see)}${term ? help(view, term) : nothing}`
}

/** Findings by kind, in the order in which the kinds first come. @param {View} view @param {Finding[]} list @param {string} place @param {(view: View, finding: Finding, place: string) => unknown} row */
export function manyFindings(view, list, place, row) {
  /** @type {Map<string, Finding[]>} */
  const kinds = new Map()
  for (const finding of list) {
    const kind = `${finding.severity}/${finding.code}`
    kinds.set(kind, [...kinds.get(kind) ?? [], finding])
  }
  return [...kinds].map(([kind, members]) => {
    const [first] = members
    if (!first || members.length === 1) return first ? row(view, first, `${place}/${kind}`) : nothing
    const key = `${place}/${kind}`
    const open = view.expanded.has(key)
    return html`<li class="${first.severity} many"><b class="severity">${view.m.severities[first.severity]}</b>
      <details .open=${open} @toggle=${(/** @type {Event & { currentTarget: HTMLDetailsElement }} */ event) => view.actions.expand(key, event.currentTarget.open)}>
        <summary>${view.m.why.groups[first.code](view.say.count(members.length))}</summary>
        ${open ? html`<ul class="findings">${members.map((finding, index) => row(view, finding, `${key}/${index}`))}</ul>` : nothing}
      </details></li>`
  })
}
