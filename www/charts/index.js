// All pictures of a plan, in one part that is loaded after the first answer.
export { balance } from './balance.js'
export { ChartFigure } from './frame.js'
export { chartPng, chartSvg } from './image.js'
export { packMix } from './packs.js'
export { timeline } from './timeline.js'
export { tornado } from './tornado.js'
