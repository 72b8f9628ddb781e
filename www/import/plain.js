// Text as strangers write it, made plain: full-width letters and digits, odd spaces, signs that only decorate.

/** @param {string} text */
export const plain = (text) => text.normalize('NFKC').replace(/[\u200b\ufeff]/g, '').replace(/\s+/g, ' ').trim()

/** For comparing names: letters and digits only, in lower case. @param {string} text */
export const key = (text) => plain(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Takes off the mark that exports put before what a spreadsheet might work out. @param {string} text */
export const unguarded = (text) => text.replace(/^'(?=[=+\-@＝＋－＠\t\r])/, '')
