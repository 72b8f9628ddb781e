// What both doors export; wasm-bindgen writes the types from the Rust source.
import type { AmendmentReply, Catalogue, ComparisonReply, Document, EntryCode, Facts, PartnerCatalogue, PriceBook, ProblemCode, Reply, Scenario, Supplement } from './voucher_planner.js'

export * from './voucher_planner.js'

/** Plans a scenario. With more search nodes than the plan says it was allowed, one that is only the best found may be proven the best, or become better. */
export function plan(scenario: Scenario, nodes?: number | null): Reply

/** Plans a scenario written as JSON; the reply is JSON too. */
export function planText(scenario: string, nodes?: number | null): string

/** Compares a scenario's plan with other choices, other days and other numbers, each planned for itself. */
export function compare(scenario: Scenario, nodes?: number | null): ComparisonReply

/** The same a few plans at a time, for a thread that must not be kept: ask the same until there is a reply. */
export function compareOn(scenario: Scenario, nodes?: number | null): ComparisonReply | undefined

/** Says which orders to add, drop and change to come from the plan of one scenario to that of another. */
export function amend(before: Scenario, after: Scenario): AmendmentReply

/** What the engine computes with, and the names that people choose from: programmes, products, certifications, exams, dates. New each time. */
export function facts(): Facts

/** What the engine was made from, as text: `functions(engine)` of `voucher-planner/slim` makes the same in a worker. */
export const engine: string

/** The whole catalogue: what the engine computes with (`facts`), and what people read, such as rules and sources. */
export function catalogue(): Promise<Catalogue>

/** The JSON Schema of a document, as text. Throws where there is none of that name. */
export function schema(name: 'scenario' | 'plan' | 'comparison' | 'amendment' | 'catalogue' | 'partner-catalogue' | 'price-book'): Promise<string>

/** What a partner supplies: each document parsed, or as JSON text. */
export interface SuppliedDocuments {
  /** Products, certifications, dates and terms of their own, laid over the embedded catalogue. */
  catalogue?: PartnerCatalogue | string | null
  /** Prices for agreements that have none of their own. */
  prices?: PriceBook | string | null
}

/** Something that is wrong with what a partner supplies: where, by a code, and in English words. */
export type SupplyProblem = { document: Document, path: string, message: string } & (Exclude<ProblemCode, { code: 'malformed' }> | EntryCode)

/** An engine of its own: the functions are those of the module, with what a partner supplied. */
export interface Planner {
  plan: typeof plan
  planText: typeof planText
  compare: typeof compare
  compareOn: typeof compareOn
  amend: typeof amend
  facts(): Facts
  catalogue(): Promise<Catalogue>
  /** What of the catalogue is the partner's, and what it takes the place of. */
  readonly supplement: Supplement | null
  /** The price book. */
  readonly prices: PriceBook | null
  /** What the engine was made from, as text: `functions(engine)` of `voucher-planner/slim` makes the same in a worker. */
  readonly engine: string
}

/** Makes an engine with a partner's catalogue or prices, once both are checked. Several live side by side. Throws where something else is supplied. */
export function planner(supplied?: SuppliedDocuments): Promise<{ outcome: 'ready', planner: Planner } | { outcome: 'refused', problems: SupplyProblem[] }>

/** The compiled module: a worker takes it with `initSync({ module })` of `voucher_planner.js`. */
export const compiled: WebAssembly.Module
