// What stands below the order: the pictures, tables and grounds of the plan. It is loaded once the first answer is shown.
/** @import { View } from '../view.js' */
import { html } from 'lit'
import { balance, timeline } from '../charts/index.js'
import { basis } from './basis.js'
import { budgets } from './budgets.js'
import { hand } from './hand.js'
import { needs } from './needs.js'
import { packs } from './packs.js'
import { whatIf } from './what-if.js'

/** @param {View} view */
export const below = (view) => html`${timeline(view)}${balance(view)}${needs(view)}${packs(view)}${budgets(view)}${hand(view)}${basis(view)}${whatIf(view)}`
