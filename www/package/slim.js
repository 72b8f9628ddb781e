// The engine still to be started: with `initSync({ module })`, or with `await init()` where its file can be fetched. Then `functions()`
// gives what the package exports otherwise, and `functions(engine)` the same of the text that another engine was made from.
export * from './voucher_planner.js'
export { default } from './voucher_planner.js'
export { engine, facts, functions } from './functions.js'
