// What a page that is the planner's own does for it: the document speaks its language, what is entered is kept, links and files are opened.
/** @import { PlannerElement } from './planner-element.js' */
/** @import { Language } from './say.js' */
/** @import { Desk } from './state/desk.js' */
import { sample } from './samples.js'
import { deskWith, withSheets } from './state/desk.js'
import { deskOf, sheetsOf } from './state/document.js'
import { Keeper, browserShelf } from './state/keeper.js'
import { choose, forgetChoices } from './state/preferences.js'

/** The page's own address, without what is asked of it or carried in it. */
export const here = () => location.href.replace(/[?#].*$/, '')

/** The document speaks the language of the element; what the user chooses stays chosen. @param {PlannerElement} planner */
export function follow(planner) {
  planner.addEventListener('language-changed', (event) => {
    const { language, title } = /** @type {CustomEvent<{ language: Language, title: string }>} */ (event).detail
    document.documentElement.lang = language
    document.title = title
  })
  planner.addEventListener('chosen', (event) => {
    const { what, value } = /** @type {CustomEvent<{ what: 'language' | 'theme', value: string }>} */ (event).detail
    choose(what, value)
  })
}

/** Shows what was kept, what a link holds, or an example; from then on keeps what is changed. @param {PlannerElement} planner */
export async function begin(planner) {
  const keeper = new Keeper(browserShelf(), 'BroadcastChannel' in globalThis ? new BroadcastChannel('voucher-planner') : undefined)
  const example = () => deskWith(sample('school', planner.language), { name: 'school', changed: false })
  const follow = () => {
    planner.keeping = {
      state: keeper.state,
      takeOther: async () => {
        const kept = await keeper.takeOther()
        if (kept && 'document' in kept) planner.arrange(deskOf(kept.document))
        else if (!kept) planner.begin(example())
      },
      keepOwn: () => keeper.keepOwn(planner.desk),
      settle: () => keeper.settle(planner.desk),
      forget: async () => {
        await keeper.forget()
        forgetChoices()
        planner.begin(example())
        planner.notices = [{ kind: 'forgotten' }]
      },
    }
    if (keeper.state === 'refused') planner.tell({ kind: 'refused' })
  }
  keeper.addEventListener('changed', follow)
  keeper.addEventListener('elsewhere', (event) => planner.tell({ kind: 'elsewhere', forgotten: /** @type {CustomEvent<boolean>} */ (event).detail }))
  const kept = await keeper.read()
  if (kept && 'wrong' in kept) planner.tell({ kind: 'newer-kept', version: kept.wrong.kind === 'newer' ? kept.wrong.version : 0 })
  if (kept && 'document' in kept) {
    planner.begin(deskOf(kept.document))
    planner.tell({ kind: 'kept' })
  } else planner.begin(example())
  await openLink(planner, (desk) => planner.begin(desk))
  addEventListener('hashchange', () => openLink(planner, (desk) => planner.arrange(desk)))
  planner.addEventListener('desk-changed', () => {
    keeper.keep(planner.desk)
    // From now on what a link brought is kept with the rest.
    if (history.state?.link && keeper.state !== 'refused') history.replaceState(null, '')
  })
  addEventListener('pagehide', () => keeper.flush())
  // WebKit does not finish what a page begins while it goes, but it tells before when one turns to another window.
  addEventListener('blur', () => keeper.flush())
  document.addEventListener('visibilitychange', () => { if (document.hidden) keeper.flush() })
}

/** Lays what a link holds beside what is there. @param {PlannerElement} planner @param {(desk: Desk) => void} take */
async function openLink(planner, take) {
  // Without its fragment the address is short again; the entry of this page in the browser's history keeps it over a reload.
  const fragment = location.hash || String(history.state?.link ?? '')
  if (!/^#\d+\./.test(fragment)) return
  const { documentFrom } = await import('./state/link.js')
  const read = await documentFrom(fragment)
  if ('wrong' in read) return planner.tell({ kind: 'wrong-link', wrong: read.wrong })
  const desk = withSheets(planner.desk, sheetsOf(read.document), read.document.shown)
  planner.language = read.document.language ?? planner.language
  take(desk)
  planner.notices = planner.notices.filter(({ kind }) => kind !== 'kept' && kind !== 'wrong-link')
  const number = read.document.scenarios.length
  planner.tell({ kind: 'opened', number, from: 'link', beside: desk.sheets.length > number })
  history.replaceState({ link: fragment }, '', location.pathname + location.search)
}

/** Files may be dropped anywhere on the page where nothing else takes them. @param {PlannerElement} planner */
export function takeDroppedFiles(planner) {
  addEventListener('dragover', (event) => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault() })
  addEventListener('drop', (event) => {
    const files = [...event.dataTransfer?.files ?? []]
    if (event.defaultPrevented || !files.length) return
    event.preventDefault()
    planner.later?.openFiles(planner, files)
  })
}
