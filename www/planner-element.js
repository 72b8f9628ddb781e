// The planner as a custom element: a form whose state is a desk of scenarios, and a plan that follows the one shown.
/**
 * @import { Scenario, What } from './pkg/index.js'
 * @import { Engine } from './engine.js'
 * @import { FirstMessages, LaterMessages, Messages } from './messages/contract.js'
 * @import { SampleName } from './samples.js'
 * @import { Language } from './say.js'
 * @import { Offline } from './offline/offline.js'
 * @import { Desk, Origin, Sheet } from './state/desk.js'
 * @import { Keeping } from './state/keeping.js'
 * @import { Notice } from './view/notices.js'
 */
import { LitElement } from 'lit'
import { save } from './exports/save.js'
import { together } from './messages/together.js'
import { Planning } from './planning.js'
import { sample } from './samples.js'
import { Say } from './say.js'
import { browserToday, emptyScenario, withEntry, withValue, withoutEntry } from './scenario.js'
import { deskWith, showing, shownSheet, withSheet, withShown } from './state/desk.js'
import { History } from './state/history.js'
import { styles } from './styles/index.js'
import { View, agreementOf, idOf, noteId } from './view.js'
import { failure, loading, notLoaded, page } from './view/page.js'

/** Words arrive with the language that is used: first those of the answer. @type {Record<Language, { first: () => Promise<{ default: FirstMessages }>, later: () => Promise<{ default: LaterMessages }> }>} */
const languages = {
  en: { first: () => import('./messages/en/first.js'), later: () => import('./messages/en/later.js') },
  'zh-CN': { first: () => import('./messages/zh-CN/first.js'), later: () => import('./messages/zh-CN/later.js') },
}

/** What can be shown instead of the plan, loaded when somebody asks for it. @typedef {keyof typeof places} Place */
const places = {
  library: () => import('./view/library.js'),
  scenarios: () => import('./view/scenarios.js'),
}

/** @typedef {'auto' | 'light' | 'dark'} Theme */
/** How much is shown: everything; one scenario without what lies beside it; only its answer; what the answer rests on. @typedef {(typeof extents)[number]} Extent */
export const extents = /** @type {const} */ (['full', 'simple', 'answer', 'library'])

/**
 * Plans purchases while one types. It fetches no engine and keeps nothing: it is given an engine and a desk, so a page or a test
 * can give it others. What goes on it tells by events that do not leave it: `language-changed` after its words have changed,
 * `chosen` after the user chose a language or a look, `desk-changed` after anything on its desk has, `answered` after the engine
 * answered what is shown, `saving` before a file is handed out, which whoever takes the file prevents.
 */
export class PlannerElement extends LitElement {
  static styles = styles
  static properties = {
    engine: { attribute: false }, failed: { attribute: false }, language: { attribute: false }, theme: { reflect: true }, desk: { attribute: false }, current: { attribute: false },
    notices: { attribute: false }, keeping: { attribute: false }, offline: { attribute: false }, renaming: { state: true },
    home: { attribute: false }, view: { reflect: true }, readonly: { type: Boolean, reflect: true }, barred: { state: true },
    messages: { state: true }, touched: { state: true }, notes: { state: true }, expanded: { state: true }, printing: { state: true }, place: { state: true }, later: { state: true }, restFailed: { state: true },
  }

  /** @param {string} tag @param {CustomElementRegistry} registry */
  static define(tag = 'voucher-planner', registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this)
  }

  constructor() {
    super()
    /** @type {Engine | undefined} */ this.engine = undefined
    /** Whether no engine will come. */ this.failed = false
    /** @type {Language} */ this.language = 'en'
    /** @type {Theme} */ this.theme = 'auto'
    /** The address of a page of its own, where links lead. @type {string | undefined} */ this.home = undefined
    /** @type {Extent} */ this.view = 'full'
    /** Whether nothing may be changed. */ this.readonly = false
    /** The same, because what lies around the element is disabled. */ this.barred = false
    /** @type {Messages | undefined} */ this.messages = undefined
    /** @type {Desk} */ this.desk = deskWith(emptyScenario(browserToday()))
    /** Which agreement of the scenario is shown. */ this.current = 0
    /** Fields that were left once: only then is said that they are empty. @type {ReadonlySet<string>} */ this.touched = new Set()
    /** @type {ReadonlyMap<string, What>} */ this.notes = new Map()
    /** @type {ReadonlySet<string>} */ this.expanded = new Set()
    this.printing = false
    /** What is shown instead of the plan. @type {{ name: Place, draw: (view: View, planner: PlannerElement) => unknown } | undefined} */ this.place = undefined
    /** What is to be said above the plan. @type {Notice[]} */ this.notices = []
    /** Who keeps the desk, if anybody does. @type {Keeping | undefined} */ this.keeping = undefined
    /** What is known about times without a network, if anything. @type {Offline | undefined} */ this.offline = undefined
    /** The key of the sheet that is being renamed in the bar. @type {string | undefined} */ this.renaming = undefined
    /** What is loaded once the first answer is shown. @type {typeof import('./later.js') | undefined} */ this.later = undefined
    /** Whether it could not be loaded. */ this.restFailed = false
  }

  /** @type {History<Desk>} */ #history = new History()
  #planning = new Planning(this)
  #say = new Say('en')
  #loadingRest = false
  /** Counts what was asked for to be shown instead of the plan. */ #asked = 0

  connectedCallback() {
    super.connectedCallback()
    addEventListener('beforeprint', this.#beforePrint)
    addEventListener('afterprint', this.#afterPrint)
    this.addEventListener('keydown', this.#pressed)
    // What was given up when it was taken out of its page.
    if (this.hasUpdated) this.#planning.now()
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('beforeprint', this.#beforePrint)
    removeEventListener('afterprint', this.#afterPrint)
    this.#planning.giveUp()
    this.engine?.rest()
  }

  /** The scenario that is shown. @returns {Scenario} */
  get scenario() { return shownSheet(this.desk).scenario }

  /** The plan that is shown. */
  get plan() { return this.#planning.plan }

  /** The sample it was started from, if it was. */
  get origin() { return shownSheet(this.desk).origin }

  /** What keeps the scenario from being planned. */
  get problems() { return this.#planning.problems }

  get locked() { return this.readonly || this.barred }

  /** What can be seen of it. @returns {Extent} */
  get extent() { return extents.find((each) => each === this.view) ?? 'full' }

  /** For the room the comparison keeps while the next one is made. */
  comparisonHeight() { return this.renderRoot?.querySelector('.what-if')?.clientHeight ?? 0 }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('language')) this.#speak(this.language)
    // One that was taken out of its page plans when it is put back.
    if (changed.has('engine') && this.engine && this.isConnected) this.#planning.now()
    if (changed.has('view') || changed.has('later')) this.#showExtent()
  }

  /** @param {Language} language */
  async #speak(language) {
    const first = (await languages[language].first()).default
    const later = this.later && (await languages[language].later()).default
    if (language !== this.language) return // Another was chosen meanwhile.
    this.#say = new Say(language)
    this.messages = together(first, later)
    this.lang = language
    // Untouched samples speak the language of the page; what a user typed stays as typed.
    const shown = this.scenario
    const speaks = (/** @type {Sheet} */ { origin }) => origin && !origin.changed
    if (this.desk.sheets.some(speaks)) this.desk = { ...this.desk, sheets: this.desk.sheets.map((sheet) => (sheet.origin && speaks(sheet) ? { ...sheet, scenario: sample(sheet.origin.name, language) } : sheet)) }
    if (this.scenario !== shown) this.#planning.now()
    this.dispatchEvent(new CustomEvent('language-changed', { detail: { language, title: first.ui.title } }))
  }

  render() {
    const { messages, engine } = this
    if (!messages) return loading(undefined)
    if (this.failed) return failure(messages.ui, this.home)
    if (!engine) return loading(messages.ui)
    const { plan, comparison, problems, crashed, busy, halted, stopped, reserved } = this.#planning
    const view = new View({
      desk: this.desk, scenario: this.scenario, current: this.current, catalogue: engine.catalogue, plan, comparison, problems, crashed, busy, halted, stopped, reserved,
      // A language that is chosen while the rest is on its way has its first words before all others.
      locked: this.locked, asking: this.extent !== 'answer', touched: this.touched, notes: this.notes, expanded: this.expanded, printing: this.printing, messages, later: messages.scenarios && this.later, say: this.#say, actions: this.actions,
    })
    return page(view, this, this.place)
  }

  /** Once the questions and the first answer stand there, what nobody waits for is loaded. @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has('desk')) this.later?.revealShown(this.renderRoot)
    if (this.engine && !this.engine.provisional && this.messages && !this.#loadingRest && !this.restFailed) this.loadRest()
  }

  async loadRest() {
    this.#loadingRest = true
    this.restFailed = false
    try {
      const { language } = this
      const [later, words, first] = await Promise.all([import('./later.js'), languages[language].later(), languages[language].first()])
      if (later.styles) this.renderRoot instanceof ShadowRoot && this.renderRoot.adoptedStyleSheets.push(...later.styles)
      // Words in another language that was chosen meanwhile come with that language.
      if (language === this.language) this.messages = together(first.default, words.default)
      this.later = later
      if (language !== this.language) this.#speak(this.language)
    } catch (error) {
      this.#loadingRest = false
      this.restFailed = true
      console.error(error)
    }
  }

  /** Another state of the desk, to be planned anew. @param {Desk} desk @param {{ place?: string, fresh?: boolean }} [how] place: what was changed; fresh: whether another scenario is shown now */
  arrange(desk, { place, fresh = true } = {}) {
    if (this.locked) return
    this.#history.remember(this.desk, place)
    this.#show(desk, fresh)
  }

  /** The library takes the place of the plan, once its words are here. */
  #showExtent() {
    if (this.extent === 'library') this.later && this.showPlace('library')
    else if (this.place?.name === 'library') this.showPlace(undefined)
  }

  /** After the engine has answered. @param {import('./planning.js').Outcome} outcome */
  answered(outcome) { this.dispatchEvent(new CustomEvent('answered', { detail: outcome })) }

  /** Starts from a desk: there is nothing to undo, and nothing has changed. @param {Desk} desk */
  begin(desk) {
    this.#history = new History()
    this.#show(desk, true, true)
  }

  /** @param {Desk} desk @param {boolean} fresh @param {boolean} [quietly] */
  #show(desk, fresh, quietly = false) {
    this.desk = desk
    this.renaming = undefined
    if (fresh) {
      this.touched = new Set()
      this.notes = new Map()
      this.#planning.clear()
      this.#planning.now()
    } else this.#planning.soon()
    this.current = Math.min(this.current, Math.max(0, (this.scenario.agreements?.length ?? 1) - 1))
    if (!quietly) this.dispatchEvent(new CustomEvent('desk-changed', { detail: { desk } }))
  }

  /** Takes another scenario for the shown one. @param {Scenario} scenario @param {SampleName} [name] of the sample that it is */
  load(scenario, name) {
    this.current = 0
    this.arrange(withShown(this.desk, scenario, name && { name, changed: false }))
  }

  /** @param {SampleName} name */
  loadSample(name) { this.load(sample(name, this.language), name) }

  startEmpty() { this.load(emptyScenario(browserToday())) }

  /** Lays a further sheet on the desk: a sample, or one that is empty. @param {SampleName} [name] */
  openNew(name) { this.arrange(withSheet(this.desk, name ? sample(name, this.language) : emptyScenario(browserToday()), name && { name, changed: false })) }

  /** Takes what the user chose. @template {'language' | 'theme'} What @param {What} what @param {this[What]} value */
  choose(what, value) {
    this[what] = value
    this.dispatchEvent(new CustomEvent('chosen', { detail: { what, value } }))
  }

  /** Says something above the plan, in the place of what was said of the same kind. @param {Notice} notice */
  tell(notice) { this.notices = [...this.notices.filter(({ kind }) => kind !== notice.kind), notice] }

  /** @param {Notice['kind']} kind */
  dismiss(kind) { this.notices = this.notices.filter((notice) => notice.kind !== kind) }

  get canUndo() { return this.#history.canUndo }

  get canRedo() { return this.#history.canRedo }

  undo() { if (!this.locked) this.#step(this.#history.undo(this.desk)) }

  redo() { if (!this.locked) this.#step(this.#history.redo(this.desk)) }

  /** @param {import('./state/history.js').Step<Desk> | undefined} step */
  async #step(step) {
    if (!step) return
    this.#show(step.state, shownSheet(step.state).key !== shownSheet(this.desk).key || !step.place)
    await this.updateComplete
    if (step.place) this.#goTo(step.place)
  }

  /** Shows something else than the plan, or the plan again. @param {Place | undefined} name */
  async showPlace(name) {
    const asked = ++this.#asked
    const draw = name && await places[name]().then((module) => module.draw, (error) => {
      console.error(error)
      return (/** @type {View} */ view) => notLoaded(view, () => this.showPlace(name))
    })
    // Something else was asked for meanwhile.
    if (asked !== this.#asked) return
    this.place = name && draw && { name, draw }
    this.renaming = undefined
    if (!this.hasUpdated) return
    await this.updateComplete
    // The top of the planner, which may lie somewhere in a page.
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView()
  }

  /** Compares again after that was stopped. */
  compareAgain() { this.#planning.compare() }

  stopWork() { this.#planning.stop() }

  /** Plans again after that was stopped. */
  planAgain() { this.#planning.now() }

  /** What a person may do, for what is drawn and for whoever drives the planner from outside. @type {import('./view.js').Actions} */
  actions = {
    set: (path, value) => this.#change(path, withValue(this.scenario, path, value)),
    setAll: (changes, place) => this.#change(place, changes.reduce((scenario, [path, value]) => withValue(scenario, path, value), this.scenario), true),
    add: async (path, entry) => {
      this.#change(path, withEntry(this.scenario, path, entry), true)
      await this.updateComplete
      const place = idOf(`${path}[`)
      const fields = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll(`[id^="${place}"]:is(input, select)`)])
      const last = fields.map(({ id }) => Number(id.slice(place.length + 1).split('-')[0])).reduce((a, b) => Math.max(a, b), -1)
      fields.find(({ id }) => `${id}-`.startsWith(`${place}-${last}-`))?.focus()
    },
    remove: async (path, index) => {
      this.#change(path, withoutEntry(this.scenario, path, index), true)
      await this.updateComplete
      // The button that was pressed is gone; the list's own place is the nearest one left.
      this.#byId(idOf(path))?.focus()
    },
    touch: (path) => { if (!this.touched.has(path)) this.touched = new Set([...this.touched, path]) },
    goTo: (path) => this.#goTo(path),
    note: async (place, what) => {
      const opened = what ? undefined : this.renderRoot.querySelector(`[aria-controls="${noteId(place)}"]`)
      const notes = new Map(this.notes)
      if (what) notes.set(place, what)
      else notes.delete(place)
      this.notes = notes
      if (!(opened instanceof HTMLElement)) return
      await this.updateComplete
      opened.focus()
    },
    expand: (key, open) => {
      if (this.expanded.has(key) === open) return
      const expanded = new Set(this.expanded)
      if (open) expanded.add(key)
      else expanded.delete(key)
      this.expanded = expanded
    },
    arrange: (desk, how) => this.arrange(desk, how),
    // To look at another sheet changes nothing that would have to be undone.
    showSheet: (key) => this.#show(showing(this.desk, key), true),
    showAgreement: (index) => { this.current = index },
    stopWork: () => this.stopWork(),
    planAgain: () => this.planAgain(),
    compareAgain: () => this.compareAgain(),
    save: (blob, name) => { if (this.dispatchEvent(new CustomEvent('saving', { cancelable: true, detail: { blob, name } }))) save(blob, name) },
  }

  /** @param {string} path what is changed @param {Scenario} scenario @param {boolean} [whole] whether it stands for itself as a step of undoing */
  #change(path, scenario, whole = false) {
    if (this.locked) return
    const { origin } = this
    this.#history.remember(this.desk, path, whole)
    this.#show(withShown(this.desk, scenario, origin && { ...origin, changed: true }), false)
  }

  /** @param {KeyboardEvent} event */
  #pressed = (event) => {
    if (event.key === '?' && !isTyping(event)) {
      this.#byId('keys')?.togglePopover()
      return event.preventDefault()
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) this.undo()
    else if (key === 'z' || key === 'y') this.redo()
    else return
    event.preventDefault()
  }

  /** @param {string} id */
  #byId(id) { return /** @type {ShadowRoot} */ (this.renderRoot).getElementById(id) }

  /** Brings the field of a path into view; where it has none, the closest thing around it. @param {string} path */
  async #goTo(path) {
    const other = agreementOf(path)
    if (other !== undefined && other !== this.current && this.scenario.agreements?.[other]) {
      this.current = other
      await this.updateComplete
    }
    // A group has no field until somebody types: its grid finds the cell.
    if (/** @type {import('./grid/groups-grid.js').GroupsGrid | null} */ (this.renderRoot.querySelector('vp-groups-grid'))?.goTo(path)) return
    const field = this.reveal(path)
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }

  /** The field of a path, unfolded; where it has none, the closest thing around it. @param {string} path */
  reveal(path) {
    for (let place = path; place; place = place.replace(/(\[\d+\]|\.?\w+)$/, '')) {
      const field = this.#byId(idOf(place))
      for (let around = field?.closest('details'); around; around = around.parentElement?.closest('details')) around.open = true
      if (field) return field
    }
    return undefined
  }

  #beforePrint = () => {
    this.printing = true
    this.#planning.compareNow()
    this.performUpdate()
  }

  #afterPrint = () => { this.printing = false }
}

/** Whether a key goes into a text. @param {Event} event */
const isTyping = (event) => event.composedPath().some((each) => each instanceof HTMLElement && each.matches('input:not([type=checkbox], [type=radio], [type=range]), select, textarea, [contenteditable]'))
