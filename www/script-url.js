// Addresses of this page's own scripts, for browsers that demand to be told so.
/** @typedef {{ createPolicy(name: string, rules: object): { createScriptURL(url: string): unknown } }} TrustedTypes */

/** A page may make a policy of a name only once. @type {{ createScriptURL(url: string): unknown } | undefined} */
let policy

/** @param {string} url of a worker, or of what works for the page while it is closed @returns {URL} to be handed on as it is; some browsers take nothing else */
export function scriptUrl(url) {
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis)
  policy ??= trustedTypes?.createPolicy('voucher-planner', { createScriptURL: (/** @type {string} */ own) => own })
  return /** @type {URL} */ (policy?.createScriptURL(url) ?? url)
}
