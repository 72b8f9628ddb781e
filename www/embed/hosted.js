// The element as a hosted planner offers it: `voucher-planner.js` beside the page. Links that are shared lead to that page.
import { VoucherPlanner } from './voucher-planner.js'

// The folder this file lies in.
VoucherPlanner.home = import.meta.url.replace(/[^/]*$/, '')
VoucherPlanner.define()

export { VoucherPlanner }
