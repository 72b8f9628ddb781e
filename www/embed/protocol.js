// What a frame and the page around it say to each other: plain objects with a type and a version, never code.
import { version } from './changes.js'

/** From the frame: `ready` to be told what to show, `size`, and, where the page asked for it, `change`, `export`, `error`. @typedef {'ready' | 'size' | 'change' | 'export' | 'error'} FromFrame */
/** To the frame: `set` options. @typedef {'set'} ToFrame */

/** A text that the page around fetched, or what kept it from that. @typedef {{ text: string } | { url: string, status?: number }} Fetched */
/** Options of a frame; null takes one back. @typedef {Partial<Record<'locale' | 'theme' | 'view' | 'readonly', string | null>> & Partial<Record<'scenario' | 'catalog' | 'prices', Fetched | null>>} FrameOptions */

const start = 'voucher-planner:'

/** @param {FromFrame | ToFrame} kind @param {object} [more] */
export const message = (kind, more = {}) => ({ type: start + kind, version, ...more })

/** The kind of a message of this version, or nothing where it is somebody else's. @param {unknown} data */
export function kindOf(data) {
  if (typeof data !== 'object' || data === null) return undefined
  const { type, version: theirs } = /** @type {{ type?: unknown, version?: unknown }} */ (data)
  return typeof type === 'string' && type.startsWith(start) && theirs === version ? type.slice(start.length) : undefined
}

/** Options that are short enough to stand in the address of the frame. */
export const short = /** @type {const} */ (['locale', 'theme', 'view', 'readonly'])

/** Options that the page around fetches, with its own permissions. */
export const fetched = /** @type {const} */ (['scenario', 'catalog', 'prices'])
