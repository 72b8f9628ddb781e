// How wide words are, and where they break: labels of pictures are placed by it, so that none collides or is cut.

/** The width of a text in pixels. @typedef {(text: string, size?: number) => number} Measure */

/** Sizes of type in pictures, in pixels. */
export const type = { label: 13, small: 12 }

const narrow = /[ijlI.,:;'|!()[\]\u00a0 ]/
const broad = /[mwMW@%—]/
const full = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** Where no browser can measure: rather too wide than too narrow. @type {Measure} */
export const estimate = (text, size = type.label) => {
  let em = 0
  for (const letter of text) em += full.test(letter) ? 1.02 : narrow.test(letter) ? 0.36 : broad.test(letter) ? 0.95 : /[A-Z]/.test(letter) ? 0.72 : 0.6
  return em * size
}

/** What the browser's own font takes. @param {string} family @returns {Measure} */
export function measureIn(family) {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return estimate
  /** @type {Map<string, number>} */
  const known = new Map()
  return (text, size = type.label) => {
    const key = `${size} ${text}`
    const ready = known.get(key)
    if (ready !== undefined) return ready
    context.font = `${size}px ${family}`
    // Small letters are hinted and spaced a little wider than a canvas measures them.
    const width = context.measureText(text).width * 1.02 + 1
    if (known.size > 5000) known.clear()
    known.set(key, width)
    return width
  }
}

/** Words, single Chinese characters with the marks that may not begin a line, and spaces. */
const pieces = /\s+|[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60][，。、；：？！）】》”’]*|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+[，。、；：？！）】》”’]*/g

/** A text in lines of a width. A word that is wider than a line is broken. @param {string} text @param {number} width @param {Measure} measure @param {number} [size] @returns {string[]} */
export function wrap(text, width, measure, size = type.label) {
  /** @type {string[]} */
  const lines = []
  let line = ''
  const put = (/** @type {string} */ piece) => {
    if (measure((line + piece).trimEnd(), size) <= width || !line.trim() && piece.length === 1) {
      line += piece
      return
    }
    if (line.trim()) {
      lines.push(line.trim())
      line = ''
      put(piece.trimStart())
    } else for (const letter of piece) put(letter)
  }
  // A space that holds words together is no place to break, unless they do not fit otherwise.
  for (const [piece] of text.replace(/\u00a0/g, '\ue000').matchAll(pieces)) put(piece.replace(/\ue000/g, '\u00a0'))
  if (line.trim()) lines.push(line.trim())
  return lines.length ? lines : ['']
}

/** A stretch of a row that is taken. @typedef {{ from: number, to: number }} Taken */

/** @typedef {{ x: number, anchor: 'start' | 'end' }} Place */

/**
 * A place for a text beside a mark: behind it, else before it, or the other way round; else none.
 * @param {Taken[]} taken what the row holds; the text's place is added @param {Taken} mark @param {number} width @param {Taken} room @param {boolean} [beforeFirst] @returns {Place | undefined}
 */
export function beside(taken, mark, width, room, beforeFirst = false) {
  const behind = /** @type {const} */ ({ from: mark.to + gap, to: mark.to + gap + width, x: mark.to + gap, anchor: 'start' })
  const before = /** @type {const} */ ({ from: mark.from - gap - width, to: mark.from - gap, x: mark.from - gap, anchor: 'end' })
  return firstFree(taken, beforeFirst ? [before, behind] : [behind, before], room, mark)
}

/** The first of these places that nothing else takes. @param {Taken[]} taken @param {(Taken & Place)[]} places @param {Taken} room @param {Taken} [mark] what the text belongs to @returns {Place | undefined} */
export function firstFree(taken, places, room, mark) {
  const found = places.find(({ from, to }) => from >= room.from && to <= room.to && taken.every((each) => each === mark || each.to + gap <= from || each.from - gap >= to))
  if (found) taken.push({ from: found.from, to: found.to })
  return found && { x: found.x, anchor: found.anchor }
}

/** Between words and what stands beside them. */
const gap = 4
