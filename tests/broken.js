// Documents of a partner, and what is wrong with some: tests/cases/partner.
import { readFileSync } from 'node:fs'

/** @param {string} name */
export const read = (name) => readFileSync(new URL(`cases/partner/${name}.json`, import.meta.url), 'utf8')
export const reseller = { catalogue: JSON.parse(read('catalogue')), prices: JSON.parse(read('prices')) }

/** Each case of broken.json: the documents with the one that is broken, which of them that is, and whether it fits its schema all the same. @returns {{ name: string, document: 'catalogue' | 'prices', documents: typeof reseller, fits: boolean }[]} */
export const brokenDocuments = () => JSON.parse(read('broken')).map((/** @type {any} */ { name, document, set = {}, remove = [], schema }) => {
  const documents = structuredClone(reseller)
  for (const [pointer, value] of [...Object.entries(set), ...remove.map((/** @type {string} */ pointer) => [pointer])]) {
    const names = pointer.split('/').slice(1)
    const last = names.pop()
    const around = names.reduce((/** @type {any} */ at, /** @type {string} */ name) => at[name], documents[/** @type {'catalogue'} */ (document)])
    if (last === undefined) documents[/** @type {'catalogue'} */ (document)] = value
    else if (value !== undefined) around[last] = value
    else if (Array.isArray(around)) around.splice(Number(last), 1)
    else delete around[last]
  }
  return { name, document, documents, fits: schema === true }
})
