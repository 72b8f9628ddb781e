// The first script of a single file, and the only one that is not packed: it starts the program.
import { unpacked } from './packed.js'

try {
  const text = await unpacked('program').text()
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: object): { createScript(text: string): string } } }} */ (globalThis)
  const script = document.createElement('script')
  script.type = 'module'
  // The file's own policy names the program by its hash, so no other text would run.
  script.text = trustedTypes?.createPolicy('voucher-planner-file', { createScript: (/** @type {string} */ own) => own }).createScript(text) ?? text
  document.head.append(script)
} catch (error) {
  console.error(error)
  const lines = [['en', 'This browser is too old for the planner.'], ['zh-CN', '此浏览器版本过旧，无法运行规划工具。']]
  document.querySelector('voucher-planner')?.append(...lines.map(([lang = '', text = '']) => Object.assign(document.createElement('p'), { lang, textContent: text })))
}
