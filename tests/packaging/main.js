// A page of somebody else that a bundler makes, with the element and the engine beside it.
import { plan } from 'voucher-planner'
import { VoucherPlanner } from 'voucher-planner/element'

document.documentElement.dataset.ready = `${plan({}).outcome} ${VoucherPlanner.version}`
