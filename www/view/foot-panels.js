// What is kept and where, how to forget it, and which keys do what: opened from the foot of the page.
/** @import { PlannerElement } from '../planner-element.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { moved, opened, placed } from './menus.js'

/** @param {View} view @param {PlannerElement & { unheard?: boolean }} planner unheard: whether the page around a frame cannot read what is entered there */
export function footPanels(view, planner) {
  const { m: { scenarios: words } } = view
  const embedding = planner.keeping && embedPage(planner.home)
  return html`${panel('privacy', words.privacy, html`
      ${planner.keeping ? html`<p>${words.privacyText}</p>${withoutNetwork(view, planner)}` : nothing}
      ${planner.keeping ? html`<p>${words.keptWhere}</p><p><b>${words.keptNow[planner.keeping.state]}</b></p>
        <button type="button" @click=${() => { hide(planner, 'privacy'); planner.keeping?.forget() }}>${words.forget}</button>
        <p class="soft">${words.forgetHint}</p>` : html`<p>${planner.unheard ? words.keptNowhere : words.keptByHost}</p>`}`)}
    ${panel('keys', words.keys, html`<dl class="keys">${words.keyList.map(([keys, what]) => html`<div><dt>${keys?.split(' ').map((key) => (key === '+' || key === '/' ? ` ${key} ` : html`<kbd>${key}</kbd>`))}</dt><dd>${what}</dd></div>`)}</dl>`)}
    ${embedding ? html`<a href=${embedding}>${words.embed}</a>` : nothing}`
}

/** Whether the page opens without a network, and the planner to take along. @param {View} view @param {PlannerElement} planner */
function withoutNetwork({ m: { offline: words }, say }, { offline }) {
  if (!offline) return nothing
  const { state, since, file } = offline
  return html`${state === 'unsure' ? nothing : html`<p>${state === 'kept' ? words.works(since && say.day(since)) : words[state]}</p>`}
    ${file ? html`<p><a href=${file} download>${words.file}</a> ${words.fileHint}</p>` : nothing}`
}

/** The page that makes embed code, where it lies beside the planner's own: a planner that is one file has none. @param {string | undefined} home */
const embedPage = (home) => (home && /^https?:.*\/(index\.html)?$/.test(home) && window.parent === window ? new URL('embed.html', home).href : undefined)

/** @param {string} id @param {string} title @param {unknown} content */
const panel = (id, title, content) => html`<button type="button" class="link" popovertarget=${id} aria-haspopup="dialog">${title}</button>
  <div popover id=${id} class="dialog" role="dialog" aria-labelledby="${id}-title" @beforetoggle=${placed} @toggle=${opened} @keydown=${moved}>
    <h2 id="${id}-title" tabindex="-1">${title}</h2>${content}</div>`

/** @param {PlannerElement} planner @param {string} id */
function hide(planner, id) {
  const found = planner.renderRoot.querySelector(`#${id}`)
  if (found instanceof HTMLElement) found.hidePopover()
}
