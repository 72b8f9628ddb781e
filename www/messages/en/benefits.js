// What the page says in English of what is in hand by product, and of benefits beside the exams.
import { rich } from './words.js'

/** @param {boolean} first @param {string} one @param {string} other */
const either = (first, one, other) => (first ? one : other)

export default {
  exams: 'Certification exams',
  stockHint: 'Vouchers, or exams of a pack, that nobody has used yet. The plan uses them before it orders.',
  ordersHint: 'Orders of packs and vouchers that are on their way or used up. They open a term, and later orders may end with it. Enter exams of theirs that are left as codes in hand too.',
  academy: 'Imagine Academy',
  academyHint: 'A first purchase or renewal of EES, School or OVS-ES brings it at no extra charge, with 30 free vouchers for staff, shared by the schools of the agreement.',
  discounts: 'Trainers and books at a discount',
  discountsHint: 'The trainer programme (MCT) costs half, books of Microsoft Press 60 % of their price. Enter the prices you are asked without the discount; they are not part of the order’s cost.',
  otherBenefits: 'What else it brings',
  librariesHint: 'Books to read online, one licence for each reader. Access lasts until the agreement ends; printing, copying and sharing are forbidden.',

  training: 'Training of Software Assurance',
  trainingHint: 'Days of classroom training from your Software Assurance coverage. Count them yourself: the numbers behind them were not found in any source. A voucher holds one to five days and lives 180 days.',
  days: 'Training days in no voucher',
  taken: 'Days already taken',
  voucher: 'Training voucher',
  addVoucher: 'Add a training voucher',
  pool: (/** @type {unknown} */ pool) => rich(pool, ' training days in no voucher.'),
  poolOf: (/** @type {unknown} */ pool, /** @type {unknown} */ held, /** @type {unknown} */ returned) => rich(pool, ' training days in no voucher: ', held, ' entered, ', returned, ' back from vouchers that have ended.'),
  poolUntil: (/** @type {unknown} */ day) => rich('They can go into vouchers until ', day, '.'),
  poolLapsed: (/** @type {unknown} */ day) => rich('They could go into vouchers until ', day, ' and are lost.'),
  voucherLine: (/** @type {string} */ name, /** @type {unknown} */ unused, /** @type {unknown} */ until, /** @type {boolean} */ ended) => rich(name, ': ', unused, ended ? ' days not taken; it ended on ' : ' days not taken yet; it ends on ', until, '.'),
  rest: {
    none: (/** @type {boolean} */ ended) => either(ended, 'All its days were taken.', ''),
    returns: (/** @type {boolean} */ ended) => either(ended, 'They are back among the days in no voucher.', 'What is not taken by then comes back.'),
    lost: (/** @type {boolean} */ ended) => either(ended, 'They are lost.', 'What is not taken by then is lost.'),
  },
  discountLine: (/** @type {string} */ benefit, /** @type {unknown} */ paid, /** @type {unknown} */ price, /** @type {unknown} */ saved) => rich(benefit === 'mct-discount' ? 'Trainer programme (MCT): ' : 'Microsoft Press: ', paid, ' instead of ', price, ', saves ', saved, '.'),

  eLearning: 'E-learning',
  eLearningHint: 'E-learning is no longer sold in Volume Licensing. If you still hold a contract on it, its guides are here.',
  eLearningGuides: 'Guides for contracts that still hold it:',
  eLearningHeld: 'Your contract on e-learning goes on; nothing is planned for it, because it is no longer sold.',
}
