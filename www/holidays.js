// Public holidays that are known here: those of mainland China, where weekends are worked to make up for them. Loaded after
// the first answer.
//
// Source: the yearly notices of the General Office of the State Council, each with its address. The days were read in two
// collections made from the notices, the npm package `holiday-calendar` 1.3.3 (MIT) and the repository NateScarlet/holiday-cn
// (MIT), which agree on every day from 2021 on; of 2019 and 2020 the one that also has the later notices was followed.

/** A year's days: runs are `first/last`, in the year where none is named. @typedef {{ notices: string[], off: string, work: string }} Year */

/** @type {Record<number, Year>} */
const china = {
  2019: { off: '2018-12-30/01-01 02-04/02-10 04-05 05-01/05-04 06-07 09-13 10-01/10-07', work: '2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12', notices: ['http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm', 'http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm'] },
  2020: { off: '01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08', work: '01-19 04-26 05-09 06-28 09-27 10-10', notices: ['http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm', 'http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm'] },
  2021: { off: '01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07', work: '02-07 02-20 04-25 05-08 09-18 09-26 10-09', notices: ['http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm'] },
  2022: { off: '01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07', work: '01-29 01-30 04-02 04-24 05-07 10-08 10-09', notices: ['http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm'] },
  2023: { off: '2022-12-31/01-02 01-21/01-27 04-05 04-29/05-03 06-22/06-24 09-29/10-06', work: '01-28 01-29 04-23 05-06 06-25 10-07 10-08', notices: ['http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm'] },
  2024: { off: '01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07', work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12', notices: ['https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'] },
  2025: { off: '01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08', work: '01-26 02-08 04-27 09-28 10-11', notices: ['https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'] },
  2026: { off: '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07', work: '01-04 02-14 02-28 05-09 09-20 10-10', notices: ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'] },
}

/** Whose holidays are known. @type {Record<string, Record<number, Year>>} */
const known = { CN: china }

/** The holidays and make-up working days of a region's year, with the notices they stand in, if they are known here. @param {string} region @param {number} year */
export function holidaysOf(region, year) {
  const found = known[region]?.[year]
  return found && { year, holidays: days(found.off, year), workingDays: days(found.work, year), notices: found.notices }
}

/** @param {string} runs @param {number} year @returns {string[]} */
function days(runs, year) {
  const full = (/** @type {string} */ day) => (day.length > 5 ? day : `${year}-${day}`)
  return runs.split(' ').flatMap((run) => {
    const [first = '', last = first] = run.split('/').map(full)
    return daysBetween(first, last)
  })
}

/** Every day from one to another, both with it. @param {string} first @param {string} last @returns {string[]} */
export function daysBetween(first, last) {
  const list = []
  for (let time = Date.parse(first); time <= Date.parse(last) && list.length < 1000; time += 86_400_000) list.push(new Date(time).toISOString().slice(0, 10))
  return list
}
