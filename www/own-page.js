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

/** The document speaks the language of the element; what the user chooses stays chosen where anything is kept. @param {PlannerElement} planner */
export function follow(planner) {
  planner.addEventListener('language-changed', (event) => {
    const { language, title } = /** @type {CustomEvent<{ language: Language, title: string }>} */ (event).detail
    document.documentElement.lang = language
    document.title = title
  })
  planner.addEventListener('chosen', (event) => {
    const { what, value } = /** @type {CustomEvent<{ what: 'language' | 'theme', value: string }>} */ (event).detail
    if (planner.keeping) choose(what, value)
  })
}

/** What is said of what is kept, or lies beside it. @type {ReadonlySet<string>} */
const ofKeeping = new Set(['kept', 'newer-kept', 'elsewhere', 'refused', 'forgotten', 'opened', 'wrong-link'])

/** Shows what was kept, what a link holds, or an example; from then on keeps what is changed, until the signal says that something else is shown. @param {PlannerElement} planner @param {AbortSignal} [signal] */
export async function begin(planner, signal = new AbortController().signal) {
  const channel = channelToOthers()
  const keeper = new Keeper(browserShelf(), channel)
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
  signal.addEventListener('abort', async () => {
    planner.keeping = undefined
    planner.notices = planner.notices.filter(({ kind }) => !ofKeeping.has(kind))
    // What was entered until now stays kept.
    await keeper.flush()
    channel?.close()
  })
  keeper.addEventListener('changed', follow, { signal })
  keeper.addEventListener('elsewhere', (event) => planner.tell({ kind: 'elsewhere', forgotten: /** @type {CustomEvent<boolean>} */ (event).detail }), { signal })
  const kept = await keeper.read()
  if (signal.aborted) return
  if (kept && 'wrong' in kept) planner.tell({ kind: 'newer-kept', version: kept.wrong.kind === 'newer' ? kept.wrong.version : 0 })
  if (kept && 'document' in kept) {
    planner.begin(deskOf(kept.document))
    planner.tell({ kind: 'kept' })
  } else planner.begin(example())
  await openLink(planner, (desk) => planner.begin(desk), signal)
  if (signal.aborted) return
  addEventListener('hashchange', () => openLink(planner, (desk) => planner.arrange(desk), signal), { signal })
  planner.addEventListener('desk-changed', () => {
    keeper.keep(planner.desk)
    // From now on what a link brought is kept with the rest.
    if (history.state?.link && keeper.state !== 'refused') history.replaceState(null, '')
  }, { signal })
  addEventListener('pagehide', () => keeper.flush(), { signal })
  // WebKit does not finish what a page begins while it goes, but it tells before when one turns to another window.
  addEventListener('blur', () => keeper.flush(), { signal })
  document.addEventListener('visibilitychange', () => { if (document.hidden) keeper.flush() }, { signal })
}

/** To the other windows of this page. A browser that keeps nothing for a frame may have none for it either. */
function channelToOthers() {
  try {
    return new BroadcastChannel('voucher-planner')
  } catch {
    return undefined
  }
}

/** Lays what a link holds beside what is there. @param {PlannerElement} planner @param {(desk: Desk) => void} take @param {AbortSignal} signal */
async function openLink(planner, take, signal) {
  // Without its fragment the address is short again; the entry of this page in the browser's history keeps it over a reload.
  const fragment = location.hash || String(history.state?.link ?? '')
  if (!/^#\d+\./.test(fragment)) return
  const { documentFrom } = await import('./state/link.js')
  const read = await documentFrom(fragment)
  if (signal.aborted) return
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
