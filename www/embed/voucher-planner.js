// The planner as an element for pages that somebody else writes: it finds its engine, takes what the host gives it, and tells the
// host what happens. What hosts can rely on is listed in contract.js.
/**
 * @import { Engine } from '../engine.js'
 * @import { Scenario, SuppliedDocuments, SupplyProblem } from '../pkg/index.js'
 * @import { Outcome } from '../planning.js'
 * @import { Language } from '../say.js'
 * @import { Desk } from '../state/desk.js'
 * @import { PlannerDetails, PlannerError } from './details.js'
 * @import { Given, WrongSource } from './sources.js'
 */
import { PlannerElement, extents } from '../planner-element.js'
import { languageFor, languages } from '../say.js'
import { startEngine } from '../start-engine.js'
import { documentOf } from '../state/document.js'
import { version as made } from '../pkg/package.json'
import { changeOf, version } from './changes.js'
import { deskFrom, textOf } from './sources.js'

/** What the engine found wrong with what was supplied. @typedef {{ kind: 'refused', problems: SupplyProblem[] }} Refused */
/** What a host may supply besides a scenario. @typedef {'catalog' | 'prices'} Supply */

/** Attributes with few values: another one is told, and counts as none. @type {Record<string, readonly string[]>} */
const values = { theme: ['auto', 'light', 'dark'], view: extents }

export class VoucherPlanner extends PlannerElement {
  static formAssociated = true
  /** Of the planner, not of what events carry. */
  static version = made
  /** A hosted page that links lead to, where the element comes from one. @type {string | undefined} */
  static home

  static get observedAttributes() { return [...super.observedAttributes, 'locale', 'scenario', 'catalog', 'prices', 'home', 'required'] }

  /** A tag is given once: a second copy of the element leaves the first in its place. @param {string} [tag] @param {CustomElementRegistry} [registry] */
  static define(tag = 'voucher-planner', registry = customElements) {
    const there = /** @type {{ version?: string } | undefined} */ (registry.get(tag))
    if (!there) registry.define(tag, this)
    else if (there !== this && there.version !== this.version) console.warn(`<${tag}> is version ${there.version ?? 'of another maker'} here already; version ${this.version} was not defined.`)
  }

  #internals = this.attachInternals()
  /** @type {{ scenario: Given, catalog: object | string | null, prices: object | string | null }} */ #given = { scenario: undefined, catalog: null, prices: null }
  /** What a form's reset comes back to. @type {Given} */ #initial
  #begun = false
  /** Whether a scenario was shown: before, there is nothing that a form could send. */ #shown = false
  /** The language that whoever wrote the page gave the element itself. */ #lang = ''
  /** Who brought about what is shown. @type {'user' | 'host'} */ #cause = 'host'
  /** What is being read to be shown. @type {Promise<void> | undefined} */ #taking
  /** The planner's own engine. @type {Promise<Engine> | undefined} */ #own
  /** Ends what is still being fetched for a source that was replaced meanwhile. @type {Partial<Record<'scenario' | 'supplies', AbortController>>} */ #fetching = {}
  /** @type {() => void} */ #isReady = () => {}
  /** @type {(error: unknown) => void} */ #isNot = () => {}

  constructor() {
    super()
    /** Once the engine has answered for the first time. @type {Promise<void>} */
    this.ready = new Promise((resolve, reject) => { [this.#isReady, this.#isNot] = [resolve, reject] })
    // Whoever does not ask need not answer for it.
    this.ready.catch(() => {})
    this.home = /** @type {typeof VoucherPlanner} */ (this.constructor).home
    this.addEventListener('desk-changed', () => { this.#cause = 'user' })
    this.addEventListener('answered', (event) => this.#answered(/** @type {CustomEvent<Outcome>} */ (event).detail))
    this.addEventListener('chosen', (event) => this.#chosen(/** @type {CustomEvent<{ what: 'language' | 'theme', value: string }>} */ (event).detail))
    // The browser is about to say so, at something it can see.
    this.addEventListener('invalid', () => { if (this.#unfinished[0]) this.#judge(this.reveal(this.#unfinished[0].path)) })
    this.addEventListener('saving', (event) => {
      const { blob, name } = /** @type {CustomEvent<{ blob: Blob, name: string }>} */ (event).detail
      if (!this.#tell('planner-export', { name, type: blob.type, size: blob.size, blob }, true)) event.preventDefault()
    })
  }

  connectedCallback() {
    // What is answered because it stands on a page again, nobody has changed.
    this.#cause = 'host'
    if (!this.#begun) this.#lang = this.lang
    super.connectedCallback()
    if (this.#begun) return
    this.#begun = true
    // What a host has set before the element was defined hides what the element does with it.
    for (const name of /** @type {const} */ (['scenario', 'catalog', 'prices', 'locale', 'value', 'required', 'disabled', 'name'])) {
      if (!Object.hasOwn(this, name)) continue
      const set = /** @type {any} */ (this)[name]
      delete /** @type {any} */ (this)[name]
      Object.assign(this, { [name]: set })
    }
    this.#listen()
    this.#initial = this.#given.scenario
    this.#judge()
    this.#start()
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    super.attributeChangedCallback(name, old, value)
    if (old === value) return
    // What a host has set before the element was defined stands above what its tag says.
    if (name === 'scenario' || name === 'catalog' || name === 'prices') {
      if (name === 'scenario') this.#initial = value
      if (!Object.hasOwn(this, name)) this[name] = /** @type {any} */ (value)
    }
    else if (name === 'locale' && this.#begun) this.#listen()
    else if (name === 'home') this.home = value ?? undefined
    else if (name === 'required') this.#judge()
    const known = values[name]
    if (known && value !== null && !known.includes(value)) this.#complain('attribute', `${name}="${value}": there are only ${known.join(', ')}.`, { attribute: name })
  }

  /** The language in force; setting it is setting the attribute. */
  get locale() { return /** @type {string} */ (this.language) }

  set locale(locale) { this.setAttribute('locale', locale) }

  /** The shown scenario. @returns {Scenario} */
  get scenario() { return super.scenario }

  /** @param {any} given a scenario, a document of several, or what the attribute takes */
  set scenario(given) {
    this.#given.scenario = given
    this.dismiss('wrong-scenario')
    if (this.#begun) this.#taking = this.#takeScenario()
  }

  /** A partner's catalogue, or where it lies. */
  get catalog() { return this.#given.catalog }

  set catalog(given) { this.#supply('catalog', given) }

  /** A price book, or where it lies. */
  get prices() { return this.#given.prices }

  set prices(given) { this.#supply('prices', given) }

  /** What a form sends. */
  get value() { return JSON.stringify(this.scenario) }

  set value(text) { this.scenario = /** @type {any} */ (text) }

  get required() { return this.hasAttribute('required') }

  set required(required) { this.toggleAttribute('required', required) }

  get disabled() { return this.hasAttribute('disabled') }

  set disabled(disabled) { this.toggleAttribute('disabled', disabled) }

  get name() { return this.getAttribute('name') ?? '' }

  set name(name) { this.setAttribute('name', name) }

  get type() { return this.localName }

  get form() { return this.#internals.form }

  get labels() { return this.#internals.labels }

  get validity() { return this.#internals.validity }

  get validationMessage() { return this.#internals.validationMessage }

  get willValidate() { return this.#internals.willValidate }

  checkValidity() { return this.#internals.checkValidity() }

  reportValidity() { return this.#internals.reportValidity() }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) { this.barred = disabled }

  formResetCallback() { this.scenario = /** @type {any} */ (this.#initial) }

  /** @param {unknown} state as given to the form with the last value */
  formStateRestoreCallback(state) {
    if (typeof state === 'string') this.scenario = /** @type {any} */ (state)
  }

  /** What is shown first. A page of its own may know better. @param {Given} given @param {AbortSignal} signal */
  async opening(given, signal) { return deskFrom(given, this.language, signal) }

  /** @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    super.updated(changed)
    if (changed.has('desk')) this.#fill()
    this.#judge()
  }

  /** The engine may be quicker than the scenario, or slower: nothing is shown before both are here. */
  async #start() {
    try {
      this.#own = startEngine()
      this.#taking = this.#takeScenario()
      await this.#plansAnew()
    } catch (error) {
      console.error(error)
      this.failed = true
      this.#complain('engine', whyNoEngine(error))
      this.#isNot(error)
    }
  }

  /** Plans with what is supplied now, unless something newer is supplied meanwhile. Another scenario may be given while the first is on its way, so the last one is waited for. */
  async #plansAnew() {
    const { signal } = this.#instead('supplies')
    const engine = await this.#supplied(signal)
    for (let last; last !== this.#taking;) await (last = this.#taking)
    if (signal.aborted || !engine) return
    if (engine !== this.engine) this.engine?.rest()
    this.engine = engine
    engine.readTexts().then(() => this.requestUpdate(), console.error)
  }

  /** The engine with what the host supplies, or where that cannot be used, the planner's own. Nothing where something newer was supplied meanwhile. @param {AbortSignal} signal @returns {Promise<Engine | undefined>} */
  async #supplied(signal) {
    const { catalog, prices } = this.#given
    const own = await this.#own
    if (signal.aborted || !catalog && !prices) return own
    const [catalogue, book] = await Promise.all([this.#documentOf('catalog', catalog, signal), this.#documentOf('prices', prices, signal)])
    return this.#engineWith({ ...catalogue && { catalogue }, ...book && { prices: book } }, own, signal)
  }

  /** Takes what is in order: of two documents, one may be. @param {SuppliedDocuments} documents @param {Engine | undefined} own @param {AbortSignal} signal @returns {Promise<Engine | undefined>} */
  async #engineWith(documents, own, signal) {
    if (signal.aborted) return undefined
    if (!Object.keys(documents).length) return own
    const made = await this.#madeFrom(documents, own)
    if (signal.aborted) return undefined
    if (!made) return own
    if (made.outcome === 'ready') return made.engine
    const left = { ...documents }
    for (const [what, document] of /** @type {const} */ ([['catalog', 'catalogue'], ['prices', 'prices']])) {
      const problems = made.problems.filter((each) => each.document === document)
      if (!problems.length) continue
      this.cannot(what, { kind: 'refused', problems })
      delete left[document]
    }
    return this.#engineWith(left, own, signal)
  }

  /** An engine made from documents, or what is wrong with them; nothing where what reads them could not be fetched. @param {SuppliedDocuments} documents @param {Engine | undefined} own */
  async #madeFrom(documents, own) {
    try {
      const { suppliedEngine } = await import('./supplied.js')
      return await suppliedEngine(documents, own)
    } catch (error) {
      console.error(error)
      const wrong = /** @type {const} */ ({ kind: 'not-checked' })
      if (documents.catalogue) this.cannot('catalog', wrong)
      if (documents.prices) this.cannot('prices', wrong)
      return undefined
    }
  }

  /** What was supplied, or nothing where it cannot be fetched. @param {Supply} what @param {object | string | null} given @param {AbortSignal} signal */
  async #documentOf(what, given, signal) {
    if (typeof given !== 'string') return /** @type {any} */ (given)
    try {
      const read = await textOf(given, signal)
      if ('text' in read) return read.text
      this.cannot(what, read.wrong)
    } catch (error) {
      if (!signal.aborted) throw error
    }
    return undefined
  }

  async #takeScenario() {
    const { signal } = this.#instead('scenario')
    const { scenario: given } = this.#given
    try {
      const read = await this.opening(given, signal)
      if (signal.aborted) return
      if (!('wrong' in read)) {
        if (read.language && !this.hasAttribute('locale')) this.language = read.language
        return this.#show(read.desk)
      }
      this.cannot('scenario', read.wrong)
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  /** Says to the user and to the host that something it gave cannot be used. What is shown stays. @param {'scenario' | Supply} what @param {WrongSource | Refused} wrong */
  cannot(what, wrong) {
    this.tell({ kind: `wrong-${what}`, wrong })
    this.#complain(what, said(wrong), 'problems' in wrong ? { problems: wrong.problems } : {})
  }

  /** @param {Desk} desk */
  #show(desk) {
    this.#cause = 'host'
    this.#shown = true
    this.begin(desk)
  }

  /** What a form sends is what is shown. */
  #fill() { if (this.#shown) this.#internals.setFormValue(this.value, JSON.stringify(documentOf(this.desk))) }

  /** @param {Supply} what @param {object | string | null} given */
  async #supply(what, given) {
    this.#given[what] = given
    if (!this.#begun) return
    this.dismiss(`wrong-${what}`)
    try {
      this.#cause = 'host'
      await this.#plansAnew()
    } catch (error) {
      // Without an engine there is nothing to supply: that is told where it is started.
      console.error(error)
    }
  }

  /** Takes the place of what is still on its way. @param {'scenario' | 'supplies'} what */
  #instead(what) {
    this.#fetching[what]?.abort()
    return this.#fetching[what] = new AbortController()
  }

  /** The language of the attribute, of what lies around, or of the browser. */
  #listen() {
    const wanted = this.getAttribute('locale')
    const known = wanted && languages.some((language) => language.split('-')[0] === wanted.toLowerCase().split('-')[0])
    if (wanted && !known) this.#complain('attribute', `locale="${wanted}": there are only ${languages.join(', ')}.`, { attribute: 'locale' })
    this.language = languageFor(known ? [wanted] : [this.#lang, ...langAround(this), ...navigator.languages].filter(Boolean))
  }

  /** A choice of the user stands where the host would have made it. @param {{ what: 'language' | 'theme', value: string }} choice */
  #chosen({ what, value }) {
    this.#cause = 'user'
    if (what === 'language') this.setAttribute('locale', value)
  }

  /** @param {Outcome} outcome */
  #answered(outcome) {
    this.#isReady()
    this.#fill()
    this.#judge()
    if (outcome === 'crashed') this.#complain('crashed', 'The engine made a mistake of its own with this scenario.')
    this.#tell('planner-change', changeOf(this, outcome, this.#cause))
  }

  /** What keeps a form from being sent: what is wrong always does, what is missing only where it is required. */
  get #unfinished() { return this.problems.filter(({ code }) => this.required || code !== 'required' && code !== 'empty') }

  /** Whether a form around it may be sent. What nobody can change keeps nobody from it. @param {Element} [meant] the field that the browser should point at */
  #judge(meant) {
    const { length } = this.#unfinished
    const waits = this.required && !this.plan && !length
    if (this.locked || !length && !waits) return this.#internals.setValidity({})
    const { ui } = this.messages ?? {}
    const message = waits ? this.failed ? ui?.noEngine : ui?.loading : ui?.unfinished(length)
    // Browsers say nothing at what cannot have the focus.
    const places = [meant, ...['[aria-invalid="true"]', '.questions *', '*'].flatMap((where) => [...this.renderRoot?.querySelectorAll(where) ?? []])]
    const anchor = places.find((each) => each instanceof HTMLElement && each.matches('input, select, textarea, button, a[href], [tabindex]') && each.checkVisibility())
    this.#internals.setValidity({ customError: true }, message || '…', /** @type {HTMLElement | undefined} */ (anchor))
  }

  /** @param {PlannerError['code']} code @param {string} message @param {Pick<PlannerError, 'attribute' | 'problems'>} [more] */
  #complain(code, message, more = {}) { this.#tell('planner-error', { code, message, ...more }) }

  /** Tells the host. What its listeners do wrong is theirs: it does not come back here. @template {keyof PlannerDetails} Name @param {Name} name @param {Omit<PlannerDetails[Name], 'version'>} detail @param {boolean} [cancelable] */
  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail: { version, ...detail } }))
  }
}

/** The language of the nearest element that says one, also of hosts around it. @param {Element} element @returns {string[]} */
function langAround(element) {
  for (let around = /** @type {Node | null} */ (element.parentNode); around; around = around instanceof ShadowRoot ? around.host : around.parentNode) {
    if (around instanceof Element && around.getAttribute('lang')) return [/** @type {string} */ (around.getAttribute('lang'))]
  }
  return []
}

/** What keeps the engine from starting, and where that is known, the line that helps. @param {unknown} error */
function whyNoEngine(error) {
  const message = error instanceof Error ? error.message : String(error)
  return /content.security.policy|\bcsp\b|unsafe-eval/i.test(message)
    ? `The Content-Security-Policy of this page forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src, or embed the planner as a frame. (${message})`
    : message
}

/** Why something could not be read, for whoever develops the page. @param {WrongSource | Refused} wrong */
const said = (wrong) => (wrong.kind === 'refused' ? `refused ${wrong.problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}` : Object.values(wrong).join(' '))
