// Workbooks and calendars in Node: ready to use once this module has loaded.
import { readFileSync } from 'node:fs'
import { initSync } from './voucher_exports.js'

initSync({ module: readFileSync(new URL('voucher_exports_bg.wasm', import.meta.url)) })

export * from './voucher_exports.js'
