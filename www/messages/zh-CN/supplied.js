// 无法采用合作伙伴的目录或价格时，页面所说的中文。

/** @type {import('../contract.js').SuppliedMessages} */
export default {
  documents: { catalogue: '目录', prices: '价目表' },
  refused: (document) => `未采用合作伙伴的${document}。请由制作者更正：`,
  whole: '整个文档',
  at: (place, text) => `${place}：${text}`,
  malformed: (detail) => `无法读取：${detail}。`,
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
    'nothing-to-pass': () => '认证的每条途径至少需要一门考试。',
    'prerequisite-cycle': () => '此认证经过若干步骤后成为自身的先决条件。',
    'empty-text': () => '此处每种语言都需要文字。',
    'unreadable-published': () => '不是像 2014、2010-10 或 2021-06-28 这样的年、月或日。',
    'read-before-published': () => '阅读日期早于发布日期。',
    'unsafe-url': () => '地址须以 https: 或 mailto: 开头。',
    'until-before-from': () => '最后一日早于第一日。',
  },
}
