// 自检的中文说法。
/** @import { Check, CheckId, Reason } from '../../embed/checks.js' */
/** @import { Route } from '../../embed/policy.js' */

/** @type {Record<CheckId, string>} */
const names = {
  scripts: '来自规划工具主机的脚本',
  wasm: 'WebAssembly',
  files: '来自规划工具主机的文件',
  type: '引擎文件的类型',
  styles: '由脚本创建的样式表',
  names: 'Trusted Types 策略名称',
  pictures: '保存为 PNG 的图表',
  workers: '页面之外的计算',
  planner: '规划工具给出结果',
  frame: '规划工具的框架',
  sandbox: '沙盒框架',
  storage: '存储',
}

/** @type {Record<Reason, (check: Check) => string>} */
const reasons = {
  policy: ({ directive }) => `本页面的策略以 ${directive} 将其阻止。`,
  nonce: ({ directive }) => `本页面的策略以 ${directive} 将其阻止，该策略以 nonce 信任脚本。请在 script 标签上加上该 nonce。`,
  permission: () => '规划工具的主机不允许其他页面读取其文件。它须在每个文件中发送以下标头：',
  unreachable: ({ detail }) => `无法连接规划工具的主机（${detail}）。`,
  status: ({ detail }) => `规划工具的主机返回 ${detail}。`,
  type: ({ detail }) => `规划工具的主机声明该文件${detail ? `为“${detail}”` : '没有类型'}。它须声明：`,
  refused: ({ detail }) => `规划工具的主机不允许本页面以框架显示它${detail ? `（${detail}）` : ''}。其 Content-Security-Policy 须包含：`,
  silent: () => '框架已加载但没有回应：可能是规划工具的主机不允许本页面显示它（frame-ancestors、X-Frame-Options），也可能是其自身的策略阻止了脚本。请在单独的窗口中打开规划工具：如果可以使用，即为前者。',
  self: () => '在此浏览器中，沙盒框架不属于任何源，因此规划工具主机策略中的“self”在其中不允许任何内容。该主机须写明自己的地址：',
  origin: ({ id }) => (id === 'workers' ? '浏览器只从页面自己的主机启动 worker。' : '本页面没有自己的源：它位于沙盒中。'),
  absent: () => '此浏览器不支持，当前版本的浏览器支持。',
  waiting: ({ detail }) => `须先解决以下问题才能得知：${names[/** @type {CheckId} */ (detail)] ?? detail}。`,
  failed: ({ detail }) => `失败：${detail}。`,
}

/** 规划工具仍可使用时的影响。 @type {Partial<Record<CheckId, string>>} */
const meanwhile = {
  type: '规划工具可以使用，但引擎启动较晚：要等整个文件下载完毕。',
  pictures: '规划工具可以使用。图表可以保存为 SVG，但不能保存为 PNG。',
  workers: '规划工具可以使用，所有计算都在页面中进行：较长的比较会使页面短暂停顿。',
  sandbox: '没有沙盒的框架可以使用；带有 data-sandbox 的框架会保持空白。',
  storage: '规划工具可以使用，但不会保留任何内容：请将方案保存为文件。元素本身不保留任何内容。',
}

/** @type {Record<Route, string>} */
const routes = { element: '元素', frame: '框架', package: '软件包', file: '单个文件' }

/** @type {typeof import('../en/self-test.js').default} */
export default {
  title: '规划工具能在本页面上使用吗？',
  running: (done, all) => `正在检查，第 ${done} 项，共 ${all} 项…`,
  works: (route) => `${routes[route]}可以在此使用。`,
  worksNot: (route) => `${routes[route]}目前不能在此使用。`,
  states: { works: '可用', note: '有所不同', blocked: '被阻止', unknown: '未知' },
  names, reasons, meanwhile,
  policyIs: '本页面目前的策略：',
  policyBecomes: '须改为：',
  allFine: (number) => `${number} 项检查没有问题`,
  copy: '复制',
  copied: '已复制',
}
