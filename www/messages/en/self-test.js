// What the self-test says in English.
/** @import { Check, CheckId, Reason } from '../../embed/checks.js' */
/** @import { Route } from '../../embed/policy.js' */

/** @type {Record<CheckId, string>} */
const names = {
  scripts: 'Scripts from the planner’s host',
  wasm: 'WebAssembly',
  files: 'Files from the planner’s host',
  type: 'The type of the engine’s file',
  styles: 'Style sheets made by scripts',
  names: 'Names of Trusted Types policies',
  pictures: 'Pictures as PNG files',
  workers: 'Work beside the page',
  planner: 'The planner answers',
  frame: 'A frame of the planner',
  sandbox: 'A sandboxed frame',
  storage: 'Storage',
}

/** @type {Record<Reason, (check: Check) => string>} */
const reasons = {
  policy: ({ directive }) => `A policy of this page stops it, by ${directive}.`,
  nonce: ({ directive }) => `A policy of this page stops it, by ${directive}, which trusts scripts by a nonce. Put that nonce on the script’s tag.`,
  permission: () => 'The planner’s host lets other pages read none of its files. With every file it has to send this header:',
  unreachable: ({ detail }) => `The planner’s host could not be reached (${detail}).`,
  status: ({ detail }) => `The planner’s host answered ${detail}.`,
  type: ({ detail }) => `The planner’s host says the file is ${detail ? `“${detail}”` : 'of no type'}. It has to say:`,
  refused: ({ detail }) => `The planner’s host does not let this page show it in a frame${detail ? ` (${detail})` : ''}. In its Content-Security-Policy it has to say:`,
  silent: () => 'The frame loaded and did not answer: either the planner’s host does not let this page show it (frame-ancestors, X-Frame-Options), or its own policy stops its scripts. Open the planner in a window of its own: if it works there, it is the first.',
  self: () => 'In this browser a frame in a sandbox is nobody’s, so that “self” in the policy of the planner’s host allows nothing there. The host has to name itself:',
  origin: ({ id }) => (id === 'workers' ? 'Browsers start workers only from the page’s own host.' : 'This page has no origin of its own: it lies in a sandbox.'),
  absent: () => 'This browser has none. A current one has.',
  waiting: ({ detail }) => `Cannot be told before this is put right: ${names[/** @type {CheckId} */ (detail)] ?? detail}.`,
  failed: ({ detail }) => `It failed: ${detail}.`,
}

/** What that means where the planner works all the same. @type {Partial<Record<CheckId, string>>} */
const meanwhile = {
  type: 'The planner works, but its engine starts later: only once the whole file is here.',
  pictures: 'The planner works. Pictures can be saved as SVG, but not as PNG.',
  workers: 'The planner works, and does all its work in the page: a long comparison holds the page up for a moment.',
  sandbox: 'Frames without a sandbox work; one with data-sandbox stays empty.',
  storage: 'The planner works, and nothing is kept: save scenarios as files. The element keeps nothing anyway.',
}

/** @type {Record<Route, string>} */
const routes = { element: 'The element', frame: 'The frame', package: 'The package', file: 'The single file' }

export default {
  title: 'Does the voucher planner work on this page?',
  running: (/** @type {number} */ done, /** @type {number} */ all) => `Checking, ${done} of ${all}…`,
  works: (/** @type {Route} */ route) => `${routes[route]} works here.`,
  worksNot: (/** @type {Route} */ route) => `${routes[route]} does not work here yet.`,
  states: { works: 'works', note: 'otherwise', blocked: 'blocked', unknown: 'not known' },
  names, reasons, meanwhile,
  policyIs: 'This page says:',
  policyBecomes: 'It has to say:',
  allFine: (/** @type {number} */ number) => `${number} checks without anything to say`,
  copy: 'Copy',
  copied: 'Copied',
}
