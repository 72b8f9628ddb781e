// What events carry to a page around the planner, and what that page may give it. The npm package takes this file as it is.
import type { Problem, Proof, Scenario } from '../pkg/index.js'

/** Scenarios side by side, as files and links hold them. */
export interface ScenarioDocument {
  /** Of this layout: 1. */
  version?: number
  /** In which it is shown, unless the element says another. */
  language?: 'en' | 'zh-CN'
  /** The place of the one that is shown, from 0. */
  shown?: number
  /** Each by itself, or with the example it was started from. */
  scenarios: (Scenario | { scenario: Scenario; sample?: 'school' | 'university' | 'company'; changed?: boolean })[]
}

/** Another scenario or another answer stands there. */
export interface PlannerChange {
  /** Of what events carry. */
  version: number
  /** Whether a user or the page around made it. */
  cause: 'user' | 'host'
  /** The language of the planner. */
  language: 'en' | 'zh-CN'
  /** What came of the scenario; `better`: a better plan of the same one. */
  outcome: 'planned' | 'better' | 'refused' | 'crashed'
  /** A copy of the shown one. */
  scenario: Scenario
  /** What keeps it from being planned, by field. */
  problems: { path: string; code: Problem['code'] }[]
  /** The plan in numbers; empty where there is none of what is entered now. The whole plan is the element's `plan`. */
  agreements: AgreementSummary[]
}

/** An agreement's plan in numbers. Money is in minor units. */
export interface AgreementSummary {
  id: string
  /** ISO 4217; null without prices. */
  currency: string | null
  /** Decimal places of the minor unit. */
  places: number
  /** Whether no other plan is better. */
  proof: Proof
  /** The cost of all orders; null without prices. */
  charge: number | null
  examsNeeded: number
  examsBought: number
  examsUnused: number
  /** What nothing covers. */
  examsUncovered: number
  orders: OrderSummary[]
}

/** What to order, by when. Days are written as 2021-06-30. */
export interface OrderSummary {
  /** Such as `site-500`. */
  product: string
  units: number
  orderDay: string
  usableUntil: string | null
  charge: number | null
}

/** A file is about to be saved. Who prevents the event takes the file instead. */
export interface PlannerExport {
  /** Of what events carry. */
  version: number
  /** The file's name. */
  name: string
  /** Its media type. */
  type: string
  /** Its bytes. */
  size: number
  blob: Blob
}

/** Something that was given could not be used, or the engine could not start. */
export interface PlannerError {
  /** Of what events carry. */
  version: number
  code: 'attribute' | 'scenario' | 'catalog' | 'prices' | 'engine' | 'crashed'
  /** For whoever develops the page. */
  message: string
  /** The name of the attribute, where it is one. */
  attribute?: string
  /** What is wrong with a catalogue or prices, each at its place in that document. */
  problems?: { document: 'catalogue' | 'prices'; path: string; code: string; message: string }[]
}

/** What each event carries. */
export interface PlannerDetails {
  'planner-change': PlannerChange
  'planner-export': PlannerExport
  'planner-error': PlannerError
}
