// The tables of the contract, as the page that makes embed code shows them.
/** @import { Language } from '../say.js' */
/** @import { Words } from './embed-page.js' */
import { html } from 'lit'
import { attributes, events, parts, properties, tokens } from '../embed/contract.js'

/** @param {Words} w @param {Language} language */
export const reference = (w, language) => html`
  ${table(w, w.kinds.attributes, attributes.map(({ name, type, fallback, text }) => [name, fallback ? `${type} = ${fallback}` : type, text[language]]))}
  ${table(w, w.kinds.properties, properties.map(({ name, type, set, readonly, text }) => [name, `${set ?? type}${readonly ? ` (${w.readonlyNote})` : ''}`, text[language]]))}
  ${table(w, w.kinds.events, events.map(({ name, detail, cancelable, text }) => [name, `${detail}${cancelable ? ` (${w.cancelable})` : ''}`, text[language]]))}
  ${table(w, w.kinds.parts, parts.map(({ name, text }) => [`::part(${name})`, '', text[language]]))}
  ${table(w, w.kinds.tokens, tokens.map(({ name, text }) => [`--voucher-planner-${name}`, '', text[language]]))}`

/** @param {Words} w @param {string} title @param {[name: string, type: string, text: string][]} rows */
function table(w, title, rows) {
  const typed = rows.some(([, type]) => type)
  return html`<h3>${title}</h3><div class="scroll" tabindex="0" role="group" aria-label=${title}><table class="reference"><thead><tr><th scope="col">${w.heads.name}</th>${typed ? html`<th scope="col">${w.heads.type}</th>` : ''}<th scope="col">${w.heads.text}</th></tr></thead>
    <tbody>${rows.map(([name, type, text]) => html`<tr><th scope="row"><code>${name}</code></th>${typed ? html`<td><code>${type}</code></td>` : ''}<td>${text}</td></tr>`)}</tbody></table></div>`
}
