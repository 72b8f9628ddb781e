// Starts the engine in a browser, with workers beside the page where it may have them.
/** @import { EngineModule } from './engine.js' */
import { Background } from './background.js'
import { Engine } from './engine.js'
import { scriptUrl } from './trusted-scripts.js'
import workerUrl from './worker.js?worker&url'

/** Asked for once in a page: who asks Safari again, while the module waits for its engine, gets a module without one. @type {Promise<EngineModule & { compiled: WebAssembly.Module }> | undefined} */
let asked
const load = () => asked ??= import('./pkg/index.js')

/** @param {Promise<EngineModule & { compiled: WebAssembly.Module }>} [loading] the engine’s module, where somebody has asked for it already */
export async function startEngine(loading = load()) {
  const module = await loading
  const start = () => {
    const worker = new Worker(scriptUrl(new URL(workerUrl, import.meta.url).href), { type: 'module' })
    worker.postMessage(module.compiled)
    return worker
  }
  const engine = new Engine(module, { background: new Background(start), aside: new Background(start) })
  // Read at once: an engine without facts is none.
  void engine.catalogue
  return engine
}
