// The library: all rules, words, facts, disagreements, choices, changes and sources that a plan can rest on, with a search.
/** @import { View } from '../view.js' */
import { html } from 'lit'
import { facts } from './library-facts.js'
import { grounds } from './library-grounds.js'
import { supplied } from './library-supplied.js'

/** An entry of a section: what the search looks through. @typedef {{ id?: string, content: unknown }} Entry */
/** @typedef {keyof import('../messages/contract.js').LaterMessages['library']['sections']} SectionId */
/** A part of the page. Entries that are short stand in columns. @typedef {{ id: SectionId, intro?: unknown, entries: Entry[], kind?: 'list' | 'table' | 'columns', head?: unknown }} Section */

/** @param {View} view */
export function draw(view) {
  const { ui, catalogue } = view
  const { library } = view.m
  const sections = inOrder([...grounds(view), ...facts(view)])
  const all = view.say.count(sections.reduce((sum, { entries }) => sum + entries.length, 0))
  return html`<div class="shelves">
    <div class="library-head"><h2>${ui.library}</h2>
      <p>${ui.libraryIntro}${ui.space}${ui.catalogueOf(view.say.day(catalogue.date))}</p>
      ${supplied(view)}
      <div class="field library-search"><label for="library-search">${library.search}</label>
        <input id="library-search" type="search" autocomplete="off" spellcheck="false" aria-describedby="library-hint library-found"
          @input=${(/** @type {InputEvent & { currentTarget: HTMLInputElement }} */ event) => filter(event.currentTarget, view)}>
        <p class="hint" id="library-hint">${library.searchHint}</p>
        <p class="soft" id="library-found" role="status" .textContent=${library.found(all, all)}></p></div>
    </div>
    <nav class="contents" aria-labelledby="library-contents"><h3 id="library-contents">${library.contents}</h3><ul>${sections.map(({ id, entries }) => html`<li data-section=${id}><a href="#library-${id}" @click=${jump}>${library.sections[id]}</a> <span class="soft">${view.say.count(entries.length)}</span></li>`)}</ul></nav>
    <div class="library-sections">
      ${sections.map((section) => part(view, section))}
      <div class="library-none" hidden><p>${library.nothingFound}</p><button type="button" @click=${clear}>${library.clear}</button></div>
    </div></div>`
}

/** @type {SectionId[]} */
const order = ['rules', 'words', 'programmes', 'products', 'availability', 'certifications', 'exams', 'times', 'academy', 'assumptions', 'conflicts', 'policies', 'changes', 'notes', 'links', 'sources']

/** @param {Section[]} sections */
const inOrder = (sections) => sections.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))

/** @param {View} view @param {Section} section */
function part(view, { id, intro, entries, kind = 'list', head }) {
  return html`<section data-section=${id} aria-labelledby="library-${id}"><h3 id="library-${id}" tabindex="-1">${view.m.library.sections[id]}</h3>
    ${intro}
    ${kind === 'table' ? html`<table class="stack"><thead>${head}</thead><tbody>${entries.map((entry) => html`<tr data-entry id=${entry.id ?? ''}>${entry.content}</tr>`)}</tbody></table>`
      : html`<ul class="entries ${kind}">${entries.map((entry) => html`<li data-entry id=${entry.id ?? ''}>${entry.content}</li>`)}</ul>`}</section>`
}

/** A fragment does not reach into a shadow tree. @param {MouseEvent & { currentTarget: HTMLAnchorElement }} event */
function jump(event) {
  event.preventDefault()
  const root = /** @type {ShadowRoot} */ (event.currentTarget.getRootNode())
  const target = root.getElementById(event.currentTarget.hash.slice(1))
  target?.scrollIntoView()
  target?.focus({ preventScroll: true })
}

/** Shows only what contains every word that is looked for. Letters count without case and width. @param {HTMLInputElement} input @param {View} view */
function filter(input, view) {
  const root = /** @type {ShadowRoot} */ (input.getRootNode())
  const words = plain(input.value).split(/\s+/).filter(Boolean)
  let [shown, all] = [0, 0]
  for (const section of root.querySelectorAll('.library-sections > section')) {
    let here = 0
    for (const entry of section.querySelectorAll('[data-entry]')) {
      const text = plain(entry.textContent)
      const hidden = !words.every((word) => text.includes(word))
      entry.toggleAttribute('hidden', hidden)
      here += hidden ? 0 : 1
      all += 1
    }
    section.toggleAttribute('hidden', !here)
    root.querySelector(`.contents [data-section="${section.getAttribute('data-section')}"]`)?.toggleAttribute('hidden', !here)
    shown += here
  }
  root.querySelector('.library-none')?.toggleAttribute('hidden', shown > 0)
  const status = root.getElementById('library-found')
  if (status) status.textContent = view.m.library.found(view.say.count(shown), view.say.count(all))
}

/** @param {string} text */
const plain = (text) => text.normalize('NFKC').toLowerCase()

/** @param {MouseEvent & { currentTarget: HTMLElement }} event */
function clear(event) {
  const input = /** @type {ShadowRoot} */ (event.currentTarget.getRootNode()).getElementById('library-search')
  if (!(input instanceof HTMLInputElement)) return
  input.value = ''
  input.dispatchEvent(new InputEvent('input'))
  input.focus()
}
