// Saves a file on the visitor's machine. Nothing is sent anywhere.

/** How many letters of a name go into a file's: some systems take 255 bytes, and Chinese letters have three. */
const most = 48

/** Whose plan a file is of, what it holds, and more, as one name that every system takes; without an ending. @param {(string | undefined)[]} parts */
export function safeName(parts) {
  const safe = parts.map((part = '') => [...part
    // Letters that turn the direction of a text could hide a file's ending.
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\s\\/:*?"<>|,;：？＊／＼，；\u0000-\u001f\u007f]+/g, '-')
    .replace(/^[-.=+@~]+|[-.]+$/g, '')].slice(0, most).join(''))
  return safe.filter(Boolean).join('-')
}

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not at once: Safari begins to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
