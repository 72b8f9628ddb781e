// The only side effects of the page: it defines the element, loads the engine, and follows the element's language.
import { Background } from './background.js'
import { Engine } from './engine.js'
import { PlannerElement } from './planner-element.js'
import { languageFor } from './say.js'

PlannerElement.define()
const planner = document.querySelector('voucher-planner')
if (planner instanceof PlannerElement) {
  planner.addEventListener('language-changed', (event) => {
    const { language, title } = /** @type {CustomEvent<{ language: string, title: string }>} */ (event).detail
    document.documentElement.lang = language
    document.title = title
  })
  planner.language = languageFor(navigator.languages)
  planner.loadSample('school')
  try {
    const module = await import('./pkg/index.js')
    const background = new Background(() => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
      worker.postMessage(module.compiled)
      return worker
    })
    const engine = new Engine(module, { background })
    // Read at once: an engine without facts is none.
    void engine.catalogue
    planner.engine = engine
    await planner.updateComplete
    // What only people read comes after the first answer; without it the planner plans all the same.
    engine.readTexts().then(() => planner.requestUpdate(), console.error)
  } catch (error) {
    console.error(error)
    planner.failed = true
  }
}
