// The self-test: one line in a page that is to embed the planner, and the page says what it lets the planner do, with the lines that
// put right what it does not.
//
//   <script src="https://planner.example/embed/self-test.js"></script>
//
// data-route="element" or "frame" checks only that; data-quiet shows nothing. For programs the result is the promise
// `voucherPlannerSelfTest`, and the detail of the event `voucher-planner-self-test` on the document.
/** @import { Result } from './checks.js' */
/** @import { Route } from './policy.js' */
import { runChecks } from './checks.js'
import { routes } from './policy.js'
import { SelfTestPanel } from './self-test-panel.js'

const script = /** @type {HTMLScriptElement} */ (document.currentScript)
const { route, quiet, locale } = script.dataset
const host = new URL('..', script.src).href
const wanted = /** @type {Route[]} */ (route ? routes.filter((each) => each === route) : ['element', 'frame'])

/** @returns {Promise<Result>} */
async function test() {
  if (document.readyState === 'loading') await new Promise((resolve) => { document.addEventListener('DOMContentLoaded', resolve, { once: true }) })
  const panel = quiet === undefined ? new SelfTestPanel(locale ?? script.closest('[lang]')?.getAttribute('lang') ?? navigator.language) : undefined
  // A script in the head has no place in the page.
  if (panel && document.body.contains(script)) script.after(panel.element)
  else if (panel) document.body.prepend(panel.element)
  const result = await runChecks({ host, ...plannerFiles }, wanted, (done, all) => panel?.runs(done, all))
  panel?.show(result)
  document.dispatchEvent(new CustomEvent('voucher-planner-self-test', { detail: result }))
  return result
}

Object.assign(globalThis, { voucherPlannerSelfTest: test() })
