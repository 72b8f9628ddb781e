// Scenarios in a link: after the #, which no browser sends to a server. `#1.` and the packed document.
/** @import { Document } from './document.js' */
/** @import { Wrong } from './migrate.js' */
import { migrated } from './migrate.js'

/** The version of how a link is packed. */
const packing = 1
/** A longer one is not read. */
const longest = 64 * 1024
/** A link that unpacks to more is not read: a short one can be made that would fill the memory. */
const largest = 1024 * 1024
/** Links of up to this many characters go through mail and chat. */
export const sendable = 8000

/** Why a link cannot be read. @typedef {Wrong | { kind: 'broken' } | { kind: 'too-large' }} WrongLink */

/** The part of a link from its # on. @param {Document} document */
export async function fragmentOf(document) {
  const packed = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(document)), Infinity)
  return `#${packing}.${base64url(packed)}`
}

/** What a link holds. @param {string} fragment from its # on @returns {Promise<{ document: Document } | { wrong: WrongLink }>} */
export async function documentFrom(fragment) {
  if (fragment.length > longest) return { wrong: { kind: 'too-large' } }
  const [, number = '', text = ''] = fragment.match(/^#(\d+)\.([\w-]*)$/) ?? []
  if (!number) return { wrong: { kind: 'broken' } }
  if (Number(number) > packing) return { wrong: { kind: 'newer', version: Number(number), known: packing } }
  try {
    const bytes = await through(new DecompressionStream('deflate-raw'), bytesOf(text), largest)
    if (!bytes.length) return { wrong: { kind: 'broken' } }
    return migrated(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    return { wrong: { kind: error instanceof TooLarge ? 'too-large' : 'broken' } }
  }
}

class TooLarge extends Error {}

/** What comes out of a stream, counted while it comes. @param {CompressionStream | DecompressionStream} stream @param {Uint8Array<ArrayBuffer>} bytes @param {number} most */
async function through(stream, bytes, most) {
  const writer = stream.writable.getWriter()
  // What goes wrong while writing goes wrong while reading too, and is caught there.
  writer.write(bytes).catch(() => {})
  writer.close().catch(() => {})
  const reader = stream.readable.getReader()
  /** @type {Uint8Array[]} */
  const parts = []
  let size = 0
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      reader.cancel().catch(() => {})
      throw new TooLarge()
    }
    parts.push(value)
  }
  const whole = new Uint8Array(size)
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

/** @param {Uint8Array} bytes */
const base64url = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
