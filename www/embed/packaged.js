// The element as the npm package offers it: `import 'voucher-planner/element'` gives the tag its meaning.
import { VoucherPlanner } from './voucher-planner.js'

VoucherPlanner.define()

export { VoucherPlanner }
