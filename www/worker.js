// The engine in a worker. Its first message brings the compiled engine, each further one a task.
/** @import { Scenario } from './pkg/index.js' */
/** @import { Task } from './background.js' */
import * as engine from './pkg/voucher_planner.js'

/** @param {MessageEvent<WebAssembly.Module | { task: Task, scenario: Scenario, nodes: number | undefined }>} event */
onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    engine.initSync({ module: data })
    return
  }
  const { task, scenario, nodes } = data
  try {
    postMessage(engine[task](scenario, nodes))
  } catch (error) {
    postMessage({ outcome: 'crashed', error: error instanceof Error ? error : new Error(String(error)) })
  }
}
