// What the page may ask of whoever keeps the desk; without one, nothing is kept and nothing of it is offered.
/** @import { KeptState } from './keeper.js' */

/**
 * @typedef {object} Keeping
 * @property {KeptState} state
 * @property {() => void} takeOther shows what another window has kept
 * @property {() => void} keepOwn keeps what this window shows instead
 * @property {() => Promise<boolean>} settle keeps at once what is not kept yet, and answers whether a page loaded again would show all of it
 * @property {() => void} forget deletes all that is kept, and starts from an example again
 */
export {}
