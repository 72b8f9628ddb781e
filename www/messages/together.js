// What together stands in the way, in whatever language: a fact that holds for several products is told once.
/** @import { ConflictFact, ConflictPart } from '../pkg/index.js' */
/** @import { Say } from '../say.js' */
/** @import { Messages, Names } from './contract.js' */

/** @param {ConflictPart[]} parts @param {Messages['conflicts']} sentences @param {Say} say @param {Names} names */
export function together(parts, sentences, say, names) {
  /** Products of each fact, by what is said of them. @type {Map<string, { fact: ConflictFact, products: string[] }>} */
  const facts = new Map()
  for (const { fact } of parts) {
    const key = JSON.stringify({ ...fact, product: '' })
    const known = facts.get(key) ?? { fact, products: [] }
    if ('product' in fact) known.products.push(names.product(fact.product))
    facts.set(key, known)
  }
  return [...facts.values()].map(({ fact, products }) => {
    const sentence = /** @type {(fact: ConflictFact, say: Say, names: Names) => string} */ (sentences[fact.kind])
    return sentence(fact, say, { ...names, product: () => say.all(products) })
  })
}
