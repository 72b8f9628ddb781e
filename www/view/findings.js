// What to know, the gravest first, each with its repair as a button.
/** @import { Finding, View } from '../view.js' */
import { html, nothing } from 'lit'
import { repairs } from '../field.js'

/** So many are read one by one; more are put together by kind. */
export const oneByOne = 8

/** @param {View} view */
export function findings(view) {
  const list = /** @type {Finding[]} */ (view.plan?.findings ?? [])
  // Notes wait until somebody asks; what may cost money or time does not.
  const grave = list.filter(({ severity }) => severity !== 'note')
  const notes = list.filter(({ severity }) => severity === 'note')
  return html`<section aria-labelledby="findings">
    <h3 id="findings" tabindex="-1">${view.ui.findings}</h3>
    ${list.length ? nothing : html`<p>${view.ui.noFindings}</p>`}
    ${grave.length ? html`<ul class="findings">${rows(view, grave, 'finding')}</ul>` : nothing}
    ${notes.length ? html`<details ?open=${view.printing || !grave.length && notes.length <= 2}><summary>${view.ui.moreNotes(notes.length)}</summary>
      <ul class="findings">${rows(view, notes, 'note')}</ul></details>` : nothing}
  </section>`
}

/** @param {View} view @param {Finding[]} list @param {string} place */
function rows(view, list, place) {
  const few = list.length <= oneByOne || view.printing
  // Until the words for many are here, the gravest stand for all.
  return few || !view.later ? list.slice(0, few ? undefined : oneByOne).map((finding, index) => row(view, finding, `${place}/${index}`)) : view.later.manyFindings(view, list, place, row)
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
      <p class="actions">${finding.path && view.asking ? html`<button type="button" class="link" @click=${() => view.actions.goTo(finding.path)}>${view.ui.goTo}<span class="hidden"> ${view.labelOf(finding.path)}</span></button>` : nothing}
      ${more ? html`<button type="button" class="link" aria-expanded=${open} @click=${() => view.actions.expand(key, !open)}>${finding.rules.length ? view.ui.labelled(view.ui.rules, view.say.list(finding.rules)) : view.ui.sources}</button>` : nothing}
        ${view.later?.aboutFinding(view, finding)}</p>
      ${open ? view.later?.cited(view, finding.rules, finding.cites) : nothing}
    </div></li>`
}
