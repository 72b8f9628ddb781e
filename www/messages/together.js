// All words of a language as one.
/** @import { FirstMessages, LaterMessages, Messages } from './contract.js' */

/** First words and those that came later, if they have. What is drawn before they come does not use them. @param {FirstMessages} first @param {LaterMessages | undefined} later @returns {Messages} */
export const together = (first, later) => /** @type {Messages} */ ({ ...later, ...first, ui: { ...later?.ui, ...first.ui } })
