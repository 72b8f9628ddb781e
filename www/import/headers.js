// Which column of a table holds what, by what its head says in English or Chinese. These words are looked for, never shown.
import { key, plain } from './plain.js'

/** Words for each field, the whole head or the chief part of it. @type {Record<string, string[]>} */
export const groupHeads = {
  name: ['name', 'group', 'class', 'team', 'cohort', 'department', 'course', '名称', '组', '小组', '组名', '组别', '班级', '班', '部门', '团队', '课程', '姓名'],
  certifications: ['certifications', 'certification', 'exam', 'exams', 'target', 'credential', 'exam number', 'exam code', 'cert', '认证', '认证名称', '考试', '考试编号', '考试代码', '目标认证', '证书'],
  people: ['people', 'number', 'count', 'headcount', 'students', 'size', 'seats', 'candidates', 'participants', 'number of people', 'how many', '人数', '数量', '考生人数', '学生人数', '考生数', '人'],
  audience: ['audience', 'who', 'who they are', 'type', 'role', 'category', '类别', '人员类别', '身份', '角色', '类型', '人员'],
  site: ['site', 'campus', 'location', 'school', 'office', '地点', '校区', '站点', '学校', '办公室'],
  sittings: ['exam day', 'exam days', 'exam date', 'date', 'day', 'sitting', 'test date', 'exam dates', 'when', '考试日', '考试日期', '日期', '考试时间', '考期'],
  passRate: ['pass rate', 'passing rate', 'success rate', 'expected pass rate', '通过率', '合格率', '预计通过率'],
  attempts: ['attempts', 'attempts allowed', 'tries', 'max attempts', '次数', '允许的考试次数', '考试次数', '尝试次数'],
  preparationStart: ['preparation starts', 'preparation start', 'training start', 'start', '备考开始日', '备考开始', '培训开始', '开始日期'],
  preparationMonths: ['months of preparation', 'preparation months', 'training months', '备考月数', '培训月数'],
  noShowRate: ['no-show rate', 'no show rate', 'no-shows', 'absence rate', '缺考率', '缺席率'],
  rebookings: ['rebookings', 'rebookings after a no-show', '缺考后重新预约次数', '重新预约次数'],
  held: ['already held', 'already held by all', 'held', '全体已持有', '已持有', '已有认证'],
  passed: ['exams already passed', 'passed', 'passed exams', '已通过的考试', '已通过考试'],
}

/** @type {Record<string, string[]>} */
export const priceHeads = {
  product: ['product', 'name', 'item', 'description', 'product name', 'title', '产品', '产品名称', '名称', '项目', '品名', '描述'],
  partNumber: ['part number', 'part no', 'part', 'sku', 'mpn', 'part #', 'item number', 'manufacturer part number', '部件号', '零件号', '料号', '编号', '产品编号'],
  price: ['price', 'unit price', 'net price', 'price for twelve months', 'cost', 'amount', 'net', 'erp', '价格', '单价', '净价', '金额', '12 个月价格', '不含税价格'],
  currency: ['currency', 'ccy', 'curr', '货币', '币种'],
  units: ['from units', 'from', 'units', 'minimum quantity', 'min qty', 'quantity from', 'quantity', 'qty', '起订', '起订数量', '数量', '最低数量', '起订量'],
}

/** The field of each column, '' where none fits; no field twice. @param {string[]} heads @param {Record<string, string[]>} known */
export function recognised(heads, known) {
  /** @type {string[]} */
  const found = heads.map(() => '')
  const marks = heads.flatMap((head, column) => Object.entries(known).map(([field, words]) => ({ column, field, mark: markOf(head, words) })))
  for (const { column, field, mark } of marks.sort((a, b) => b.mark - a.mark)) {
    if (mark > 0 && !found[column] && !found.includes(field)) found[column] = field
  }
  return found
}

/** Whether a row reads like heads: more than half of what stands there is known, and no number among it. @param {string[]} row @param {Record<string, string[]>} known */
export function isHead(row, known) {
  const filled = row.filter(Boolean)
  return filled.length > 0 && !filled.some((cell) => /^[\d\p{Sc}][\d.,/\-%\s]*$/u.test(plain(cell))) && recognised(row, known).filter(Boolean).length * 2 >= filled.length
}

/** How well a head fits: the whole of it, without what stands in brackets, or a word of it. @param {string} head @param {string[]} words */
function markOf(head, words) {
  const whole = key(head)
  const outside = key(plain(head).replace(/\(.*?\)|\[.*?\]/g, ''))
  if (!whole) return 0
  const keys = words.map(key)
  if (keys.includes(whole) || keys.includes(outside)) return 1000
  return Math.max(0, ...words.map((word) => (contains(plain(head).toLowerCase(), word) ? word.length * (/\p{Script=Han}/u.test(word) ? 3 : 1) : 0)))
}

/** @param {string} text @param {string} word */
const contains = (text, word) => (/\p{Script=Han}/u.test(word) ? word.length > 1 && text.includes(word) : ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${word.replace(/[^\p{L}\p{N}]+/gu, ' ')} `))
