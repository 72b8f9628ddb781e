// All words that are loaded after the first answer: each part has a name of its own.
/** @import { LaterMessages } from '../contract.js' */
import charts from './charts.js'
import inputs from './inputs.js'
import outputs from './outputs.js'
import plan from './plan.js'

/** @type {LaterMessages} */
export default { ...plan, charts, inputs, outputs }
