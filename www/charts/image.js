// A picture as a file of its own: SVG that needs no style sheet, and PNG made from it.
/** @import { Chart } from './frame.js' */
import { safeName } from '../exports/save.js'

/** What a file says of its picture. @typedef {{ title: string, description: string, line: string }} About */

const namespace = 'http://www.w3.org/2000/svg'
/** What of the style sheet a file keeps, as attributes. */
const kept = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'paint-order', 'opacity']
/** And of words, besides. */
const keptOfWords = ['font-size', 'font-weight', 'text-anchor']
const margin = 16
const lineHeight = 20
/** Of words, on white. */
const ink = '#1b1f24'

/** A file name that every system takes, without its ending. @param {Chart} chart */
export const pictureName = ({ view, name }) => safeName([view.scenario.name || view.agreement?.name || 'plan', name])

/** What its element says of a figure. @param {Element} figure @returns {About} */
const aboutOf = (figure) => /** @type {Element & { about?: About } | null} */ (figure.closest('vp-chart-figure'))?.about ?? { title: figure.getAttribute('aria-label') ?? '', description: '', line: '' }

/** The picture of a figure as the text of an SVG file, light whatever the page's look. @param {Element} figure @param {About} [about] */
export function chartSvg(figure, about = aboutOf(figure)) {
  const shown = figure.querySelector('.chart-plot > svg')
  if (!(shown instanceof SVGElement)) throw new Error('there is no picture')
  // Styles are computed where they apply: beside the picture, for a moment, and light.
  const copy = /** @type {SVGElement} */ (shown.cloneNode(true))
  copy.querySelector('.cursor')?.remove()
  copy.style.colorScheme = 'light'
  shown.after(copy)
  const [width, height] = [Number(shown.getAttribute('width')), Number(shown.getAttribute('height'))]
  const file = element('svg', {})
  const { fontFamily } = getComputedStyle(copy)
  const picture = group([...copy.childNodes].map((each) => plain(each)), margin, 0)
  copy.remove()

  let y = margin + 14
  const words = [text(about.title, margin, y, ink, 15, '600')]
  picture.setAttribute('transform', `translate(${margin} ${y + 14})`)
  y += 14 + height + 18
  const { items, until } = legend(figure, y, width + margin)
  y = until
  if (about.line) words.push(text(about.line, margin, y + 8, ink, 11, '400'))
  y += about.line ? 24 : 8
  const size = { width: String(width + 2 * margin), height: String(Math.ceil(y)) }
  set(file, { xmlns: namespace, ...size, viewBox: `0 0 ${size.width} ${size.height}`, 'font-family': fontFamily.replaceAll('"', "'"), role: 'img' })
  const [title, description] = [element('title', {}), element('desc', {})]
  title.textContent = about.title
  description.textContent = about.description
  file.append(title, description, element('rect', { ...size, fill: '#fff' }), ...words, picture, ...items)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`
}

/** The same as pixels. @param {Element} figure @param {number} [scale] @param {About} [about] @returns {Promise<Blob>} */
export async function chartPng(figure, scale = 2, about) {
  const file = chartSvg(figure, about)
  const image = new Image()
  // An address that holds the picture itself: the page may show no other kind beside its own files.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(file)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws no pictures')
  context.scale(scale, scale)
  context.drawImage(image, 0, 0)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png'))
}

/** A node with its style as attributes, and without what only the page needs. @param {Node} node @returns {Node} */
function plain(node) {
  if (!(node instanceof SVGElement)) return document.createTextNode(node.nodeType === Node.TEXT_NODE ? node.textContent ?? '' : '')
  const made = document.createElementNS(namespace, node.tagName)
  for (const { name, value } of node.attributes) if (name !== 'class' && name !== 'style') made.setAttribute(name, value)
  const style = getComputedStyle(node)
  const words = node.tagName === 'text' || node.tagName === 'tspan'
  for (const name of words ? [...kept, ...keptOfWords] : node.childElementCount ? [] : kept) {
    const value = style.getPropertyValue(name)
    if (value && value !== initial[name]) made.setAttribute(name, value)
  }
  made.append(...[...node.childNodes].map(plain).filter((each) => each.nodeType !== Node.TEXT_NODE || made.tagName === 'text' || made.tagName === 'tspan' || made.tagName === 'title'))
  return made
}

/** What needs no saying. @type {Record<string, string>} */
const initial = { 'fill-opacity': '1', stroke: 'none', 'stroke-opacity': '1', 'stroke-dasharray': 'none', 'stroke-linejoin': 'miter', 'stroke-linecap': 'butt', 'paint-order': 'normal', opacity: '1', 'text-anchor': 'start' }

/** The legend in rows below the picture. @param {Element} figure @param {number} top @param {number} right */
function legend(figure, top, right) {
  let [x, y] = [margin, top]
  const items = [...figure.querySelectorAll('.chart-legend li')].map((item) => {
    const [mark, label] = [item.querySelector('svg'), item.querySelector('span')]
    const width = 24 + (label?.getBoundingClientRect().width ?? 0) + 20
    if (x > margin && x + width > right) [x, y] = [margin, y + lineHeight]
    const nodes = mark && label ? inLight(mark, (copy) => [...copy.childNodes].map((each) => plain(each))) : []
    const made = group([...nodes, text(label?.textContent ?? '', 24, 11, ink, 12, '400')], x, y - 4)
    x += width
    return made
  })
  return { items, until: items.length ? y + lineHeight : top }
}

/** @template T @param {SVGElement} shown @param {(copy: SVGElement) => T} read */
function inLight(shown, read) {
  const copy = /** @type {SVGElement} */ (shown.cloneNode(true))
  copy.style.colorScheme = 'light'
  shown.after(copy)
  const result = read(copy)
  copy.remove()
  return result
}

/** @param {string} name @param {Record<string, string>} attributes */
const element = (name, attributes) => set(document.createElementNS(namespace, name), attributes)

/** @template {Element} E @param {E} node @param {Record<string, string>} attributes */
function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) if (name !== 'xmlns') node.setAttribute(name, value)
  return node
}

/** @param {Node[]} nodes @param {number} x @param {number} y */
function group(nodes, x, y) {
  const made = element('g', { transform: `translate(${x} ${y})` })
  made.append(...nodes)
  return made
}

/** @param {string} content @param {number} x @param {number} y @param {string} fill @param {number} size @param {string} weight */
function text(content, x, y, fill, size, weight) {
  const made = element('text', { x: String(x), y: String(y), fill, 'font-size': `${size}px`, 'font-weight': weight })
  made.textContent = content
  return made
}
