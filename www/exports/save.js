// Saves a file on the visitor's machine. Nothing is sent anywhere.

/** How many letters of a name go into a file's: some systems take 255 bytes, and Chinese letters have three. */
const most = 48

/**
 * A file's name that every system takes: whose plan it is, what it holds, and the day it was planned on.
 * @param {(string | undefined)[]} parts @param {string} ending
 */
export function fileName(parts, ending) {
  const safe = parts.map((part = '') => [...part
    // Letters that turn the direction of a text could hide a file's ending.
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\s\\/:*?"<>|,;：？＊／＼，；\u0000-\u001f\u007f]+/g, '-')
    .replace(/^[-.=+@~]+|[-.]+$/g, '')].slice(0, most).join('')).filter(Boolean)
  return `${safe.join('-')}.${ending}`
}

/** @param {BlobPart} content @param {string} name @param {string} type */
export function save(content, name, type) {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not at once: Safari begins to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
