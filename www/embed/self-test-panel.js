// What the self-test shows in a page. It uses nothing that a page could forbid: no styles in HTML, no library.
/** @import { Check, Result } from './checks.js' */
/** @import { Route } from './policy.js' */
import en from '../messages/en/self-test.js'
import zh from '../messages/zh-CN/self-test.js'
import { languageFor } from '../say.js'

/** Colours and sizes are those of the planner; whether light or dark is as in the page. */
const look = `
  :host { display: block; --ink: light-dark(#1b1f24, #eceae4); --soft: light-dark(#57606a, #a4acb5); --line: light-dark(#d5d2ca, #3a4047); --sheet: light-dark(#ffffff, #1c2024); --wash: light-dark(#eef5f3, #1d2b2b); --accent: light-dark(#0b6b62, #5cc8ba); --good: light-dark(#1e6b34, #7ccb92); --bad: light-dark(#a32020, #ff9a8f); --note: light-dark(#7a4b00, #e3b062) }
  section { margin: 1rem 0; padding: 1rem 1.25rem 1.25rem; max-width: 60rem; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
  h2, h3, p, ul, pre { margin: 0; padding: 0 }
  h2 { font-size: 1.2rem; font-weight: 650 }
  h3 { font-size: 1rem; font-weight: 650; margin-top: 1.25rem; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--good) }
  h3.not { border-color: var(--bad) }
  ul { list-style: none }
  li { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 0.75rem; padding: 0.5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere }
  li > * { grid-column: 2 }
  li > .state { grid-area: 1 / 1 / 99 / 2; font-size: 0.875rem; font-weight: 600 }
  .works { color: var(--good) } .blocked { color: var(--bad) } .note, .unknown { color: var(--note) }
  b { font-weight: 600 }
  .soft { color: var(--soft); font-size: 0.875rem }
  .code { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: start; margin: 0.25rem 0 0.5rem }
  code { flex: 1 1 16rem; min-width: 0; padding: 0.375rem 0.625rem; border-radius: 6px; background: var(--wash); font: 0.8125rem/1.5 ui-monospace, "SF Mono", Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
  button { font: inherit; font-size: 0.875rem; color: inherit; min-height: 2rem; padding: 0 0.75rem; border: 1px solid light-dark(#7d7a72, #7f878f); border-radius: 6px; background: none; cursor: pointer }
  button:hover { border-color: var(--accent); color: var(--accent) }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
  details { margin-top: 0.75rem; border-top: 1px solid var(--line); padding-top: 0.5rem }
  summary { cursor: pointer; color: var(--soft); font-size: 0.875rem; min-height: 1.5rem }
  .policy { margin-block: 0.5rem 0.75rem }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  @media (max-width: 30rem) { section { padding-inline: 0.875rem } li { grid-template-columns: minmax(0, 1fr) } li > *, li > .state { grid-area: auto } }
`

export class SelfTestPanel {
  element = document.createElement('div')
  #root = this.element.attachShadow({ mode: 'open' })
  #section = made('section')
  #status = made('p', { className: 'soft', role: 'status' })

  /** @param {string} language as in lang */
  constructor(language) {
    const known = languageFor([language])
    this.words = known === 'zh-CN' ? zh : en
    this.element.lang = known
    this.element.className = 'voucher-planner-self-test'
    try {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(look)
      this.#root.adoptedStyleSheets = [sheet]
    } catch {
      // Without a look it says the same.
    }
    this.#section.append(made('h2', {}, this.words.title), this.#status)
    this.#root.append(this.#section)
  }

  /** @param {number} done @param {number} all */
  runs(done, all) { this.#status.textContent = this.words.running(done + 1, all) }

  /** @param {Result} result */
  show({ routes, checks }) {
    const { words } = this
    this.#status.textContent = Object.entries(routes).map(([route, { works }]) => (works ? words.works : words.worksNot)(/** @type {Route} */ (route))).join(' ')
    // From now on it is said below, for eyes; whoever listens has to hear it once.
    this.#status.className = 'hidden'
    const told = new Set()
    for (const [name, { works, policies }] of Object.entries(routes)) {
      const route = /** @type {Route} */ (name)
      this.#section.append(made('h3', { className: works ? '' : 'not' }, (works ? words.works : words.worksNot)(route)))
      for (const { is, becomes } of policies) {
        this.#section.append(made('div', { className: 'policy' }, made('p', { className: 'soft' }, words.policyIs), made('div', { className: 'code' }, made('code', {}, is)),
          made('p', {}, made('b', {}, words.policyBecomes)), this.#code(`Content-Security-Policy: ${becomes}`)))
      }
      // What concerns both is said once, with the first.
      const open = checks.filter((check) => check.routes.includes(route) && check.state !== 'works' && !told.has(check.id))
      open.forEach(({ id }) => told.add(id))
      if (open.length) this.#section.append(made('ul', {}, ...open.map((check) => this.#check(check))))
    }
    const fine = checks.filter(({ state }) => state === 'works')
    if (fine.length) this.#section.append(made('details', {}, made('summary', {}, words.allFine(fine.length)), made('ul', {}, ...fine.map((check) => this.#check(check)))))
  }

  /** @param {Check} check */
  #check(check) {
    const { words } = this
    const { id, state, reason, line, add } = check
    const more = state === 'note' ? words.meanwhile[id] : undefined
    return made('li', {}, made('span', { className: `state ${state}` }, words.states[state]), made('b', {}, words.names[id]),
      ...reason ? [made('p', {}, words.reasons[reason](check))] : [],
      ...line ? [this.#code(line)] : [],
      ...add && reason !== 'nonce' ? [this.#code(add.map(({ directive, sources }) => `${directive} ${sources.join(' ')}`).join('; '))] : [],
      ...more ? [made('p', { className: 'soft' }, more)] : [])
  }

  /** A line to copy. @param {string} line */
  #code(line) {
    const { words } = this
    const button = made('button', { type: 'button' }, words.copy)
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(line)
        button.textContent = words.copied
      } catch {
        // Where the page may not write it, a person can still mark it.
        getSelection()?.selectAllChildren(/** @type {Node} */ (button.previousSibling))
      }
    })
    return made('div', { className: 'code' }, made('code', {}, line), button)
  }
}

/** @template {keyof HTMLElementTagNameMap} Tag @param {Tag} tag @param {Partial<HTMLElementTagNameMap[Tag]>} [properties] @param {...(Node | string)} children */
function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
