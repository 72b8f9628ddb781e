// What the page says in English of a partner's catalogue or prices that cannot be taken.

/** @param {string[]} names */
const listed = (names) => names.map((name) => `“${name}”`).join(', ')

/** @type {import('../contract.js').SuppliedMessages} */
export default {
  documents: { catalogue: 'catalogue', prices: 'price list' },
  refused: (document) => `The partner’s ${document} was not taken. To be put right by whoever made it:`,
  whole: 'the whole document',
  at: (place, text) => `${place}: ${text}`,
  mistakes: {
    'not-json': ({ what, line, column }) => `This is not JSON: ${what} in line ${line}, column ${column}.`,
    'missing-field': ({ field }) => `The field “${field}” is missing here.`,
    'unknown-field': ({ field, known }) => `There is no field “${field}” here, only ${listed(known)}.`,
    'repeated-field': ({ field }) => `The field “${field}” stands here a second time.`,
    'unknown-choice': ({ choice, known }) => `“${choice}” is none of the choices ${listed(known)}.`,
    'wrong-type': ({ found, expected }, kinds) => `This is ${kinds[found]}, and has to be ${kinds[expected]}.`,
    'out-of-range': ({ number, most }) => `${number} is no whole number from 0 to ${most}.`,
    'not-a-day': ({ text }) => `“${text}” is no day like 2026-03-15.`,
    'and-more': ({ named }) => `More fields than these ${named} cannot be read.`,
  },
  kinds: { null: 'null', boolean: 'true or false', number: 'a number', string: 'a text', array: 'a list', object: 'a record', 'whole-number': 'a whole number', 'text-or-number': 'a text or a number' },
  version: (version) => `This layout is another than version ${version}, the one this planner knows.`,
  problems: {
    'unknown-cite': ({ cite }) => `No source, or no section of one, is called “${cite}”.`,
    uncited: () => 'This needs a source.',
    'source-taken': ({ id }) => `The planner’s own catalogue has a source “${id}”. Choose another id.`,
    'not-an-id': ({ id }) => `“${id}” is no id. Use letters, digits, points, hyphens and underscores.`,
    'taken-and-given': ({ id }) => `“${id}” is taken away here, and given too.`,
    'still-needed': ({ id, by }) => `“${id}” is taken away here, but ${by} still names it.`,
    'falling-dates': () => 'This starts before the entry it follows.',
    'choose-out-of-range': ({ choose }) => `${choose} cannot be chosen: at least one, and at most as many as are listed.`,
    'several-families': () => 'The exams of one requirement are all of one family, because vouchers are counted by family.',
    'nothing-to-pass': () => 'Each way to a certification needs at least one exam.',
    'prerequisite-cycle': () => 'Over some steps this certification would be its own prerequisite.',
    'empty-text': () => 'A text is needed here, in each language.',
    'unreadable-published': () => 'This is no year, month or day like 2014, 2010-10 or 2021-06-28.',
    'read-before-published': () => 'This was read before it was published.',
    'unsafe-url': () => 'An address starts with https: or mailto:.',
    'until-before-from': () => 'The last day is before the first.',
  },
}
