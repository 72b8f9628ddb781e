// Workbooks and calendars in workerd, the runtime of Cloudflare Workers: it compiles modules itself, and imports them compiled.
import module from './voucher_exports_bg.wasm'
import { initSync } from './voucher_exports.js'

initSync({ module })

export * from './voucher_exports.js'
