// Workbooks and calendars in a browser: ready to use once this module has loaded.
import init from './voucher_exports.js'

await init()

export * from './voucher_exports.js'
