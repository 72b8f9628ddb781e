// Help at a word: a small button that opens what the word means, beside it. All of it stands with the rules as well.
/** @import { View } from '../view.js' */
import { html, nothing, render } from 'lit'
import { rule } from '../explain.js'

/** @typedef {keyof typeof import('../messages/en/help.js').terms} Term */

/** What the document says of a term. @type {Record<Term, string[]>} */
export const rulesOf = {
  programme: ['PRG-4'], 'agreement-dates': ['COD-1', 'COD-6'], today: [], currency: [], 'fiscal-year': ['PRG-1'], region: ['PRG-6'], 'notices-contact': ['COD-8'],
  site: ['COD-9'], 'test-centre': ['COD-9'], people: ['PLN-1'], audience: ['PRD-11'], certification: ['PLN-1', 'PRG-5'], held: ['PLN-1'], passed: ['PLN-1'], 'exam-day': ['PLN-1'],
  preparation: ['PLN-2', 'PLN-5'], 'pass-rate': ['PRD-2'], attempts: ['PRD-2'], 'no-show': ['PRD-2'], rebooking: ['PRD-2'], 'service-level': ['PLN-1'], voucher: ['PRD-2', 'COD-5'],
  'site-pack': ['PRD-6', 'PRD-7', 'PRD-9'], 'class-pack': ['PRD-8', 'COD-8'], ssl: ['PRG-7'], term: ['COD-3', 'COD-4'], 'term-scope': ['COD-4'], 'access-term': ['PRD-1'], coverage: ['COD-2'],
  proration: ['COD-2', 'COD-3'], 'round-at': ['COD-2'], rounding: [], 'book-on': ['PRG-1'], 'exam-benefit': ['COD-2'], expiry: ['COD-6', 'PRD-9'], 'last-day': ['PRD-9'],
  'mta-preparation': ['PLN-2', 'PLN-5'], 'mcp-role-based': ['PRD-8'], 'mcp-fundamentals': ['PRD-11'], 'share-packs': ['COD-9'], 'imagine-academy': ['PRD-3', 'PRD-5'], 'academy-discounts': ['PRD-5'],
  'software-assurance': ['PRG-3'], 'training-voucher': ['PRG-3'], 'legacy-e-learning': ['PRD-10'],
  'free-vouchers': ['PRD-4'], 'free-split': ['PRD-4'], library: ['PRD-1'], stock: ['COD-1', 'COD-5'], 'orders-placed': ['COD-4'], price: ['PRG-8'], 'price-break': ['PRG-9'],
  'single-price': ['PRG-2'], 'business-days': ['COD-7'], 'invoice-lag': ['COD-7'], 'order-by': ['COD-7'], delivery: ['COD-7', 'COD-10'], range: ['PLN-1'], 'chance-short': [],
  'unused-average': ['COD-5'], uncovered: ['PLN-1'], proof: [], saving: ['PRG-2'], assumption: [],
}

/** The term that explains a field, by the last step of its path. @type {Partial<Record<string, Term>>} */
const ofField = {
  programme: 'programme', start: 'agreement-dates', end: 'agreement-dates', today: 'today', currency: 'currency', fiscalYearStart: 'fiscal-year', region: 'region', noticesContact: 'notices-contact',
  testCentreFrom: 'test-centre', people: 'people', audience: 'audience', site: 'site', certifications: 'certification', held: 'held', passed: 'passed', preparationStart: 'preparation', preparationMonths: 'preparation',
  passRate: 'pass-rate', attempts: 'attempts', noShowRate: 'no-show', rebookings: 'rebooking', serviceLevel: 'service-level', invoiceLag: 'invoice-lag', weekend: 'business-days', invoiced: 'imagine-academy', used: 'free-vouchers', users: 'library',
  coverage: 'coverage', term: 'term', termScope: 'term-scope', accessTerm: 'access-term', months: 'proration', roundAt: 'round-at', rounding: 'rounding', bookOn: 'book-on', examBenefit: 'exam-benefit', expiry: 'expiry', lastDay: 'last-day',
  mtaPreparation: 'mta-preparation', mcpCoversRoleBased: 'mcp-role-based', mcpCoversFundamentals: 'mcp-fundamentals', sharePacks: 'share-packs', freeVouchers: 'free-vouchers', freeSplit: 'free-split',
}

/** The term that explains a field, by its whole path where its name says too little. @type {[RegExp, Term][]} */
const ofPath = [
  [/singlePrices\[\d+\]\.price$/, 'single-price'], [/breaks\[\d+\]\.units$/, 'price-break'], [/prices\[\d+\]\.price$/, 'price'], [/stock\[\d+\]\.exams$/, 'stock'],
  [/orders\[\d+\]\.quantity$/, 'orders-placed'], [/sittings\[\d+\]\.day$/, 'exam-day'], [/stock\[\d+\]\.product$/, 'voucher'], [/vouchers\[\d+\]\.used$/, 'training-voucher'],
]

/** The term that explains a finding, by its code. @type {Partial<Record<import('../view.js').Finding['code'], Term>>} */
export const ofFinding = {
  'need-uncovered': 'uncovered', 'order-day-passed': 'order-by', 'test-centre-missing': 'test-centre', 'test-centre-too-late': 'test-centre', 'sitting-before-ready': 'preparation', 'sitting-outside-agreement': 'agreement-dates',
  'sitting-passed': 'exam-day', 'exam-ended': 'certification', 'certification-ended': 'certification', 'end-disputed': 'certification', 'codes-end-before': 'expiry', 'exams-unused': 'voucher', 'zero-factor': 'proration', 'not-sold': 'programme', 'not-priced': 'price', 'prices-in-other-currency': 'currency',
  'attempts-cut': 'attempts', 'no-show-without-rebooking': 'no-show', 'fundamentals-in-no-pack': 'mcp-fundamentals', 'free-vouchers-unused': 'free-vouchers', 'no-imagine-academy': 'imagine-academy', 'sale-assumed': 'assumption', 'agreement-not-in-force': 'agreement-dates',
  'saving-outside-claim': 'saving', 'nothing-to-take': 'held', 'no-certification': 'certification', 'site-pack-audience': 'site-pack', 'library-restriction': 'library', 'expiry-disputed': 'expiry', 'minimum-months-elsewhere': 'proration', 'gap-left': 'proof', 'contact-missing': 'notices-contact',
  'training-voucher-ends': 'training-voucher', 'training-voucher-too-late': 'training-voucher', 'training-days-lapse': 'software-assurance', 'training-accrual-ended': 'software-assurance', 'azure-courses-left': 'training-voucher',
  'no-academy-discounts': 'academy-discounts', 'legacy-e-learning': 'legacy-e-learning',
}

/** The help of a field, if its name or the term given has one; it stands after the label. @param {View} view @param {string} path @param {Term} [term] */
export function fieldHelp(view, path, term) {
  const known = term ?? ofPath.find(([pattern]) => pattern.test(path))?.[1] ?? ofField[path.match(/(\w+)(?:\[\d+\])?$/)?.[1] ?? '']
  return known ? help(view, known) : nothing
}

/** A small button that says what a term means. @param {View} view @param {Term} term */
export function help(view, term) {
  const { name } = view.m.help.terms[term]
  return html`<button type="button" class="help" aria-label=${view.m.help.button(name)} aria-haspopup="dialog"
    @pointerdown=${(/** @type {PointerEvent & { currentTarget: HTMLElement }} */ event) => { closing = openAt === event.currentTarget }}
    @click=${(/** @type {MouseEvent & { currentTarget: HTMLElement }} */ event) => toggle(view, term, event.currentTarget)}><span aria-hidden="true">?</span></button>`
}

/** Words with their help, where a phone hides the heads of a table. @param {View} view @param {Term[]} terms */
export const helpLine = (view, terms) => html`<p class="help-line">${terms.map((term) => html`<span>${view.m.help.terms[term].name} ${help(view, term)}</span>`)}</p>`

/** The button whose help is open. @type {HTMLElement | undefined} */
let openAt
/** Whether pressing the button closes its help: by the time of the click the browser has closed it already. */
let closing = false

/** @param {View} view @param {Term} term @param {HTMLElement} button */
function toggle(view, term, button) {
  const note = noteAt(button)
  const wasOpen = closing || openAt === button
  closing = false
  if (note.matches(':popover-open')) note.hidePopover()
  if (wasOpen) return
  const { name, text } = view.m.help.terms[term]
  const rules = view.catalogue.rules.length ? rulesOf[term] : []
  note.lang = view.say.language
  note.setAttribute('aria-label', name)
  render(html`<button type="button" class="quiet close" @click=${() => note.hidePopover()}>${view.m.help.close}</button><p class="note-head"><b>${name}</b></p><p>${text}</p>
    ${rules.length ? html`<p class="soft">${view.m.help.rules}</p><ul class="cited">${rules.map((id) => rule(view, id))}</ul>` : nothing}`, note)
  note.showPopover()
  place(note, button)
  note.focus({ preventScroll: true })
  openAt = button
  button.setAttribute('aria-expanded', 'true')
}

/** The one note of a page, or of the open dialog that the button is in: everything outside a dialog is out of reach. @param {HTMLElement} button @returns {HTMLElement} */
function noteAt(button) {
  const around = button.closest('dialog') ?? /** @type {ShadowRoot | Document} */ (button.getRootNode())
  const found = [...around.children].find((each) => each.classList.contains('help-note'))
  if (found instanceof HTMLElement) return found
  const note = document.createElement('div')
  note.className = 'help-note'
  note.popover = 'auto'
  note.tabIndex = -1
  note.setAttribute('role', 'dialog')
  note.addEventListener('beforetoggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === 'open' || !openAt) return
    openAt.setAttribute('aria-expanded', 'false')
    // Whoever reads the note goes back to the word; whoever clicked elsewhere stays there.
    if (note.matches(':focus-within')) openAt.focus({ preventScroll: true })
    openAt = undefined
  })
  around.append(note)
  return note
}

/** Below the button, or above it where there is more room; always inside the window. @param {HTMLElement} note @param {HTMLElement} button */
function place(note, button) {
  const at = button.getBoundingClientRect()
  const { width, height } = note.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const below = at.bottom + height + 12 <= clientHeight || at.top < clientHeight - at.bottom
  note.style.left = `${scrollX + Math.max(8, Math.min(at.left - 8, clientWidth - width - 8))}px`
  note.style.top = `${scrollY + (below ? at.bottom + 6 : Math.max(8, at.top - height - 6))}px`
}
