// What is to be said above the plan: what was kept, what went wrong with a link or a file, each with what can be done about it.
/** @import { PlannerElement } from '../planner-element.js' */
/** @import { SupplyProblem } from '../pkg/index.js' */
/** @import { View } from '../view.js' */
/** @import { WrongFile } from '../state/files.js' */
/** @import { WrongLink } from '../state/link.js' */
/** @import { WrongSource } from '../embed/sources.js' */
import { html, nothing } from 'lit'
import { isUntouched } from '../state/desk.js'
import { saveAll } from './file-menu.js'
import { refused } from './refused.js'

/**
 * @typedef {{ kind: 'new-version' | 'renewed-elsewhere', unkept?: boolean, load: (anyway?: boolean) => void }} Renewing load: shows the newer version, if all that was entered is kept. unkept: whether it turned out that it is not
 * @typedef {Renewing | { kind: 'kept' } | { kind: 'newer-kept', version: number } | { kind: 'elsewhere', forgotten?: boolean } | { kind: 'refused' } | { kind: 'forgotten' }
 *   | { kind: 'opened', number: number, from: 'link' | 'file', beside?: boolean } | { kind: 'wrong-link', wrong: WrongLink } | { kind: 'wrong-file', file: string, wrong: WrongFile }
 *   | { kind: 'wrong-scenario' | 'wrong-catalog' | 'wrong-prices', wrong: WrongSource | { kind: 'refused', problems: SupplyProblem[] } }} Notice
 */

/** @param {View} view @param {PlannerElement} planner */
export const notices = (view, planner) => planner.notices.map((each) => seen(planner, each)).map((notice) => html`<div class="banner ${grave.has(notice.kind) ? 'bad' : ''}"><div><p>${text(view, notice)}</p>${'wrong' in notice && notice.wrong.kind === 'refused' ? refused(notice.wrong.problems, view.say.language) : nothing}</div>
  <p class="banner-do">${actions(view, planner, notice)}</p></div>`)

/** A browser that keeps nothing is known before anybody asks for a newer version. @param {PlannerElement} planner @param {Notice} notice @returns {Notice} */
const seen = ({ desk, keeping }, notice) => ('load' in notice && keeping?.state === 'refused' && !desk.sheets.every(isUntouched) ? { ...notice, unkept: true } : notice)

/** Those that may cost somebody work. @type {ReadonlySet<Notice['kind']>} */
const grave = new Set(['elsewhere', 'refused', 'newer-kept', 'wrong-link', 'wrong-file', 'wrong-scenario', 'wrong-catalog', 'wrong-prices'])

/** @param {View} view @param {Notice} notice */
function text({ m: { offline, scenarios: words }, say }, notice) {
  switch (notice.kind) {
    case 'kept': return words.kept
    case 'newer-kept': return words.newerKept(say.count(notice.version))
    case 'elsewhere': return notice.forgotten ? words.forgottenElsewhere : words.changedElsewhere
    case 'refused': return words.refused
    case 'forgotten': return words.forgotten
    case 'opened': return words.opened[notice.from](notice.number) + (notice.beside ? words.beside : '')
    case 'wrong-link': return words.wrongLink(wrong(words, notice.wrong))
    case 'wrong-scenario': return words.wrongScenario(wrong(words, notice.wrong))
    case 'wrong-catalog': return words.wrongCatalogue(wrong(words, notice.wrong))
    case 'wrong-prices': return words.wrongPrices(wrong(words, notice.wrong))
    case 'wrong-file': return words.wrongFile(notice.file, wrong(words, notice.wrong))
    case 'new-version': return offline.newVersion + (notice.unkept ? offline.saveFirst : '')
    case 'renewed-elsewhere': return offline.renewedElsewhere + (notice.unkept ? offline.saveFirst : '')
  }
}

/** @param {View['m']['scenarios']} words @param {WrongLink | WrongFile | WrongSource | { kind: 'refused' }} what */
function wrong(words, what) {
  switch (what.kind) {
    case 'newer': return words.wrong.newer(what.version, what.known)
    case 'too-large': return words.wrong['too-large']
    case 'unreachable': return words.wrong.unreachable(what.url)
    case 'status': return words.wrong.status(what.url, what.status)
    // What is wrong stands below, line by line.
    case 'refused': return ''
    default: return words.wrong[what.kind]
  }
}

/** @param {View} view @param {PlannerElement} planner @param {Notice} notice */
function actions(view, planner, notice) {
  const { kind } = notice
  const { m: { offline, scenarios: words } } = view
  const dismiss = () => planner.dismiss(kind)
  const button = (/** @type {string} */ label, /** @type {(() => void) | undefined} */ act) => html`<button type="button" @click=${act}>${label}</button>`
  const then = (/** @type {(() => void) | undefined} */ act) => () => { dismiss(); act?.() }
  const saving = button(words.saveAsFile, () => saveAll(view, planner))
  switch (kind) {
    case 'kept': return html`${button(words.exampleInstead, then(() => planner.openNew('school')))} ${button(words.dismiss, dismiss)}`
    case 'newer-kept': return html`${saving} ${button(words.replaceKept, then(planner.keeping?.keepOwn))}`
    case 'elsewhere': return html`${button(notice.kind === 'elsewhere' && notice.forgotten ? words.exampleInstead : words.takeOther, then(planner.keeping?.takeOther))} ${button(words.keepOwn, then(planner.keeping?.keepOwn))} ${saving}`
    case 'new-version': case 'renewed-elsewhere': return notice.unkept
      ? html`${saving} ${button(offline.loadAnyway, () => notice.load(true))} ${button(words.dismiss, dismiss)}`
      : html`${button(offline.load, () => notice.load())} ${button(offline.notNow, dismiss)}`
    case 'refused': return html`${saving} ${button(words.dismiss, dismiss)}`
    default: return kind ? button(words.dismiss, dismiss) : nothing
  }
}
