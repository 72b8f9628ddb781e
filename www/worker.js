// The engine in a worker. Its first message brings the compiled engine; the next one may bring what a partner supplied;
// each further one is a task.
/** @import { Scenario } from './pkg/index.js' */
/** @import { Task } from './background.js' */
import * as engine from './pkg/voucher_planner.js'

/** The engine with what was supplied. @type {{ ask: (task: Task, scenario: Scenario, after: undefined, nodes: number | undefined) => unknown } | undefined} */
let supplied

/** @param {MessageEvent<WebAssembly.Module | { supplied: string } | { task: Task, scenario: Scenario, nodes: number | undefined }>} event */
onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    engine.initSync({ module: data })
    return
  }
  if ('supplied' in data) {
    supplied = new engine.Supplied(data.supplied)
    return
  }
  const { task, scenario, nodes } = data
  try {
    postMessage(supplied ? supplied.ask(task, scenario, undefined, nodes) : engine[task](scenario, nodes))
  } catch (error) {
    postMessage({ outcome: 'crashed', error: error instanceof Error ? error : new Error(String(error)) })
  }
}
