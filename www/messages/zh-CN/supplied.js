// 无法采用合作伙伴的目录或价格时，页面所说的中文。

/** @param {string[]} names */
const listed = (names) => names.map((name) => `“${name}”`).join('、')

/** @type {import('../contract.js').SuppliedMessages} */
export default {
  documents: { catalogue: '目录', prices: '价目表' },
  refused: (document) => `未采用合作伙伴的${document}。请由制作者更正：`,
  whole: '整个文档',
  at: (place, text) => `${place}：${text}`,
  mistakes: {
    'not-json': ({ line, column }) => `此文本从第 ${line} 行第 ${column} 列起不是 JSON。`,
    'missing-field': ({ field }) => `此处缺少字段“${field}”。`,
    'unknown-field': ({ field, known }) => `此处没有字段“${field}”，只有${listed(known)}。`,
    'repeated-field': ({ field }) => `字段“${field}”在此重复出现。`,
    'unknown-choice': ({ choice, known }) => `“${choice}”不是可选值。可选值为${listed(known)}。`,
    'wrong-type': ({ found, expected }, kinds) => `此处是${kinds[found]}，应为${kinds[expected]}。`,
    'out-of-range': ({ number, most }) => `${number} 不是 0 至 ${most} 之间的整数。`,
    'not-a-day': ({ text }) => `“${text}”不是像 2026-03-15 这样的日期。`,
    'and-more': ({ named }) => `除以上 ${named} 处外，还有字段无法读取。`,
  },
  kinds: { null: '空值', boolean: '真假值', number: '数字', string: '文本', array: '列表', object: '记录', 'whole-number': '整数', 'text-or-number': '文本或数字' },
  version: (version) => `此文档的格式版本不是本规划工具所认识的版本 ${version}。`,
  problems: {
    'unknown-cite': ({ cite }) => `没有名为“${cite}”的来源或其章节。`,
    uncited: () => '此处需要来源。',
    'source-taken': ({ id }) => `规划工具自带的目录已有来源“${id}”。请另选标识。`,
    'not-an-id': ({ id }) => `“${id}”不是有效标识。请使用字母、数字、句点、连字符和下划线。`,
    'taken-and-given': ({ id }) => `“${id}”在此被去除，又另行给出。`,
    'still-needed': ({ id, by }) => `“${id}”在此被去除，但 ${by} 仍然引用它。`,
    'falling-dates': () => '此项的起始日早于前一项。',
    'choose-out-of-range': ({ choose }) => `不能选择 ${choose} 项：至少一项，至多为所列项数。`,
    'several-families': () => '同一项要求中的考试须属于同一考试类别，因为考试券按类别计数。',
    'nothing-to-pass': () => '认证的每条途径至少需要一门考试。',
    'prerequisite-cycle': () => '此认证经过若干步骤后成为自身的先决条件。',
    'empty-text': () => '此处每种语言都需要文字。',
    'unreadable-published': () => '不是像 2014、2010-10 或 2021-06-28 这样的年、月或日。',
    'read-before-published': () => '阅读日期早于发布日期。',
    'unsafe-url': () => '地址须以 https: 或 mailto: 开头。',
    'until-before-from': () => '最后一日早于第一日。',
  },
}
