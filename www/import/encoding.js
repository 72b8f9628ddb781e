// Which encoding a file of text is in: guessed from its bytes, and changeable by the person who knows.

/** Those to choose from, the likeliest of each script. */
export const encodings = /** @type {const} */ (['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'shift_jis', 'big5', 'windows-1252'])
/** @typedef {(typeof encodings)[number]} Encoding */

/** @param {Uint8Array<ArrayBuffer>} bytes @param {Encoding} [encoding] @returns {{ text: string, encoding: Encoding }} */
export function decode(bytes, encoding = guess(bytes)) {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Encoding} */
export function guess(bytes) {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const wide = noughts(bytes)
  if (wide) return wide
  if (reads(bytes, 'utf-8')) return 'utf-8'
  // Two-byte encodings overlap: what matters is how many of the bytes lie where their everyday characters do.
  const [best] = [
    { encoding: /** @type {const} */ ('gb18030'), share: share(bytes, (lead) => lead >= 0xa1 && lead <= 0xf7, (trail) => trail >= 0xa1 && trail <= 0xfe) },
    { encoding: /** @type {const} */ ('shift_jis'), share: share(bytes, (lead) => lead >= 0x81 && lead <= 0x98, (trail) => trail >= 0x40 && trail <= 0xfc && trail !== 0x7f) },
    { encoding: /** @type {const} */ ('big5'), share: share(bytes, (lead) => lead >= 0xa1 && lead <= 0xc6, (trail) => trail >= 0x40 && trail <= 0x7e || trail >= 0xa1 && trail <= 0xfe) },
  ].filter(({ encoding }) => reads(bytes, encoding)).sort((a, b) => b.share - a.share)
  return best && best.share > 0.8 ? best.encoding : 'windows-1252'
}

/** UTF-16 without a mark: ASCII letters have a nought beside them. @param {Uint8Array} bytes @returns {Encoding | undefined} */
function noughts(bytes) {
  const some = bytes.subarray(0, 4000)
  const count = (/** @type {number} */ parity) => some.filter((byte, place) => byte === 0 && place % 2 === parity).length
  const [even, odd] = [count(0), count(1)]
  if (even + odd < some.length / 8) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {Encoding} encoding */
function reads(bytes, encoding) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch { return false }
}

/** The part of the bytes above ASCII that are such pairs. @param {Uint8Array} bytes @param {(byte: number) => boolean} lead @param {(byte: number) => boolean} trail */
function share(bytes, lead, trail) {
  let [paired, high] = [0, 0]
  for (let place = 0; place < bytes.length; place += 1) {
    const [byte = 0, next = 0] = [bytes[place], bytes[place + 1]]
    if (byte < 0x80) continue
    if (lead(byte) && trail(next)) {
      paired += 2
      high += 2
      place += 1
    } else high += 1
  }
  return high ? paired / high : 0
}
