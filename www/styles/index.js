// The look, from the tokens up.
import { answer } from './answer.js'
import { base } from './base.js'
import { form } from './form.js'
import { grid } from './grid.js'
import { print } from './print.js'
import { tokens } from './tokens.js'

export const styles = [tokens, base, form, answer, grid, print]
