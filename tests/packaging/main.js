// A page of somebody else that a bundler makes, with the element and the engine beside it.
import { plan } from 'voucher-planner'
import { VoucherPlanner } from 'voucher-planner/element'
import { VoucherPlanner as same } from 'voucher-planner/element/class'

document.documentElement.dataset.ready = [plan({}).outcome, same === VoucherPlanner, customElements.get('voucher-planner') === same].join(' ')
