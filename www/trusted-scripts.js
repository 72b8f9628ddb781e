// Addresses of the planner's own scripts, for browsers that demand to be told which they are (Trusted Types). A policy of a name is
// made once: everything that starts a script of its own comes here.
/** What is needed of Trusted Types. @typedef {{ createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }} Factory */

/** @type {{ createScriptURL(url: string): string } | undefined} */
let policy

/** An address below the planner's own files, as a browser takes it. Throws where the page allows no policy of the name `voucher-planner`. @param {string} url */
export function scriptUrl(url) {
  const { trustedTypes } = /** @type {{ trustedTypes?: Factory }} */ (globalThis)
  if (!trustedTypes) return url
  policy ??= trustedTypes.createPolicy('voucher-planner', { createScriptURL: (own) => own })
  return policy.createScriptURL(url)
}
