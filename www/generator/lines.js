// The lines to paste for what somebody wishes: pure text, the same for the same wishes.
/** @import { Need, Route } from '../embed/policy.js' */
import { needsOf } from '../embed/policy.js'

/** The loader as embed/loader.json names it. @typedef {{ file: string, integrity: string }} Loader */
/**
 * Texts are empty where nothing is wished.
 * @typedef {object} Wishes
 * @property {Route} route
 * @property {string} host address of the planner's folder, which ends in a slash
 * @property {string} label of the link that stands there until the planner does
 * @property {string} locale
 * @property {string} theme
 * @property {string} view
 * @property {boolean} readonly
 * @property {string} scenario
 * @property {string} catalog
 * @property {string} prices
 * @property {string} name
 * @property {boolean} report
 * @property {boolean} sandbox
 * @property {Record<string, string>} tokens by their names
 * @property {Loader | undefined} loader undefined until it is known
 */
/** A block to copy, and where it goes. @typedef {{ where: 'page' | 'script' | 'styles' | 'shell', text: string }} Block */

/** What can be wished with each way to embed. @type {Record<Route, readonly (keyof Wishes)[]>} */
export const wishable = {
  element: ['label', 'locale', 'theme', 'view', 'scenario', 'catalog', 'prices', 'readonly', 'name', 'tokens'],
  frame: ['label', 'locale', 'theme', 'view', 'scenario', 'catalog', 'prices', 'readonly', 'report', 'sandbox'],
  package: ['label', 'locale', 'theme', 'view', 'scenario', 'catalog', 'prices', 'readonly', 'name', 'tokens'],
  file: ['label'],
}

/** @param {Wishes} wishes @returns {Block[]} */
export function blocksOf(wishes) {
  const { route, host, label } = wishes
  const element = `<voucher-planner${written(attributesOf(wishes))}>\n  <a href="${safe(host)}">${safe(label)}</a>\n</voucher-planner>`
  switch (route) {
    case 'element': return [{ where: 'page', text: `<script type="module" src="${safe(host)}voucher-planner.js"></script>\n${element}` }, ...stylesOf(wishes)]
    case 'frame': return [{
      where: 'page', text: `<a class="voucher-planner" href="${safe(host)}"${written(attributesOf(wishes))}>${safe(label)}</a>\n<script src="${safe(host)}embed/${wishes.loader?.file ?? 'loader.js'}"${written([['integrity', wishes.loader?.integrity ?? ''], ['crossorigin', 'anonymous']])} async></script>`,
    }]
    case 'package': return [{ where: 'shell', text: 'npm install voucher-planner' }, { where: 'script', text: "import 'voucher-planner/element'" }, { where: 'page', text: element }, ...stylesOf(wishes)]
    case 'file': return [{ where: 'page', text: `<a href="voucher-planner.html">${safe(label)}</a>` }]
  }
}

/** The element's attributes, or those of the link that becomes a frame. @param {Wishes} wishes @returns {[name: string, value: string][]} */
export function attributesOf(wishes) {
  const frame = wishes.route === 'frame'
  return ['locale', 'theme', 'view', 'readonly', 'scenario', 'catalog', 'prices', 'name', 'report', 'sandbox'].flatMap((name) => {
    const wish = /** @type {keyof Wishes} */ (name)
    const value = wishes[wish]
    return value && wishable[wishes.route].includes(wish) ? [[frame ? `data-${name}` : name, value === true ? '' : String(value)]] : []
  })
}

/** What the page around has to allow, also for what it gives the planner to read. @param {Wishes} wishes @param {string} [base] where addresses start from @returns {Need[]} */
export function allNeeds(wishes, base = 'https://partner.invalid/') {
  const { origin } = new URL(wishes.host)
  const read = /** @type {const} */ (['scenario', 'catalog', 'prices']).filter((name) => wishable[wishes.route].includes(name)).map((name) => sourceOf(wishes[name], base)).filter((source) => source !== undefined)
  const needs = needsOf(wishes.route, origin)
  const connect = { directive: 'connect-src', sources: [...new Set([...needs.find(({ directive }) => directive === 'connect-src')?.sources ?? [], ...read])] }
  if (!read.length) return needs
  return needs.some(({ directive }) => directive === 'connect-src') ? needs.map((need) => (need.directive === 'connect-src' ? connect : need)) : [...needs, connect]
}

/** What has to be allowed to read a source, if it is an address. @param {string} source @param {string} base */
function sourceOf(source, base) {
  if (!source || /^\s*[[{#]|^\w+$/.test(source) || !URL.canParse(source, base)) return undefined
  const { origin } = new URL(source, base)
  return origin === new URL(base).origin ? "'self'" : origin
}

/** @param {Wishes} wishes @returns {Block[]} */
function stylesOf({ tokens }) {
  const set = Object.entries(tokens).filter(([, value]) => value)
  return set.length ? [{ where: 'styles', text: `voucher-planner {\n${set.map(([name, value]) => `  --voucher-planner-${name}: ${value};\n`).join('')}}` }] : []
}

/** Attributes as HTML. @param {[name: string, value: string][]} attributes */
const written = (attributes) => attributes.map(([name, value]) => ` ${name}${value ? `="${safe(value)}"` : ''}`).join('')

/** A text as HTML, also between quotation marks. @param {string} text */
const safe = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
