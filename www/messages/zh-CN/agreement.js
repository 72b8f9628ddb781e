// 关于多份协议、地区日历和五个问题的文字。What the page says in Chinese of agreements, the region and the five questions.
import { rich } from './words.js'

/** @type {typeof import('../en/agreement.js').default} */
export default {
  add: '添加协议',
  copy: '复制此协议',
  copyOf: (name) => `${name}（副本）`,
  toPutRight: (number) => `${number} 处待更正`,
  usualLength: '常见期限：',
  months: (number) => `${number} 个月`,
  until: (day) => `至${day}`,
  monthsLeft: (months) => rich('协议剩余整月数：', months, '。'),
  fiveQuestions: '五个问题决定需要多少项考试',
  five: ['要为多少人认证？', '他们要取得多少项认证？', '每人每项认证要参加几门考试？', '他们有多长时间备考？', '协议还剩几个月？'],
  readyBy: (days) => `${days}准备就绪`,
  range: (first, last) => `${first}至${last}`,

  calendarHint: '订单、开票和代码送达均按工作日计算。在第 1 题中选择国家或地区，即采用当地的周末。',
  calendarUsed: (weekdays, holidays, workingDays) => `工作日：${weekdays}，${holidays ? `已填写 ${holidays} 天节假日` : '未填写节假日'}${workingDays ? `，另有 ${workingDays} 天调休上班` : ''}。`,
  changeCalendar: '更改',
  everyDay: '每天',
  fromTo: (first, last) => `${first}至${last}`,
  takeYear: (year, holidays, workingDays) => `添加 ${year} 年：放假 ${holidays} 天，调休上班 ${workingDays} 天`,
  takenYear: (year) => `${year} 年已填写`,
  notice: (year, index) => (index ? `${year} 年调整通知` : `国务院办公厅 ${year} 年通知`),
  noHolidays: (years) => `本工具没有 ${years} 年的官方放假安排。公布后请粘贴到下面。`,
  removeAll: '全部删除',
  paste: '粘贴节假日',
  pasteHint: '每行一天，例如 2026-10-01；也可粘贴日历文件（.ics）的内容。',
  understood: (fresh, known) => `识别出 ${fresh} 个新日期${known ? `，${known} 个已填写` : ''}。`,
  notDays: (lines, number) => `无法识别：${lines}${number > 3 ? `，另有 ${number - 3} 行` : ''}。`,
  repeating: (number) => `${number} 项重复日程只读取了首次日期。`,
  takeHolidays: (number) => `添加 ${number} 天节假日`,
}
