// The planner as a custom element: a form whose state is the scenario, and a plan that follows it.
/**
 * @import { Comparison, Plan, Scenario, What } from './pkg/index.js'
 * @import { Problem } from './view.js'
 * @import { Engine } from './engine.js'
 * @import { Messages } from './messages/contract.js'
 * @import { SampleName } from './samples.js'
 * @import { Language } from './say.js'
 */
import { LitElement } from 'lit'
import { sample } from './samples.js'
import { Say } from './say.js'
import { browserToday, emptyScenario, withEntry, withValue, withoutEntry } from './scenario.js'
import { styles } from './styles/index.js'
import { View, idOf, noteId } from './view.js'
import { failure, loading, page } from './view/page.js'

/** Words arrive with the language that is used. @type {Record<Language, () => Promise<{ default: Messages }>>} */
const languages = {
  en: () => import('./messages/en.js'),
  'zh-CN': () => import('./messages/zh-CN.js'),
}

/** @type {Record<Language, () => Promise<{ default: typeof import('./messages/en/outputs.js').default }>>} */
const outputsWords = {
  en: () => import('./messages/en/outputs.js'),
  'zh-CN': () => import('./messages/zh-CN/outputs.js'),
}

/** Typing in one field counts as one change until it rests this long, in milliseconds. */
const rest = 800
/** How long nothing has to be entered before the page goes on working by itself, in milliseconds. */
const quiet = 250
/** A plan that is only the best found is searched again with so many times the nodes, */
const moreNodes = 8
/** up to so many, */
const mostNodes = 2_000_000
/** and as long as that will likely not take longer, in milliseconds. */
const patience = 1500
/** How many changes can be undone. */
const mostUndo = 200

/** @typedef {'auto' | 'light' | 'dark'} Theme */

/**
 * Plans purchases while one types. Fires `language-changed` after its words have changed.
 * It never fetches an engine: it is given one, so a test can give it another.
 */
export class PlannerElement extends LitElement {
  static styles = styles
  static properties = {
    engine: { attribute: false }, failed: { type: Boolean }, language: { type: String }, theme: { reflect: true }, scenario: { attribute: false },
    messages: { state: true }, plan: { state: true }, comparison: { state: true }, problems: { state: true }, crashed: { state: true }, sample: { state: true },
    touched: { state: true }, notes: { state: true }, expanded: { state: true }, printing: { state: true }, library: { state: true }, below: { state: true }, outputs: { state: true },
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
    /** @type {Messages | undefined} */ this.messages = undefined
    /** @type {Scenario} */ this.scenario = emptyScenario(browserToday())
    /** @type {Plan | undefined} */ this.plan = undefined
    /** Of that plan with others, once the page had time for it. @type {Comparison | undefined} */ this.comparison = undefined
    /** @type {Problem[]} */ this.problems = []
    this.crashed = false
    /** The sample that was started from, and whether it was changed. @type {{ name: SampleName, changed: boolean } | undefined} */ this.sample = undefined
    /** @type {ReadonlySet<string>} */ this.touched = new Set()
    /** @type {ReadonlyMap<string, What>} */ this.notes = new Map()
    /** @type {ReadonlySet<string>} */ this.expanded = new Set()
    this.printing = false
    /** Draws what stands below the order, once that is shown. @type {((view: View) => unknown) | undefined} */ this.below = undefined
    /** Draws the export menu, once it is loaded. @type {((view: View) => unknown) | undefined} */ this.outputs = undefined
    /** Draws the page of rules and sources, once somebody asked for it. @type {((view: View) => unknown) | undefined} */ this.library = undefined
  }

  /** @type {{ scenario: Scenario, sample: PlannerElement['sample'] }[]} */ #past = []
  /** @type {{ path: string, time: number } | undefined} */ #last
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting
  /** Counts what was entered and planned: work begun for an earlier state is given up. */
  #generation = 0
  /** The height of the last comparison, in pixels. */
  #reserved = 0
  #say = new Say('en')
  #loadingRest = false

  connectedCallback() {
    super.connectedCallback()
    addEventListener('beforeprint', this.#beforePrint)
    addEventListener('afterprint', this.#afterPrint)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('beforeprint', this.#beforePrint)
    removeEventListener('afterprint', this.#afterPrint)
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('language')) this.#speak(this.language)
    if (changed.has('engine') && this.engine) this.#plan()
  }

  /** @param {Language} language */
  async #speak(language) {
    const messages = (await languages[language]()).default
    if (language !== this.language) return // Another was chosen meanwhile.
    if (this.outputs) this.#loadOutputs().catch(console.error)
    this.#say = new Say(language)
    this.messages = messages
    this.lang = language
    // An untouched sample speaks the language of the page; what a user typed stays as typed.
    if (this.sample && !this.sample.changed) {
      this.scenario = sample(this.sample.name, language)
      this.#plan()
    }
    this.dispatchEvent(new CustomEvent('language-changed', { detail: { language, title: messages.ui.title } }))
  }

  render() {
    const { messages, engine } = this
    if (!messages) return loading(undefined)
    if (this.failed) return failure(messages.ui)
    if (!engine) return loading(messages.ui)
    const view = new View({
      scenario: this.scenario, current: 0, catalogue: engine.catalogue, plan: this.plan, comparison: this.comparison, reserved: this.#reserved, problems: this.problems, touched: this.touched,
      notes: this.notes, expanded: this.expanded, printing: this.printing, messages, say: this.#say, actions: this.#actions,
    })
    return page(view, this, this.library)
  }

  /** Once the questions and the first answer stand there, what nobody waits for is loaded. */
  updated() {
    if (!this.engine || !this.messages || this.#loadingRest) return
    this.#loadingRest = true
    Promise.all([import('./view/below.js'), import('./certification-picker.js'), this.#loadOutputs()])
      .then(([{ below }]) => { this.below = below }, (error) => { this.#loadingRest = false; console.error(error) })
  }

  /** The export menu in the words of the page. */
  async #loadOutputs() {
    const [{ outputsMenu }, { outputs: styles }, { default: words }] = await Promise.all([import('./view/outputs.js'), import('./styles/outputs.js'), outputsWords[this.language]()])
    const sheets = /** @type {ShadowRoot} */ (this.renderRoot).adoptedStyleSheets
    if (styles.styleSheet && !sheets.includes(styles.styleSheet)) /** @type {ShadowRoot} */ (this.renderRoot).adoptedStyleSheets = [...sheets, styles.styleSheet]
    this.outputs = (view) => outputsMenu(view, words)
  }

  /** Takes another scenario, such as a sample. @param {Scenario} scenario @param {SampleName} [name] */
  load(scenario, name) {
    this.#remember()
    this.scenario = scenario
    this.sample = name && { name, changed: false }
    this.touched = new Set()
    this.notes = new Map()
    this.plan = undefined
    this.#plan()
  }

  /** @param {SampleName} name */
  loadSample(name) { this.load(sample(name, this.language), name) }

  startEmpty() { this.load(emptyScenario(browserToday())) }

  get canUndo() { return this.#past.length > 0 }

  undo() {
    const before = this.#past.pop()
    if (!before) return
    this.scenario = before.scenario
    this.sample = before.sample
    this.#last = undefined
    this.#plan()
  }

  /** Opens or leaves the page of rules and sources. @param {boolean} open */
  async showLibrary(open) {
    this.library = open ? (await import('./view/library.js')).library : undefined
    await this.updateComplete
    scrollTo(0, 0)
  }

  /** @type {import('./view.js').Actions} */
  #actions = {
    set: (path, value) => this.#change(path, withValue(this.scenario, path, value)),
    add: async (path, entry) => {
      this.#change(path, withEntry(this.scenario, path, entry))
      await this.updateComplete
      const place = idOf(`${path}[`)
      const fields = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll(`[id^="${place}"]:is(input, select)`)])
      const last = fields.map(({ id }) => Number(id.slice(place.length + 1).split('-')[0])).reduce((a, b) => Math.max(a, b), -1)
      fields.find(({ id }) => `${id}-`.startsWith(`${place}-${last}-`))?.focus()
    },
    remove: async (path, index) => {
      this.#change(path, withoutEntry(this.scenario, path, index))
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
  }

  /** @param {string} path @param {Scenario} scenario */
  #change(path, scenario) {
    this.#remember(path)
    this.scenario = scenario
    if (this.sample && !this.sample.changed) this.sample = { ...this.sample, changed: true }
    // Many inputs, one plan; and a slow plan must not slow down typing.
    this.#giveUp()
    const took = this.engine?.took ?? 0
    this.#waiting = setTimeout(() => this.#plan(), took > 30 ? Math.min(400, took * 2) : 0)
  }

  /** Keeps what is there now, to come back to. @param {string} [path] */
  #remember(path) {
    const time = Date.now()
    const goesOn = path !== undefined && this.#last?.path === path && time - this.#last.time < rest
    this.#last = path === undefined ? undefined : { path, time }
    if (goesOn) return
    this.#past.push({ scenario: this.scenario, sample: this.sample })
    if (this.#past.length > mostUndo) this.#past.shift()
  }

  #plan() {
    this.#giveUp()
    if (!this.engine) return
    const answer = this.engine.plan(this.scenario)
    this.crashed = answer.outcome === 'crashed'
    if (answer.outcome === 'crashed') console.error(answer.error)
    if (answer.outcome === 'planned') {
      this.#reserved = this.renderRoot?.querySelector('.what-if')?.clientHeight ?? 0
      this.plan = answer.plan
      this.comparison = undefined
      this.#whenIdle(() => this.#refine(answer.plan.nodes, this.engine?.took ?? 0))
    }
    this.problems = answer.outcome === 'refused' ? answer.problems : []
  }

  /** Gives up what was to be done for a state that is no longer there. One timer, so only one thing ever waits. */
  #giveUp() {
    clearTimeout(this.#waiting)
    this.#generation += 1
  }

  /** Does something once nobody types and the page has nothing else to do, unless something is entered before. @param {() => void} task */
  #whenIdle(task) {
    const generation = this.#generation
    const unchanged = () => { if (generation === this.#generation) task() }
    this.#waiting = setTimeout(() => ('requestIdleCallback' in globalThis ? requestIdleCallback(unchanged, { timeout: 1000 }) : unchanged()), quiet)
  }

  /** Searches on for a plan that is not proven the best, a slice at a time; then compares it. @param {number} nodes of the last search @param {number} took how long that was */
  #refine(nodes, took) {
    if (isProven(this.plan) || nodes * moreNodes > mostNodes || took * moreNodes > patience) return this.#compare()
    const started = performance.now()
    const answer = this.engine?.plan(this.scenario, nodes * moreNodes)
    if (answer?.outcome !== 'planned') return this.#compare()
    const slice = performance.now() - started
    if (isProven(answer.plan) || isBetter(answer.plan, this.plan)) this.plan = answer.plan
    this.#whenIdle(() => this.#refine(nodes * moreNodes, slice))
  }

  #compare() {
    // As thorough as the plan, where that is proven; what is not proven would only take longer.
    this.comparison = this.engine?.compare(this.scenario, isProven(this.plan) ? this.plan?.nodes : undefined)
  }

  /** @param {string} id */
  #byId(id) { return /** @type {ShadowRoot} */ (this.renderRoot).getElementById(id) }

  /** Brings the field of a path into view; where it has none, the closest thing around it. @param {string} path */
  #goTo(path) {
    for (let place = path; place; place = place.replace(/(\[\d+\]|\.?\w+)$/, '')) {
      const field = this.#byId(idOf(place))
      if (!field) continue
      for (let around = field.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true
      field.scrollIntoView({ block: 'center' })
      field.focus({ preventScroll: true })
      return
    }
  }

  #beforePrint = () => {
    this.printing = true
    if (this.plan && !this.comparison && !this.problems.length) this.#compare()
    this.performUpdate()
  }

  #afterPrint = () => { this.printing = false }
}

/** @param {Plan | undefined} plan */
const isProven = (plan) => !plan?.agreements.some(({ proof }) => proof === 'best-found')

/** Whether a plan covers more, costs less or buys less than another, in this order. @param {Plan} plan @param {Plan | undefined} other */
function isBetter(plan, other) {
  const [here, there] = [plan, other].map((each) => [
    each?.agreements.flatMap(({ needs }) => needs).reduce((sum, { uncovered }) => sum + uncovered, 0) ?? 0,
    ...['charge', 'examsBought'].map((what) => each?.agreements.reduce((sum, { summary }) => sum + (summary[/** @type {'charge' | 'examsBought'} */ (what)]?.value ?? 0), 0) ?? 0),
  ])
  const place = here?.findIndex((number, index) => number !== there?.[index]) ?? -1
  return place >= 0 && (here?.[place] ?? 0) < (there?.[place] ?? 0)
}
