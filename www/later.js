// What is loaded once the first answer is shown: the questions that can wait, reasons, pictures, tables and grounds of the plan.
/** @import { View } from './view.js' */
import { html } from 'lit'
import './certification-picker.js'
import { agreementActions, agreementRow } from './view/agreements.js'
import { fiveQuestions, monthsLeft, usualLengths } from './view/agreement-help.js'
import { balance, timeline } from './charts/index.js'
import { inputs } from './styles/inputs.js'
import { outputs } from './styles/outputs.js'
import { paper } from './styles/paper.js'
import { scenarios } from './styles/scenarios.js'
import { basis } from './view/basis.js'
import { budgets } from './view/budgets.js'
import { choicesQuestion } from './view/choices.js'
import { hand } from './view/hand.js'
import { inHandQuestion } from './view/in-hand.js'
import { needs } from './view/needs.js'
import { outputsMenu } from './view/outputs.js'
import { packs } from './view/packs.js'
import { pricesQuestion } from './view/prices.js'
import { calendarUsed, chooseRegion, regionChoices } from './view/region.js'
import { whatIf } from './view/what-if.js'
import { benefits } from './styles/benefits.js'
import { why } from './styles/why.js'

export { cited, reason } from './explain.js'
export * from './grid/with-grid.js'
export { fieldHelp, help, helpLine } from './view/help.js'
export { links } from './view/links.js'
export { aboutFinding, manyFindings } from './view/many-findings.js'
export { fileMenu, openFiles } from './view/file-menu.js'
export { footPanels } from './view/foot-panels.js'
export { moved, opened, placed } from './view/menus.js'
export { notices } from './view/notices.js'
export { sharePanel } from './view/share-panel.js'
export { newMenu, renameField, revealShown, sheetMenu, stripKeys } from './view/sheets.js'
export { appendix, cover } from './view/paper.js'
export { choicesQuestion, inHandQuestion, outputsMenu, pricesQuestion }
export { agreementActions, agreementRow, calendarUsed, chooseRegion, fiveQuestions, monthsLeft, regionChoices, usualLengths }

/** What stands below the order. @param {View} view */
export const below = (view) => html`${timeline(view)}${balance(view)}${needs(view)}${packs(view)}${budgets(view)}${hand(view)}${basis(view)}${whatIf(view)}`

/** Style sheets of what is loaded with it. @type {CSSStyleSheet[]} */
export const styles = [benefits, inputs, outputs, paper, scenarios, why].flatMap(({ styleSheet }) => styleSheet ?? [])
