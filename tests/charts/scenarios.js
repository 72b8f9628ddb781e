// Plans that put pictures to the test: many exam days, many groups, too little time, nothing to order.

/** @typedef {{ day: string, people: string }} Sitting */

/** A group whose people are shared out over its exam days. @param {string} name @param {number} people @param {string} audience @param {string[]} certifications @param {string[]} days @param {Record<string, string>} [more] */
function group(name, people, audience, certifications, days, more = {}) {
  const share = Math.floor(people / days.length)
  const sittings = days.map((day, index) => ({ day, people: days.length > 1 ? String(index ? share : people - share * (days.length - 1)) : '' }))
  return { name, people: String(people), audience, certifications, preparationStart: '2020-06-01', site: 'site-1', sittings, ...more }
}

const school = { id: '1', name: 'Big district', programme: 'ees', start: '2020-07-01', end: '2021-06-30', sites: [{ id: 'site-1', name: 'Riverside High', testCentreFrom: '2019-08-01' }] }

/** @type {Record<string, any>} */
export const scenarios = {
  // Six exam days, retakes, several products, stock of two kinds, free vouchers.
  six: { version: 1, name: 'Six exam days', today: '2020-09-21', agreements: [{ ...school, currency: 'USD', fiscalYearStart: '7', serviceLevel: '0.95',
    groups: [
      group('Office class', 180, 'student', ['mos-word-2016'], ['2020-12-07', '2021-02-08', '2021-04-12'], { passRate: '0.8', attempts: '2' }),
      group('Networking class with a rather long name that wraps', 60, 'student', ['mta-networking-fundamentals'], ['2021-01-14', '2021-05-17'], { passRate: '0.7', attempts: '2' }),
      group('Teachers', 25, 'staff', ['microsoft-certified-educator'], ['2021-03-11'], { passRate: '0.9', attempts: '2' }),
      group('Cloud', 20, 'staff', ['azure-fundamentals', 'azure-administrator'], ['2021-03-18'], { passRate: '0.75', attempts: '2' }),
    ],
    stock: [{ product: 'voucher-1', exams: '12', from: '', until: '2021-05-31', site: '' }, { product: 'site-125-mos', exams: '40', from: '', until: '2021-01-31', site: 'site-1' }],
    freeVouchers: { used: '4', split: [] },
    prices: [{ product: 'site-500', price: '9000' }, { product: 'site-125-mta', price: '3300' }, { product: 'site-125-mos', price: '3300' }, { product: 'class-30', price: '1950' }, { product: 'voucher-1', price: '120', breaks: [{ units: '50', price: '112' }] }],
  }] },
  many: { version: 1, name: 'Many groups', today: '2020-09-21', agreements: [{ ...school,
    groups: Array.from({ length: 200 }, (_, index) => group(`Class ${index + 1}`, 10 + index % 7, 'student', ['mos-word-2016'], [`2020-12-${String(1 + index % 28).padStart(2, '0')}`])) }] },
  // What is needed at once can no longer arrive; what arrives is partly lost.
  late: { version: 1, name: 'Too late', today: '2021-05-03', agreements: [{ ...school, sites: [{ id: 'site-1', name: 'Riverside High', testCentreFrom: '' }],
    groups: [group('Office class', 90, 'student', ['mos-word-2016'], ['2021-05-10']), group('Cloud', 40, 'student', ['azure-administrator'], ['2021-05-04', '2021-06-24'])],
    stock: [{ product: 'class-30', exams: '10', from: '', until: '2021-06-30', site: '' }] }] },
  // Codes in hand serve everything; nothing is to be ordered, and some end unused.
  enough: { version: 1, name: 'Enough in hand', today: '2020-09-21', agreements: [{ ...school,
    groups: [group('Office class', 30, 'student', ['mos-word-2016'], ['2020-12-07'])],
    stock: [{ product: 'site-125-mos', exams: '100', from: '2020-10-01', until: '2021-03-31', site: 'site-1' }, { product: 'class-30', exams: '8', from: '', until: '2020-11-30', site: '' }] }] },
}
