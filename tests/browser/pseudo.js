// A language that nobody speaks: every text of the page longer by two fifths and with accents, to see what it breaks.

/** Puts it on the page; to be run there, so it uses nothing from outside. */
function pseudo() {
  const planner = document.querySelector('voucher-planner')
  const accents = new Map([...'aeiouAEIOUcnsyz'].map((letter, index) => [letter, [...'àéîöûÀÉÎÖÛçñšýž'][index]]))
  const longer = (/** @type {string} */ text) => {
    // What is no words stays: days, signs, spaces between sentences.
    const letters = text.match(/\p{L}/gu)?.length ?? 0
    if (!letters || /^\d{4}-\d\d-\d\d$/.test(text)) return text
    const accented = [...text].map((letter) => accents.get(letter) ?? letter).join('')
    const more = Math.ceil(letters * 0.4)
    // In words, because languages have spaces: a single word grows by itself.
    const filler = more < 6 || !/\s/.test(text) ? 'ø'.repeat(more) : ' ' + Array.from({ length: Math.round(more / 6) }, () => 'łôrëm').join(' ')
    const [, body = accented, end = ''] = accented.match(/^([^]*?)([.:,;…!?\s]*)$/) ?? []
    return body + filler + end
  }
  // By name: in Firefox a test's script has an Object of its own, which is not the page's.
  const plain = (/** @type {any} */ value) => value?.constructor?.name === 'Object' && !('_$litType$' in value)
  /** @param {any} value @returns {any} */
  const map = (value) => {
    if (typeof value === 'string') return longer(value)
    if (typeof value === 'function') return (/** @type {unknown[]} */ ...all) => map(value(...all))
    if (Array.isArray(value)) return value.map((each) => (typeof each === 'string' || plain(each) ? map(each) : each))
    if (plain(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, map(each)]))
    return value
  }
  // @ts-expect-error The page's words are no part of the element's public face.
  planner.messages = Object.fromEntries(Object.entries(planner.messages).map(([part, words]) => [part, map(words)]))
  // @ts-expect-error The element is the planner.
  return planner.updateComplete.then(() => undefined)
}

/** The same as a script for the browser. */
export const pseudoLocale = `const done = arguments[arguments.length - 1]; (${pseudo})().then(done, (error) => done(String(error)))`
