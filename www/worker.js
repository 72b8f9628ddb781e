// The engine in a worker. Its first message brings the compiled engine, the next one what it is made from, which another may replace by
// what a partner supplied; each further one is a task.
/** @import { Scenario } from './pkg/index.js' */
/** @import { Task } from './background.js' */
import { Supplied, initSync } from './pkg/voucher_planner.js'

/** @type {Supplied} */
let engine

/** @param {MessageEvent<{ module: WebAssembly.Module } | { supplied: string } | { task: Task, scenario: Scenario, nodes: number | undefined }>} event */
onmessage = ({ data }) => {
  if ('module' in data) return void initSync({ module: data.module })
  if ('supplied' in data) {
    engine = new Supplied(data.supplied)
    return
  }
  const { task, scenario, nodes } = data
  try {
    postMessage(engine.ask(task, scenario, undefined, nodes))
  } catch (error) {
    postMessage({ outcome: 'crashed', error: error instanceof Error ? error : new Error(String(error)) })
  }
}
