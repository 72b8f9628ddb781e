// The look and the language, once somebody has chosen them: kept in this browser's local storage, where it allows that.
/** @typedef {'language' | 'theme'} Preference */

/** @param {Preference} what */
const name = (what) => `voucher-planner.${what}`

/** @param {Preference} what */
export const chosen = (what) => attempt(() => localStorage.getItem(name(what)))

/** @param {Preference} what @param {string} value */
export const choose = (what, value) => attempt(() => localStorage.setItem(name(what), value))

export const forgetChoices = () => /** @type {const} */ (['language', 'theme']).forEach((what) => attempt(() => localStorage.removeItem(name(what))))

/** @template T @param {() => T} task */
function attempt(task) {
  try {
    return task()
  } catch {
    // A page without storage works all the same.
    return undefined
  }
}
