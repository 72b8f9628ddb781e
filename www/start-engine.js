// Starts the engine in a browser, with workers beside the page where it may have them.
/** @import { EngineModule } from './engine.js' */
import { Background } from './background.js'
import { Engine } from './engine.js'
import { scriptUrl } from './script-url.js'
import workerUrl from './worker.js?worker&url'

/** The engine's module, asked for once: who asks WebKit for a module that is still starting never gets an answer, or gets a module without its engine. @type {Promise<EngineModule & { compiled: WebAssembly.Module, engine: string }> | undefined} */
let loading

export const loadEngine = () => (loading ??= import('./pkg/index.js').catch((error) => {
  // Another planner may be luckier.
  loading = undefined
  throw error
}))

/** An engine of its own for each planner; all have the module in common. */
export async function startEngine() {
  const module = await loadEngine()
  const script = new URL(workerUrl, import.meta.url).href
  const start = () => {
    const worker = new Worker(scriptUrl(script), { type: import.meta.env.DEV ? 'module' : 'classic' })
    worker.postMessage({ module: module.compiled })
    worker.postMessage({ supplied: module.engine })
    return worker
  }
  // In a page on another host, and in a frame without an origin, browsers start no worker of ours: there the page works in steps.
  const foreign = script.startsWith('http') && new URL(script).origin !== self.origin
  const engine = new Engine(module, foreign ? {} : { background: new Background(start), aside: new Background(start) })
  // Read at once: an engine without facts is none.
  void engine.catalogue
  return engine
}
