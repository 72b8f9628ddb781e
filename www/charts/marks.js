// The shapes of pictures. Shapes differ as well as colours, so that paper and any eye can tell them apart.
/** @import { Moment } from '../pkg/index.js' */
import { nothing, svg } from 'lit'

/** Lines across a rectangle. @param {number} x @param {number} y @param {number} width @param {number} height @param {number} step @param {'rising' | 'falling'} [way] */
export function hatch(x, y, width, height, step, way = 'rising') {
  const lines = []
  const round = (/** @type {number} */ number) => Math.round(number * 10) / 10
  for (let at = step; at < width + height; at += step) {
    // From the lower or left edge up to the upper or right one.
    const [x1, y1] = at <= height ? [0, at] : [at - height, height]
    const [x2, y2] = at <= width ? [at, 0] : [width, at - width]
    const flip = (/** @type {number} */ down) => (way === 'rising' ? down : height - down)
    lines.push(`M${round(x + x1)} ${round(y + flip(y1))}L${round(x + x2)} ${round(y + flip(y2))}`)
  }
  return lines.join('')
}

/** A span of days, its middle at a height. @param {Moment} moment @param {number} x @param {number} until @param {number} y */
export function span(moment, x, until, y) {
  const width = Math.max(until - x, 2)
  switch (moment) {
    case 'agreement': return svg`<rect class="m-agreement" x=${x} y=${y - 4} width=${width} height="8"></rect>`
    case 'term': case 'access': case 'free-vouchers': return svg`<rect class="m-term" x=${x + 0.5} y=${y - 3.5} width=${width - 1} height="7"></rect>`
    case 'usable': return svg`<rect class="m-usable" x=${x} y=${y - 5} width=${width} height="10"></rect><rect class="m-expiry" x=${x + width - 3} y=${y - 8} width="3" height="16"></rect>`
    case 'delivery': return svg`<rect class="m-delivery" x=${x + 0.75} y=${y - 4.25} width=${Math.max(width - 1.5, 1.5)} height="8.5"></rect>`
    case 'preparation': return svg`<rect class="m-preparation" x=${x} y=${y - 4} width=${width} height="8"></rect>`
    case 'retakes': return svg`<rect class="m-retakes" x=${x} y=${y - 4} width=${width} height="8"></rect><path class="m-hatch" d=${hatch(x, y - 4, width, 8, 4)}></path>`
    default: return nothing
  }
}

/** A day, its middle at a place. @param {Moment} moment @param {number} x @param {number} y */
export function day(moment, x, y) {
  switch (moment) {
    case 'order': return svg`<path class="m-order" d="M${x - 5.5} ${y - 5}h11l-5.5 9z"></path>`
    case 'order-by': return svg`<path class="m-order-by" d="M${x - 4.5} ${y - 4}h9l-4.5 7z"></path>`
    case 'latest-start': return svg`<path class="m-latest" d="M${x - 3} ${y - 5}l8 4.5l-8 4.5z"></path>`
    case 'sitting': return svg`<circle class="m-sitting" cx=${x} cy=${y} r="6"></circle>`
    case 'test-centre': return svg`<path class="m-centre" d="M${x} ${y - 6}l6 6l-6 6l-6 -6z"></path>`
    case 'test-centre-missing': case 'exam-ends': case 'sale-ends': return svg`<path class="m-end" d="M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10"></path>`
    default: return nothing
  }
}

/** Confirmed at the latest: a bracket from the order. @param {number} x @param {number} until @param {number} y */
export const confirmation = (x, until, y) => svg`<path class="m-confirmed" d="M${x} ${y}H${Math.max(until, x + 1)}m0 -4v8"></path>`

/** What goes on beyond the picture. @param {number} x @param {number} y @param {boolean} right */
export const beyond = (x, y, right) => (right ? svg`<path class="m-beyond" d="M${x - 5} ${y - 5}l5 5l-5 5"></path>` : svg`<path class="m-beyond" d="M${x + 5} ${y - 5}l-5 5l5 5"></path>`)

/** What belongs above the line of a lane, because it is to be done by that day. @type {ReadonlySet<Moment>} */
export const above = new Set(/** @type {Moment[]} */ (['order', 'order-by', 'latest-start', 'acknowledgement']))

/** Moments that last. @type {ReadonlySet<Moment>} */
const lasting = new Set(/** @type {Moment[]} */ (['agreement', 'term', 'access', 'free-vouchers', 'usable', 'delivery', 'preparation', 'retakes']))

/** A mark for a legend, 18 by 14 pixels. @param {Moment} moment */
export function key(moment) {
  if (moment === 'acknowledgement') return confirmation(3, 15, 7)
  if (moment === 'usable') return svg`<rect class="m-usable" x="0" y="2" width="18" height="10"></rect><rect class="m-expiry" x="15" y="0" width="3" height="14"></rect>`
  return lasting.has(moment) ? span(moment, 0, 18, 7) : day(moment, 9, 7)
}
