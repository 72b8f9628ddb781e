// What to know, the gravest first, each with its repair as a button.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { rule, sourceLink } from '../explain.js'
import { repairs } from '../field.js'

/** @param {View} view */
export function findings(view) {
  const list = view.plan?.findings ?? []
  return html`<section aria-labelledby="findings">
    <h3 id="findings" tabindex="-1">${view.ui.findings}</h3>
    ${list.length ? html`<ul class="findings">${list.map((finding, index) => {
      const key = `finding/${index}/${finding.code}`
      const open = view.expanded.has(key)
      const more = finding.rules.length + finding.cites.length
      return html`<li class=${finding.severity}>
        <b class="severity">${view.m.severities[finding.severity]}</b>
        <div><p>${view.findingText(finding)}</p>
          <p class="actions">${repairs(view, finding)}
            ${finding.path ? html`<button type="button" class="link" @click=${() => view.actions.goTo(finding.path)}>${view.ui.goTo}<span class="hidden">: ${view.labelOf(finding.path)}</span></button>` : nothing}
            ${more ? html`<button type="button" class="link" aria-expanded=${open} @click=${() => view.actions.expand(key, !open)}>${finding.rules.length ? `${view.ui.rules}: ${finding.rules.join(', ')}` : view.ui.sources}</button>` : nothing}</p>
          ${open ? html`<ul class="cited">${finding.rules.map((id) => rule(view, id))}${finding.cites.map((cite) => html`<li>${sourceLink(view, cite)}</li>`)}</ul>` : nothing}
        </div></li>`
    })}</ul>` : html`<p>${view.ui.noFindings}</p>`}
  </section>`
}
