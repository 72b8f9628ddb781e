// Three situations from real life to start from. Their prices are made up and say so; nothing here is a vendor's price.
/** @import { Scenario } from './pkg/index.js' */
/** @import { Language } from './say.js' */

/** @typedef {'school' | 'university' | 'company'} SampleName */

/** Names of the samples, as the page lists them. @type {Record<Language, Record<SampleName, string>>} */
export const sampleNames = {
  en: { school: 'School district, EES: which site packs?', university: 'University, OVS-ES: the last months', company: 'Company, EA: single vouchers' },
  'zh-CN': { school: '学区（EES）：订购哪些站点包？', university: '大学（OVS-ES）：协议的最后几个月', company: '企业（EA）：单张考试券' },
}

/** The same in a word. @type {Record<Language, Record<SampleName, string>>} */
export const sampleWords = {
  en: { school: 'School', university: 'University', company: 'Company' },
  'zh-CN': { school: '学校', university: '大学', company: '企业' },
}

/** A sample in a language, new each time. @param {SampleName} name @param {Language} language @returns {Scenario} */
export function sample(name, language) {
  const say = (/** @type {string} */ en, /** @type {string} */ zh) => (language === 'zh-CN' ? zh : en)
  return { version: 1, name: sampleNames[language][name], ...samples[name](say) }
}

/** @type {Record<SampleName, (say: (en: string, zh: string) => string) => Omit<Scenario, 'version' | 'name'>>} */
const samples = {
  school: (say) => ({
    today: '2020-09-21',
    agreements: [{
      id: '1', name: say('Riverside schools', '河畔学区'), programme: 'ees', start: '2020-07-01', end: '2021-06-30', region: 'US', currency: 'USD', fiscalYearStart: '7',
      noticesContact: say('licensing office', '许可证管理办公室'),
      sites: [
        { id: 'site-1', name: say('Riverside High', '河畔中学'), testCentreFrom: '2019-08-01' },
        { id: 'site-2', name: say('Hilltop College', '山顶学院'), testCentreFrom: '2020-01-15' },
      ],
      groups: [
        { name: say('Office class', '办公软件班'), people: '501', audience: 'student', site: 'site-1', certifications: ['mos-word-2016'], preparationStart: '2020-06-01', sittings: [{ day: '2020-12-07', people: '' }] },
        { name: say('Networking class', '网络基础班'), people: '60', audience: 'student', site: 'site-2', certifications: ['mta-networking-fundamentals'], preparationStart: '2020-07-01', sittings: [{ day: '2020-12-14', people: '' }] },
        { name: say('Teachers', '教师'), people: '25', audience: 'staff', site: 'site-1', certifications: ['microsoft-certified-educator'], preparationStart: '2020-07-01', sittings: [{ day: '2021-01-11', people: '' }] },
      ],
      prices: [
        { product: 'site-500', price: '9000', partNumber: '', breaks: [] },
        { product: 'site-125-mta', price: '3300', partNumber: '', breaks: [] },
        { product: 'site-125-mos', price: '3300', partNumber: '', breaks: [] },
      ],
      singlePrices: [{ family: 'mos', price: '30' }, { family: 'mta', price: '35' }, { family: 'mce', price: '35' }],
    }],
  }),
  university: (say) => ({
    today: '2021-09-06',
    agreements: [{
      id: '1', name: say('Lakeside University', '湖滨大学'), programme: 'ovs-es', start: '2021-01-01', end: '2021-12-31', region: 'DE', currency: 'EUR', fiscalYearStart: '1',
      noticesContact: say('software procurement', '软件采购处'),
      sites: [{ id: 'site-1', name: say('Main campus', '主校区'), testCentreFrom: '2018-09-01' }],
      groups: [
        { name: say('Cloud course', '云计算课程'), people: '40', audience: 'student', certifications: ['azure-administrator'], preparationStart: '2021-03-01', passRate: '0.7', attempts: '2', sittings: [{ day: '2021-11-15', people: '' }] },
        { name: say('Spreadsheet course', '电子表格课程'), people: '110', audience: 'student', certifications: ['mos-excel-2019'], preparationStart: '2021-03-01', sittings: [{ day: '2021-10-18', people: '60' }, { day: '2021-11-29', people: '50' }] },
        { name: say('Lecturers', '讲师'), people: '18', audience: 'staff', certifications: ['azure-fundamentals', 'mos-word-2019'], preparationStart: '2021-03-01', sittings: [{ day: '2021-11-08', people: '' }] },
      ],
      freeVouchers: { used: '4', split: [] },
      academyDiscounts: { trainers: '2', trainerPrice: '900', press: '640' },
      prices: [
        { product: 'site-500', price: '8400', partNumber: '', breaks: [] },
        { product: 'site-125-mta', price: '2900', partNumber: '', breaks: [] },
        { product: 'site-125-mos', price: '2900', partNumber: '', breaks: [] },
        { product: 'class-30', price: '1950', partNumber: '', breaks: [] },
      ],
    }],
  }),
  company: (say) => ({
    today: '2026-11-23',
    agreements: [{
      id: '1', name: say('Northwind Industries', '北风工业'), programme: 'ea', start: '2025-07-01', end: '2028-06-30', region: 'US', currency: 'USD', fiscalYearStart: '7', serviceLevel: '0.95',
      noticesContact: '',
      groups: [
        { name: say('Administrators', '系统管理员'), people: '24', audience: 'employee', certifications: ['azure-administrator'], preparationStart: '2026-09-01', passRate: '0.75', attempts: '2', sittings: [{ day: '2027-04-12', people: '' }] },
        { name: say('Newcomers', '新员工'), people: '60', audience: 'employee', certifications: ['azure-fundamentals'], preparationStart: '2026-11-01', passRate: '0.9', attempts: '2', sittings: [{ day: '2027-05-10', people: '30' }, { day: '2027-10-11', people: '30' }] },
      ],
      stock: [{ product: 'voucher-1', exams: '6', from: '', until: '2027-05-31', site: '' }],
      prices: [{ product: 'voucher-1', price: '120', partNumber: '', breaks: [{ units: '50', price: '112' }] }],
      singlePrices: [{ family: 'mcp', price: '165' }, { family: 'fundamentals', price: '99' }],
    }],
  }),
}
