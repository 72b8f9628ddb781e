// The words of the pictures, in the language of the page.
/** @import { View } from '../view.js' */

/** @typedef {typeof import('../messages/en/charts.js').default} ChartWords */

/** @param {View} view @returns {ChartWords} */
export const wordsOf = (view) => view.m.charts
