// Shows that the engine runs.
import { version } from './pkg/index.js'

const output = document.querySelector('#version')
if (output) output.textContent = version()
