// Workbooks and calendars in a single file, in the place of `pkg/exports.js`: unpacked when somebody exports for the first time.
import { initSync } from '../../pkg/voucher_exports.js'
import { unpacked } from './packed.js'

initSync({ module: await WebAssembly.compile(await unpacked('exports').arrayBuffer()) })

export * from '../../pkg/voucher_exports.js'
