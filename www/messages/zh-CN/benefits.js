// 按产品列出的已有资源和考试以外的权益。What the page says in Chinese of what is in hand, and of benefits.
import { rich } from './words.js'

/** @type {typeof import('../en/benefits.js').default} */
export default {
  exams: '认证考试',
  stockHint: '尚未使用的考试券或考试包内的考试。本规划先使用它们，再订购。',
  ordersHint: '在途或已用完的考试包和考试券订单。它们开启一个期限，后续订单可能与其同时到期。其中剩余的考试请另外填入“现有代码”。',
  academy: 'Imagine Academy',
  academyHint: '首次购买或续订 EES、School 或 OVS-ES 即可使用，无需另付费用，并附 30 张教职员工免费考试券，由协议内各校共享。',
  discounts: '讲师计划和图书的折扣',
  discountsHint: '讲师计划（MCT）半价，Microsoft Press 图书六折。请填写折扣前的价格；这些费用不计入订单。',
  otherBenefits: '其他权益',
  librariesHint: '在线阅读的图书，每位读者一个许可证。可访问至协议结束；禁止打印、复制和共享。',

  training: '软件保障的培训',
  trainingHint: '由软件保障获得的课堂培训天数。请自行填写：没有来源说明天数如何计算。每张培训券含一至五天，有效期 180 天。',
  days: '未放入培训券的天数',
  taken: '已使用的天数',
  voucher: '培训券',
  addVoucher: '添加培训券',
  pool: (pool) => rich('未放入培训券的天数：', pool, ' 天。'),
  poolOf: (pool, held, returned) => rich('未放入培训券的天数：', pool, ' 天，其中填写 ', held, ' 天，已到期的培训券退回 ', returned, ' 天。'),
  poolUntil: (day) => rich('可在 ', day, ' 前放入培训券。'),
  poolLapsed: (day) => rich('只能在 ', day, ' 前放入培训券，现已作废。'),
  voucherLine: (name, unused, until, ended) => rich(name, '：', ended ? '未使用 ' : '尚未使用 ', unused, ended ? ' 天，已于 ' : ' 天，将于 ', until, ' 到期。'),
  rest: {
    none: (ended) => (ended ? '全部天数均已使用。' : ''),
    returns: (ended) => (ended ? '这些天数已退回。' : '届时未使用的天数会退回。'),
    lost: (ended) => (ended ? '这些天数已作废。' : '届时未使用的天数作废。'),
  },
  discountLine: (benefit, paid, price, saved) => rich(benefit === 'mct-discount' ? '讲师计划（MCT）：' : 'Microsoft Press：', paid, '，原价 ', price, '，节省 ', saved, '。'),

  eLearning: '电子学习',
  eLearningHint: '批量许可已不再销售电子学习。若您仍有此类合同，可在此查看相关指南。',
  eLearningGuides: '供仍有此类合同的客户使用的指南：',
  eLearningHeld: '您的电子学习合同继续有效；该产品已停售，因此不作规划。',
}
