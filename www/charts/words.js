// The words of the pictures, in the language of the page.
/** @import { Language } from '../say.js' */
/** @import { View } from '../view.js' */
import en from '../messages/en/charts.js'
import zh from '../messages/zh-CN/charts.js'

/** @typedef {typeof en} ChartWords */

/** @type {Record<Language, ChartWords>} */
const languages = { en, 'zh-CN': zh }

/** @param {View} view @returns {ChartWords} */
export const wordsOf = (view) => languages[view.say.language]
