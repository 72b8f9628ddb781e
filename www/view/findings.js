// What to know, the gravest first, each with its repair as a button.
/** @import { Finding, View } from '../view.js' */
import { html, nothing } from 'lit'
import { repairs } from '../field.js'

/** @param {View} view */
export function findings(view) {
  const list = /** @type {Finding[]} */ (view.plan?.findings ?? [])
  // Notes wait until somebody asks; what may cost money or time does not.
  const grave = list.filter(({ severity }) => severity !== 'note')
  const notes = list.filter(({ severity }) => severity === 'note')
  return html`<section aria-labelledby="findings">
    <h3 id="findings" tabindex="-1">${view.ui.findings}</h3>
    ${list.length ? nothing : html`<p>${view.ui.noFindings}</p>`}
    ${grave.length ? html`<ul class="findings">${grave.map((finding, index) => row(view, finding, `finding/${index}`))}</ul>` : nothing}
    ${notes.length ? html`<details ?open=${view.printing || !grave.length && notes.length <= 2}><summary>${view.ui.moreNotes(notes.length)}</summary>
      <ul class="findings">${notes.map((finding, index) => row(view, finding, `note/${index}`))}</ul></details>` : nothing}
  </section>`
}

/** @param {View} view @param {Finding} finding @param {string} place */
function row(view, finding, place) {
  const key = `${place}/${finding.code}`
  const open = view.expanded.has(key)
  const more = finding.rules.length + finding.cites.length
  return html`<li class=${finding.severity}>
    <b class="severity">${view.m.severities[finding.severity]}</b>
    <div><p>${view.withAgreement(finding.path, view.findingText(finding))}</p>
      ${repairs(view, finding)}
      <p class="actions">${finding.path ? html`<button type="button" class="link" @click=${() => view.actions.goTo(finding.path)}>${view.ui.goTo}<span class="hidden"> ${view.labelOf(finding.path)}</span></button>` : nothing}
      ${more ? html`<button type="button" class="link" aria-expanded=${open} @click=${() => view.actions.expand(key, !open)}>${finding.rules.length ? view.ui.labelled(view.ui.rules, view.say.list(finding.rules)) : view.ui.sources}</button>` : nothing}</p>
      ${open ? view.later?.cited(view, finding.rules, finding.cites) : nothing}
    </div></li>`
}
