// Countries and regions with what follows from them: the usual currency and the weekend. Loaded after the first answer.
//
// Source: Unicode CLDR 48.2, supplemental data `currencyData` (the first legal tender of each region on 25 November 2026)
// and `weekData` (`weekendStart`, `weekendEnd`), https://cldr.unicode.org/, as published in the npm package `cldr-core`.
// The regions are those of ISO 3166 with two letters, and Kosovo. A test holds the weekends against the platform's own.
/** @import { Weekday } from './pkg/index.js' */

/** Regions by currency. @type {Record<string, string>} */
const byCurrency = {
  AED: 'AE', AFN: 'AF', ALL: 'AL', AMD: 'AM', AOA: 'AO', ARS: 'AR', AUD: 'AU CC CX HM KI NF NR TV', AWG: 'AW', AZN: 'AZ', BAM: 'BA', BBD: 'BB', BDT: 'BD', BHD: 'BH',
  BIF: 'BI', BMD: 'BM', BND: 'BN', BOB: 'BO', BRL: 'BR', BSD: 'BS', BTN: 'BT', BWP: 'BW', BYN: 'BY', BZD: 'BZ', CAD: 'CA', CDF: 'CD', CHF: 'CH LI', CLP: 'CL', CNY: 'CN',
  COP: 'CO', CRC: 'CR', CUP: 'CU', CVE: 'CV', CZK: 'CZ', DJF: 'DJ', DKK: 'DK FO GL', DOP: 'DO', DZD: 'DZ', EGP: 'EG', ERN: 'ER', ETB: 'ET',
  EUR: 'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT',
  FJD: 'FJ', FKP: 'FK', GBP: 'GB GG GS IM JE', GEL: 'GE', GHS: 'GH', GIP: 'GI', GMD: 'GM', GNF: 'GN', GTQ: 'GT', GYD: 'GY', HKD: 'HK', HNL: 'HN', HTG: 'HT', HUF: 'HU',
  IDR: 'ID', ILS: 'IL PS', INR: 'IN', IQD: 'IQ', IRR: 'IR', ISK: 'IS', JMD: 'JM', JOD: 'JO', JPY: 'JP', KES: 'KE', KGS: 'KG', KHR: 'KH', KMF: 'KM', KPW: 'KP', KRW: 'KR',
  KWD: 'KW', KYD: 'KY', KZT: 'KZ', LAK: 'LA', LBP: 'LB', LKR: 'LK', LRD: 'LR', LYD: 'LY', MAD: 'EH MA', MDL: 'MD', MGA: 'MG', MKD: 'MK', MMK: 'MM', MNT: 'MN', MOP: 'MO',
  MRU: 'MR', MUR: 'MU', MVR: 'MV', MWK: 'MW', MXN: 'MX', MYR: 'MY', MZN: 'MZ', NAD: 'NA', NGN: 'NG', NIO: 'NI', NOK: 'BV NO SJ', NPR: 'NP', NZD: 'CK NU NZ PN TK', OMR: 'OM',
  PAB: 'PA', PEN: 'PE', PGK: 'PG', PHP: 'PH', PKR: 'PK', PLN: 'PL', PYG: 'PY', QAR: 'QA', RON: 'RO', RSD: 'RS', RUB: 'RU', RWF: 'RW', SAR: 'SA', SBD: 'SB', SCR: 'SC',
  SDG: 'SD', SEK: 'SE', SGD: 'SG', SHP: 'SH', SLE: 'SL', SOS: 'SO', SRD: 'SR', SSP: 'SS', STN: 'ST', SYP: 'SY', SZL: 'SZ', THB: 'TH', TJS: 'TJ', TMT: 'TM', TND: 'TN',
  TOP: 'TO', TRY: 'TR', TTD: 'TT', TWD: 'TW', TZS: 'TZ', UAH: 'UA', UGX: 'UG', USD: 'AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI', UYU: 'UY', UZS: 'UZ', VES: 'VE',
  VND: 'VN', VUV: 'VU', WST: 'WS', XAF: 'CF CG CM GA GQ TD', XCD: 'AG AI DM GD KN LC MS VC', XCG: 'CW SX', XOF: 'BF BJ CI GW ML NE SN TG', XPF: 'NC PF WF', YER: 'YE',
  ZAR: 'LS ZA', ZMW: 'ZM', ZWG: 'ZW',
}

/** Regions whose weekend is not Saturday and Sunday. @type {[weekend: Weekday[], regions: string][]} */
const otherWeekends = [
  [['friday', 'saturday'], 'BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE'],
  [['thursday', 'friday'], 'AF'],
  [['friday'], 'IR'],
  [['sunday'], 'IN UG'],
]

const currencies = new Map(Object.entries(byCurrency).flatMap(([currency, regions]) => regions.split(' ').map((region) => /** @type {const} */ ([region, currency]))))

/** All regions; Antarctica has no currency. */
export const regionCodes = [...currencies.keys(), 'AQ'].sort()

/** The usual currency of a region, if it is one. @param {string} region */
export const currencyOf = (region) => currencies.get(region)

/** The weekend of a region, if it is one. @param {string} region @returns {Weekday[] | undefined} */
export const weekendOf = (region) => (regionCodes.includes(region) ? otherWeekends.find(([, regions]) => regions.split(' ').includes(region))?.[0] ?? ['saturday', 'sunday'] : undefined)
