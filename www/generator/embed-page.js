// The page that makes embed code: what is wished on the left, the lines to paste on the right, below them the planner as they show it.
/** @import { Theme } from '../planner-element.js' */
/** @import { Language } from '../say.js' */
/** @import { Route } from '../embed/policy.js' */
/** @import { Loader, Wishes } from './lines.js' */
import { LitElement, html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { attributes, tokens as allTokens } from '../embed/contract.js'
import { allowing, lineOf, routes, trustedTypesOf } from '../embed/policy.js'
import { languages } from '../say.js'
import { choose } from '../state/preferences.js'
import { base } from '../styles/base.js'
import { form } from '../styles/form.js'
import { generator } from '../styles/generator.js'
import { tokens } from '../styles/tokens.js'
import { scriptUrl } from '../script-url.js'
import { allNeeds, blocksOf, wishable } from './lines.js'
import './preview.js'
import { reference } from './reference.js'

/** @typedef {typeof import('../messages/en/embed.js').default} Words */
/** @type {Record<Language, () => Promise<{ default: Words }>>} */
const words = { en: () => import('../messages/en/embed.js'), 'zh-CN': () => import('../messages/zh-CN/embed.js') }

/** Each in itself, as on the planner's page. */
const languageNames = { en: 'English', 'zh-CN': '中文' }

/** Tokens that can be set here, each with the property of CSS that its values are of, and what a picker of colours starts from. */
const settable = /** @type {const} */ ([['accent', 'color', '#0b6b62'], ['paper', 'color', '#fbfaf7'], ['sheet', 'color', '#ffffff'], ['ink', 'color', '#1b1f24'], ['font', 'font-family', ''], ['radius', 'border-radius', '']])

/** The planner beside this page. */
const here = new URL('.', location.href).href

export class EmbedPage extends LitElement {
  static styles = [tokens, base, form, generator]
  static properties = { language: {}, theme: { reflect: true }, words: { state: true }, wishes: { state: true }, otherScenario: { state: true }, policy: { state: true }, copied: { state: true }, unread: { state: true }, own: { state: true }, tests: { state: true } }

  constructor() {
    super()
    /** @type {Language} */ this.language = 'en'
    /** @type {Theme} */ this.theme = 'auto'
    /** @type {Words | undefined} */ this.words = undefined
    /** @type {Wishes} */
    this.wishes = { route: 'element', host: here, label: '', locale: '', theme: '', view: '', readonly: false, scenario: '', catalog: '', prices: '', name: '', report: false, sandbox: false, tokens: {}, loader: undefined }
    /** Whether the scenario is none of the examples. */ this.otherScenario = false
    /** The policy of somebody's page. */ this.policy = ''
    /** The block that was copied last, and whether that worked. @type {{ text: string, worked: boolean } | undefined} */ this.copied = undefined
    /** Whether the loader of the named host is not known. */ this.unread = false
    /** The loader of this page's host: another host of the same version has the same. @type {Loader | undefined} */ this.own = undefined
    /** Whether the self-test was asked for. */ this.tests = false
  }

  /** What lies in the page itself, outside of all shadows: there scripts find themselves and their links. */
  #places = { preview: placeFor('preview'), test: placeFor('test') }

  connectedCallback() {
    super.connectedCallback()
    this.replaceChildren(...Object.values(this.#places))
    this.#readLoader()
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  async willUpdate(changed) {
    if (!changed.has('language')) return
    const { language } = this
    const read = (await words[language]()).default
    if (language !== this.language) return
    this.words = read
    document.documentElement.lang = language
    document.title = read.title
  }

  /** @param {Partial<Wishes>} change */
  #wish(change) { this.wishes = { ...this.wishes, ...change } }

  /** What is wished, with what the lines need in any case. @returns {Wishes | undefined} */
  get #complete() {
    const { wishes } = this
    if (!this.words || !/^https?:/.test(wishes.host) || !URL.canParse(wishes.host)) return undefined
    const values = Object.fromEntries(settable.map(([name, property]) => [name, holds(property, wishes.tokens[name] ?? '') ? wishes.tokens[name] ?? '' : '']))
    return { ...wishes, host: folderOf(wishes.host), label: wishes.label || this.words.linkText, tokens: values, loader: wishes.loader ?? this.own }
  }

  /** The name of the loader changes with every version: its host knows it. */
  async #readLoader() {
    const { host } = this.wishes
    const loader = await loaderOf(host)
    if (host === here) this.own = loader
    if (host !== this.wishes.host) return
    this.unread = !loader
    this.#wish({ loader })
  }

  /** Until another host says what its loader is called, that of this page stands there. @param {string} host */
  #takeHost(host) {
    this.unread = host !== here
    this.#wish({ host, loader: undefined })
  }

  render() {
    const { words: w } = this
    if (!w) return html`<div class="waiting" aria-busy="true"></div>`
    const wishes = this.#complete
    return html`
      <header class="bar">
        <h1>${w.title}</h1>
        <p class="bar-group"><a href="./">${w.open}</a></p>
        <div class="bar-group end">
          <label class="hidden" for="look">${w.look}</label>
          <select id="look" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) => this.#choose('theme', /** @type {Theme} */ (target.value))}>
            ${Object.entries(w.looks).map(([value, label]) => html`<option value=${value} .selected=${value === this.theme}>${label}</option>`)}
          </select>
          <div class="switch" role="group" aria-label=${w.language}>
            ${languages.map((language) => html`<button type="button" lang=${language} aria-pressed=${language === this.language} @click=${() => this.#choose('language', language)}>${languageNames[language]}</button>`)}
          </div>
        </div>
      </header>
      <p class="intro">${w.intro}</p>
      <div class="desk">
        <form class="wishes" aria-label=${w.what} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>${this.#how(w)}${this.#what(w)}</form>
        <div class="outcome"><div class="beside">${wishes ? html`${this.#lines(w, wishes)}${this.#allow(w, wishes)}` : nothing}</div></div>
      </div>
      ${wishes ? html`<vp-embed-preview .words=${w} .wishes=${wishes} .language=${this.language} .loader=${this.own} .place=${this.#places.preview}><slot name="preview"></slot></vp-embed-preview>
      <section class="below" aria-labelledby="self-test">
        <h2 id="self-test">${w.selfTest}</h2>
        <p>${w.selfTestText}</p>
        ${this.#code(w, `<script src="${wishes.host}embed/self-test.js"></script>`, w.where.page)}
        ${this.tests ? html`<p class="soft" id="self-test-where" tabindex="-1">${w.selfTestWhere}</p>` : html`<button type="button" @click=${this.#test}>${w.runHere}</button>`}
        <slot name="test"></slot>
      </section>` : nothing}
      <section class="below"><details><summary><h2>${w.reference}</h2></summary>${reference(w, this.language)}</details></section>`
  }

  /** @param {Words} w */
  #how(w) {
    const { route, host } = this.wishes
    const wrong = !this.#complete
    return html`<fieldset class="routes"><legend><h2>${w.how}</h2></legend>
      ${routes.map((each) => html`<label class="route ${each === route ? 'chosen' : ''}"><input type="radio" name="route" value=${each} .checked=${live(each === route)} aria-describedby="route-${each}" @change=${() => this.#wish({ route: each })}>
        <span><b>${w.routes[each].name}</b><span id="route-${each}" class="soft">${w.routes[each].text}</span></span></label>`)}
    </fieldset>
    <div class="field wide"><label for="host">${w.host}</label>
      <input id="host" type="url" inputmode="url" autocomplete="off" spellcheck="false" .value=${live(host)} aria-invalid=${wrong} aria-describedby="host-said" @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ { target }) => this.#takeHost(target.value.trim())} @change=${this.#readLoader}>
      <p id="host-said" class=${wrong ? 'problem' : 'hint'} role="status">${wrong ? w.hostWrong : this.unread && route === 'frame' ? w.hostUnread : ''}</p></div>`
  }

  /** @param {Words} w */
  #what(w) {
    const { route, tokens: set } = this.wishes
    const can = wishable[route]
    return html`<fieldset><legend><h2>${w.what}</h2></legend>
      <div class="fields">
        ${this.#text(w, 'label', w.labelHint, w.linkText)}
        ${can.includes('locale') ? html`${this.#choice(w, 'locale')}${this.#choice(w, 'theme')}${this.#choice(w, 'view')}${this.#choice(w, 'scenario')}
        ${this.otherScenario ? this.#text(w, 'scenario', w.otherHint) : nothing}
        ${this.#text(w, 'catalog', w.addressHint)}${this.#text(w, 'prices', w.addressHint)}` : nothing}
        ${can.includes('name') ? this.#text(w, 'name', textOf('name', this.language)) : nothing}
      </div>
      ${can.includes('readonly') ? this.#tick(w, 'readonly', textOf('readonly', this.language)) : nothing}
      ${can.includes('report') ? html`${this.#tick(w, 'report', w.reportHint)}${this.#tick(w, 'sandbox', w.sandboxHint)}` : nothing}
    </fieldset>
    ${can.includes('tokens') ? html`<fieldset><legend><h2>${w.colours}</h2></legend><p class="hint">${w.coloursHint}</p><div class="fields tokens">
      ${settable.map(([name, property, first]) => {
        const value = set[name] ?? ''
        const wrong = value !== '' && !holds(property, value)
        const label = (allTokens.find((token) => token.name === name)?.text[this.language] ?? name).replace(/[.。]$/, '')
        const take = (/** @type {Event & { target: HTMLInputElement }} */ { target }) => this.#wish({ tokens: { ...set, [name]: target.value.trim() } })
        return html`<div class="field"><label for="token-${name}">${label}</label>
          <div class="token"><input id="token-${name}" type="text" spellcheck="false" autocomplete="off" .value=${live(value)} placeholder=${w.own} aria-invalid=${wrong} aria-describedby=${wrong ? `token-${name}-said` : nothing} @input=${take}>
          ${property === 'color' ? html`<input type="color" aria-label=${w.pick(label)} .value=${live(/^#[0-9a-f]{6}$/i.test(value) ? value : first)} @input=${take}>` : nothing}</div>
          ${wrong ? html`<p id="token-${name}-said" class="problem">${w.notCss}</p>` : nothing}</div>`
      })}</div></fieldset>` : nothing}`
  }

  /** @param {Words} w @param {'locale' | 'theme' | 'view' | 'scenario'} name */
  #choice(w, name) {
    const values = /** @type {[string, string][]} */ (Object.entries(w.values[name]))
    const shown = name === 'scenario' && this.otherScenario ? 'other' : this.wishes[name]
    const take = (/** @type {Event & { target: HTMLSelectElement }} */ { target: { value } }) => {
      if (name === 'scenario') this.otherScenario = value === 'other'
      this.#wish({ [name]: value === 'other' ? '' : value })
    }
    return html`<div class="field"><label for=${name}>${w.fields[name]}</label><select id=${name} aria-describedby="${name}-hint" @change=${take}>
      <option value="" .selected=${shown === ''}>${w.own}</option>${values.map(([value, label]) => html`<option value=${value} .selected=${shown === value}>${label}</option>`)}</select>
      <p id="${name}-hint" class="hint">${textOf(name, this.language)}</p></div>`
  }

  /** @param {Words} w @param {'label' | 'scenario' | 'catalog' | 'prices' | 'name'} name @param {string} hint @param {string} [placeholder] */
  #text(w, name, hint, placeholder = '') {
    const id = name === 'scenario' ? 'scenario-text' : name
    return html`<div class="field"><label for=${id}>${name === 'scenario' ? w.values.scenario.other : w.fields[name]}</label>
      <input id=${id} type="text" spellcheck="false" autocomplete="off" placeholder=${placeholder} .value=${live(this.wishes[name])} aria-describedby="${id}-hint" @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ { target }) => this.#wish({ [name]: target.value.trim() })}>
      <p id="${id}-hint" class="hint">${hint}</p></div>`
  }

  /** @param {Words} w @param {'readonly' | 'report' | 'sandbox'} name @param {string} hint */
  #tick(w, name, hint) {
    return html`<label class="tick-line"><input type="checkbox" id=${name} .checked=${live(this.wishes[name])} aria-describedby="${name}-hint" @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => this.#wish({ [name]: target.checked })}>
      <span>${w.fields[name]}<span id="${name}-hint" class="hint">${hint}</span></span></label>`
  }

  /** @param {Words} w @param {Wishes} wishes */
  #lines(w, wishes) {
    return html`<section aria-labelledby="lines"><h2 id="lines">${w.lines}</h2>
      ${wishes.route === 'file' ? html`<p><a href="${wishes.host}voucher-planner.html" download>${w.saveFile}</a></p><p class="soft">${w.saveFileHint}</p>` : nothing}
      ${blocksOf(wishes).map(({ where, text }) => this.#code(w, text, w.where[where]))}</section>`
  }

  /** @param {Words} w @param {Wishes} wishes */
  #allow(w, wishes) {
    const needs = allNeeds(wishes)
    const named = trustedTypesOf(wishes.route)
    if (!needs.length) return html`<section aria-labelledby="allow"><h2 id="allow">${w.allow}</h2><p>${w.allowNothing}</p></section>`
    const own = this.policy.replace(/^\s*content-security-policy\s*:/i, '').trim()
    const merged = own ? allowing(own, [...needs, ...named]) : undefined
    return html`<section aria-labelledby="allow"><h2 id="allow">${w.allow}</h2>
      <p>${w.allowHint}</p>${this.#code(w, lineOf(needs), w.policyLine)}
      ${named.length ? html`<p class="soft">${w.trusted(named.flatMap(({ sources }) => sources).join(' '))}</p>` : nothing}
      <div class="field wide"><label for="policy">${w.ownPolicy}</label>
        <textarea id="policy" rows="3" spellcheck="false" aria-describedby="policy-hint" .value=${live(this.policy)} @input=${(/** @type {InputEvent & { target: HTMLTextAreaElement }} */ { target }) => { this.policy = target.value }}></textarea>
        <p id="policy-hint" class="hint">${w.ownPolicyHint}</p></div>
      <div role="status">${merged ? html`${merged.nonce ? html`<p>${w.nonce}</p>` : nothing}
        ${merged.policy === allowing(own, []).policy ? html`<p>${w.fine}</p>` : this.#code(w, merged.policy, w.merged)}` : nothing}</div></section>`
  }

  /** A block to copy. @param {Words} w @param {string} text @param {string} label */
  #code(w, text, label) {
    const said = this.copied?.text === text ? (this.copied.worked ? w.copied : w.copyNot) : w.copy
    return html`<div class="code"><div class="code-head"><h3>${label}</h3><button type="button" aria-label="${said}: ${label}" @click=${(/** @type {Event & { currentTarget: HTMLElement }} */ event) => this.#copy(event, text)}>${said}</button></div>
      <pre tabindex="0" role="group" aria-label=${label}><code>${text}</code></pre></div>`
  }

  /** @param {Event & { currentTarget: HTMLElement }} event @param {string} text */
  async #copy({ currentTarget }, text) {
    const block = currentTarget.closest('.code')?.querySelector('pre')
    try {
      await navigator.clipboard.writeText(text)
      this.copied = { text, worked: true }
    } catch {
      // Where the browser does not let it, a person still can.
      if (block) getSelection()?.selectAllChildren(block)
      this.copied = { text, worked: false }
    }
  }

  /** The self-test as any page has it: it shows itself after its script. */
  async #test() {
    const script = document.createElement('script')
    script.src = /** @type {any} */ (scriptUrl(new URL('embed/self-test.js', document.baseURI).href))
    script.dataset.locale = this.language
    this.#places.test.replaceChildren(script)
    this.tests = true
    await this.updateComplete
    // The button is gone; its results follow this line.
    const line = this.renderRoot.querySelector('#self-test-where')
    if (line instanceof HTMLElement) line.focus()
  }

  /** @template {'language' | 'theme'} What @param {What} what @param {this[What]} value */
  #choose(what, value) {
    this[what] = value
    choose(what, value)
  }
}

/** What the contract says of an attribute. @param {string} name @param {Language} language */
const textOf = (name, language) => attributes.find((attribute) => attribute.name === name)?.text[language] ?? ''

/** The folder of an address, which ends in a slash: what is asked of a page in it or carried in its address stays away. @param {string} address */
function folderOf(address) {
  const url = new URL(address)
  url.search = url.hash = ''
  url.pathname = url.pathname.replace(/[^/]*\.html?$/i, '').replace(/\/*$/, '/')
  return url.href
}

/** What a host says of its loader, or nothing where that cannot be read. @param {string} host @returns {Promise<Loader | undefined>} */
async function loaderOf(host) {
  try {
    const response = await fetch(new URL('embed/loader.json', folderOf(host)))
    const { file, integrity } = await response.json()
    // Somebody pastes it into a page.
    return /^[\w-]+\.js$/.test(file) && /^sha\d+-[\w+/=]+$/.test(integrity) ? { file, integrity } : undefined
  } catch {
    return undefined
  }
}

/** Whether a value holds in a style sheet with others after it: one that is not closed would swallow them. @param {string} property @param {string} value */
function holds(property, value) {
  if (!CSS.supports(property, value)) return false
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`a{${property}:${value};order:1}b{}`)
  const [first, ...rest] = sheet.cssRules
  return rest.length === 1 && first instanceof CSSStyleRule && first.style.order === '1'
}

/** @param {string} slot */
const placeFor = (slot) => Object.assign(document.createElement('div'), { slot })
