// What every language has to say. A language that misses a sentence, or whose sentence uses what its kind does not
// have, does not type-check.
/**
 * @import { Audience, Confidence, ConflictFact, CoverKind, Family, FindingCode, Fulfilment, LeftOutReason, Level, LicenceType,
 *   Document, EntryCode, Kind, Mistake, Moment, Policies, ProblemCode, Proof, RepairAction, Severity, Step, Track, Verdict, Weekday, What } from '../pkg/index.js'
 * @import { Say } from '../say.js'
 */

/** Names of what a scenario or the catalogue calls by id. @typedef {object} Names
 * @property {(id: string) => string} product
 * @property {(id: string) => string} certification
 * @property {(id: string) => string} programme
 * @property {(id: string) => string} group
 * @property {(id: string) => string} site
 * @property {(id: string) => string} of whatever has this id
 * @property {(family: Family) => string} family
 * @property {(audience: Audience) => string} audience
 * @property {(minor: number) => string} money
 */
/** A figure that went in: its name and its value as written. @typedef {{ name: string, text: string }} Part */
/** One of a tagged union. @template T @template {keyof T} Tag @template {T[Tag]} Kind @typedef {Extract<T, Record<Tag, Kind>>} One */
/** @typedef {Omit<Required<Policies>, 'invoiceLag'>} NamedPolicies */

/** What the first answer needs.
 * @typedef {object} FirstMessages
 * @property {typeof import('./en/first.js').ui} ui labels and sentences of the page itself
 * @property {typeof import('./en/first.js').fields} fields names of fields, by the last step of their path
 * @property {{ [K in ProblemCode['code']]: (problem: One<ProblemCode, 'code', K>, say: Say) => string }} problems
 * @property {{ [K in FindingCode['code']]: (finding: One<FindingCode, 'code', K>, say: Say, names: Names) => string }} findings
 * @property {{ [K in ConflictFact['kind']]: (fact: One<ConflictFact, 'kind', K>, say: Say, names: Names) => string }} conflicts what together with others stands in the way of a need
 * @property {Record<Proof, string>} proofs
 * @property {Record<Fulfilment, string>} fulfilment
 * @property {Record<Family, string>} families
 * @property {Record<Audience, string>} audiences
 * @property {Record<Severity, string>} severities
 * @property {Record<LicenceType, string>} licences
 * @property {Record<RepairAction, (value: string) => string>} repairs
 */

/** What is said of reasons, and below the order.
 * @typedef {object} PlanMessages
 * @property {typeof import('./en/plan.js').ui} ui
 * @property {Record<What, string>} what
 * @property {{ [K in Step['kind']]: (step: One<Step, 'kind', K>, parts: Part[], value: string, names: Names, say: Say) => string }} steps
 * @property {{ [K in Verdict['kind']]: (verdict: One<Verdict, 'kind', K>, say: Say, names: Names) => string }} verdicts
 * @property {{ [K in LeftOutReason['kind']]: (reason: One<LeftOutReason, 'kind', K>, say: Say) => string }} leftOut
 * @property {{ [P in keyof NamedPolicies]: { name: string, choices: Record<NamedPolicies[P], string> } }} policies
 * @property {Record<Moment, string>} moments
 * @property {Record<CoverKind, string>} covers
 * @property {Record<Track, string>} tracks
 * @property {Record<Level, string>} levels
 * @property {Record<Confidence, string>} confidence
 * @property {Record<Weekday, string>} weekdays
 */

/** Everything that is loaded after the first answer: what is said of the plan, and a part for each thing a person may then do.
 * @typedef {PlanMessages
 *   & { agreement: typeof import('./en/agreement.js').default }
 *   & { benefits: typeof import('./en/benefits.js').default }
 *   & { charts: typeof import('./en/charts.js').default }
 *   & { help: typeof import('./en/help.js').default }
 *   & { inputs: typeof import('./en/inputs.js').default }
 *   & { library: typeof import('./en/library.js').default }
 *   & { offline: typeof import('./en/offline.js').default }
 *   & { outputs: typeof import('./en/outputs.js').default }
 *   & { scenarios: typeof import('./en/scenarios.js').default }
 *   & { why: typeof import('./en/why.js').default }} LaterMessages
 */

/** What is said of a partner's catalogue or prices that cannot be taken: loaded when that happens.
 * @typedef {object} SuppliedMessages
 * @property {{ [K in Exclude<EntryCode['code'], 'malformed'>]: (problem: One<EntryCode, 'code', K>) => string }} problems beside those of fields, which are said as in a scenario
 * @property {Record<Document, string>} documents
 * @property {(document: string) => string} refused
 * @property {{ [K in Mistake['kind']]: (mistake: One<Mistake, 'kind', K>, kinds: Record<Kind, string>) => string }} mistakes why something cannot be read
 * @property {Record<Kind, string>} kinds of what a document holds
 * @property {(version: number) => string} version
 * @property {string} whole where the whole document is meant
 * @property {(place: string, text: string) => string} at
 */

/** All words of a language. What comes later is read only by what is loaded with it. @typedef {Omit<FirstMessages & LaterMessages, 'ui'> & { ui: FirstMessages['ui'] & LaterMessages['ui'] }} Messages */
export {}
