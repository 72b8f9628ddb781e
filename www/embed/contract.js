// What a page around the planner can rely on: attributes, properties, events, parts, tokens. Types, the manifest of the element, the
// generator of embed code and the guide are all made from this list, and a test holds the element against it.

/** A text in each language the planner speaks. @typedef {{ en: string, 'zh-CN': string }} Words */
/** type: as TypeScript writes it; property: the property it goes with, where that has another name. @typedef {{ name: string, type: string, property?: string, fallback?: string, values?: string[], text: Words }} Attribute */
/** @typedef {{ name: string, type: string, readonly?: boolean, set?: string, text: Words }} Property set: what may be given to it, where that is more than it gives */
/** @typedef {{ name: string, detail: string, cancelable?: boolean, text: Words }} EventKind */
/** @typedef {{ name: string, text: Words }} Named */

export { version } from './changes.js'

/** @param {string} en @param {string} zh @returns {Words} */
const say = (en, zh) => ({ en, 'zh-CN': zh })

/** @type {Attribute[]} */
export const attributes = [
  { name: 'locale', type: 'string', values: ['en', 'zh-CN'], text: say('Language of the planner. Without it: that of the nearest element with lang, else that of the browser.', '规划工具的语言。未指定时采用最近的带 lang 属性的元素的语言，否则采用浏览器的语言。') },
  { name: 'theme', type: "'auto' | 'light' | 'dark'", fallback: 'auto', values: ['auto', 'light', 'dark'], text: say('Light or dark; auto follows the system.', '浅色或深色；auto 跟随系统设置。') },
  { name: 'view', type: "'full' | 'simple' | 'answer' | 'library'", fallback: 'full', values: ['full', 'simple', 'answer', 'library'], text: say('How much is shown: everything, one scenario, only its answer, or the rules and sources.', '显示多少内容：全部、单个方案、仅结果，或规则与来源。') },
  { name: 'scenario', type: 'string', property: 'scenario', fallback: 'school', text: say('What to start from: the address of a scenario as JSON, the JSON itself, the part of a shared link from its # on, an example (school, university, company), or empty.', '起始方案：方案 JSON 的地址、JSON 本身、分享链接中从 # 开始的部分、示例（school、university、company），或 empty 表示空白。') },
  { name: 'catalog', type: 'string', property: 'catalog', text: say('Address of a partner’s catalogue as JSON, or the JSON itself. Without it the planner’s own catalogue is used.', '合作伙伴产品目录 JSON 的地址，或 JSON 本身。未指定时使用规划工具自带的目录。') },
  { name: 'prices', type: 'string', property: 'prices', text: say('Address of a price book as JSON, or the JSON itself.', '价目表 JSON 的地址，或 JSON 本身。') },
  { name: 'readonly', type: 'boolean', text: say('Nothing can be changed; reasons, pictures and exports still work.', '不可修改；依据、图表和导出仍可使用。') },
  { name: 'disabled', type: 'boolean', text: say('As in any form: nothing can be changed, and nothing is submitted.', '与其他表单控件相同：不可修改，也不提交。') },
  { name: 'required', type: 'boolean', text: say('A form around it can be sent only once the scenario is complete.', '方案填写完整后，外层表单才能提交。') },
  { name: 'name', type: 'string', fallback: '', text: say('Under this name a form around it sends the shown scenario as JSON, as the engine plans it.', '外层表单以此名称提交所显示方案的 JSON，引擎可直接据此规划。') },
  { name: 'home', type: 'string', text: say('Address of a hosted planner page: shared links lead there. Without it, scenarios are shared as files. The element of a hosted planner knows its own.', '已部署的规划工具页面地址：分享链接指向该页面。未指定时以文件方式分享。由已部署的规划工具加载的元素会自动使用其地址。') },
]

/** @type {Property[]} */
export const properties = [
  { name: 'scenario', type: 'Scenario', set: 'Scenario | ScenarioDocument | string | null', text: say('The shown scenario. What is set may also be a document of several, or whatever the attribute takes.', '所显示的方案。也可以赋值为包含多个方案的文档，或属性所接受的任何内容。') },
  { name: 'catalog', type: 'object | string | null', text: say('A partner’s catalogue, or what the attribute takes.', '合作伙伴的产品目录，或属性所接受的内容。') },
  { name: 'prices', type: 'object | string | null', text: say('A price book, or what the attribute takes.', '价目表，或属性所接受的内容。') },
  { name: 'plan', type: 'Plan | undefined', readonly: true, text: say('The plan of the shown scenario; while entries are missing or wrong, the last good one.', '所显示方案的计划；填写有缺失或错误时为最近一次有效的计划。') },
  { name: 'problems', type: 'Problem[]', readonly: true, text: say('What keeps the scenario from being planned.', '导致方案无法规划的问题。') },
  { name: 'value', type: 'string', text: say('The shown scenario as JSON: what a form sends.', '所显示方案的 JSON：即表单提交的内容。') },
  { name: 'ready', type: 'Promise<void>', readonly: true, text: say('Resolves once the engine has answered for the first time; rejects where no engine can come.', '引擎首次给出结果后完成；无法加载引擎时拒绝。') },
]

/** @type {EventKind[]} */
export const events = [
  { name: 'planner-change', detail: 'PlannerChange', text: say('Another scenario or another answer stands there. detail.cause says whether a user or the host made it.', '方案或结果发生变化。detail.cause 表示由用户还是由宿主引起。') },
  { name: 'planner-export', detail: 'PlannerExport', cancelable: true, text: say('A file is about to be saved. Who prevents it takes the file instead.', '即将保存文件。阻止此事件即可自行接收该文件。') },
  { name: 'planner-error', detail: 'PlannerError', text: say('Something that was given could not be used, or the engine could not start.', '所提供的内容无法使用，或引擎无法启动。') },
]

/** @type {Named[]} */
export const parts = [
  { name: 'bar', text: say('The bar on top: title, undo, files, exports, look, language.', '顶部栏：标题、撤销、文件、导出、外观、语言。') },
  { name: 'scenarios', text: say('The row of scenarios below it.', '其下的方案栏。') },
  { name: 'notices', text: say('What is to be said above the plan.', '计划上方的提示。') },
  { name: 'headline', text: say('The answer in a sentence.', '一句话结果。') },
  { name: 'questions', text: say('The five questions.', '五个问题。') },
  { name: 'answer', text: say('What stands below the sentence: orders, pictures, reasons.', '结果下方的内容：订单、图表、依据。') },
  { name: 'place', text: say('What takes the place of the plan: the library, the comparison.', '替代计划显示的内容：资料库、方案比较。') },
  { name: 'foot', text: say('The line at the foot.', '页脚。') },
  { name: 'failure', text: say('What stands there instead where no engine can come.', '无法加载引擎时显示的内容。') },
]

/** Custom properties, each named `--voucher-planner-` and this. @type {Named[]} */
export const tokens = [
  { name: 'paper', text: say('Background of the whole.', '整体背景。') },
  { name: 'sheet', text: say('Background of the answer and of fields.', '结果区和输入框背景。') },
  { name: 'ink', text: say('Text.', '文字。') },
  { name: 'soft', text: say('Text that matters less.', '次要文字。') },
  { name: 'line', text: say('Hairlines.', '细线。') },
  { name: 'edge', text: say('Edges of fields and buttons.', '输入框和按钮的边框。') },
  { name: 'accent', text: say('Links, the chosen, the focus.', '链接、选中项、焦点。') },
  { name: 'wash', text: say('Background of notices.', '提示背景。') },
  { name: 'order', text: say('Orders in pictures.', '图表中的订单。') },
  { name: 'sitting', text: say('Exam days in pictures; warnings.', '图表中的考试日；警告。') },
  { name: 'expiry', text: say('Last days in pictures; mistakes.', '图表中的截止日；错误。') },
  { name: 'good', text: say('What is best.', '最佳项。') },
  { name: 'font', text: say('Typeface.', '字体。') },
  { name: 'leading', text: say('Line height.', '行高。') },
  { name: 'small', text: say('Size of small text.', '小号文字大小。') },
  { name: 'large', text: say('Size of heads.', '标题大小。') },
  { name: 'answer', text: say('Size of the answer.', '结果文字大小。') },
  { name: 'measure', text: say('Longest line of text.', '最大行长。') },
  { name: 'radius', text: say('Rounding of corners.', '圆角。') },
  { name: 'top', text: say('Height of what the host keeps on top of its page: the answer that stays in view on phones keeps below it.', '宿主页面顶部固定区域的高度：手机上保持可见的结果会位于其下方。') },
]
