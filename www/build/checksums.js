// What was built, file by file: `sha256sum -c SHA256SUMS` in the folder says whether anything was changed on the way.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

const list = 'SHA256SUMS'

/** The last of all plugins: what is written after it is not on the list. @returns {import('vite').Plugin} */
export function checksums() {
  let folder = ''
  return {
    name: 'checksums',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => { folder = resolve(root, outDir) },
    closeBundle: { order: 'post', sequential: true, handler: () => writeFileSync(join(folder, list), sums(folder)) },
  }
}

/** A line for each file, as `sha256sum` writes it, in the order of their names' code units. @param {string} folder */
export function sums(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)).split(sep).join('/'))
  return files.filter((file) => file !== list).sort().map((file) => `${createHash('sha256').update(readFileSync(join(folder, file))).digest('hex')}  ${file}\n`).join('')
}
