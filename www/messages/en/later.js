// All words that are loaded after the first answer: each part has a name of its own.
/** @import { LaterMessages } from '../contract.js' */
import agreement from './agreement.js'
import benefits from './benefits.js'
import charts from './charts.js'
import help from './help.js'
import inputs from './inputs.js'
import library from './library.js'
import offline from './offline.js'
import outputs from './outputs.js'
import plan from './plan.js'
import scenarios from './scenarios.js'
import why from './why.js'

/** @type {LaterMessages} */
export default { ...plan, agreement, benefits, charts, help, inputs, library, offline, outputs, scenarios, why }
