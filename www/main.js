// Starts the page. In a window of its own it is a page that keeps what is entered; inside another page it is that page's frame.
/** @import { Theme } from './planner-element.js' */
import { Engine } from './engine.js'
import { begin, follow, here, takeDroppedFiles } from './own-page.js'
import { PlannerElement } from './planner-element.js'
import { languageFor, languages } from './say.js'
import { loadEngine, startEngine } from './start-engine.js'
import { chosen } from './state/preferences.js'

if (window.parent === window) await openPage()
else import('./embed/frame.js').then(({ openFrame }) => openFrame(openPage)).catch(console.error)

async function openPage() {
  PlannerElement.define()
  const planner = document.querySelector('voucher-planner')
  if (!(planner instanceof PlannerElement)) return
  // Asked for before anything else, so that it is on its way.
  loadEngine().catch(() => {})
  const answer = import('./first-answer.js')
  planner.language = languages.find((language) => language === chosen('language')) ?? languageFor(navigator.languages)
  planner.theme = /** @type {Theme} */ (['light', 'dark'].find((theme) => theme === chosen('theme')) ?? 'auto')
  planner.home = here()
  follow(planner)
  takeDroppedFiles(planner)
  await begin(planner)
  answer.then(({ firstAnswer, answers }) => {
    // The engine may have been faster, and what is shown another scenario than the example.
    if (!planner.engine && answers(planner.scenario)) planner.engine = new Engine(firstAnswer, { provisional: true })
  }, console.warn)
  try {
    const made = await startEngine()
    planner.engine = made
    await planner.updateComplete
    // What only people read comes after the first answer; without it the planner plans all the same.
    made.readTexts().then(() => planner.requestUpdate(), console.error).then(() => beginOffline(planner))
  } catch (error) {
    console.error(error)
    planner.failed = true
  }
}

/** Keeps the page for times without a network, after everything else. @param {PlannerElement} planner */
const beginOffline = (planner) => import('./offline/updates.js').then((offline) => offline.beginOffline(planner)).catch(console.warn)
