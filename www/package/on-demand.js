// What a plan does not need, loaded when it is asked for, in browsers and in Node alike.

const schemas = {
  scenario: () => import('./schema-scenario.js'),
  plan: () => import('./schema-plan.js'),
  comparison: () => import('./schema-comparison.js'),
  amendment: () => import('./schema-amendment.js'),
  catalogue: () => import('./schema-catalogue.js'),
  'partner-catalogue': () => import('./schema-partner-catalogue.js'),
  'price-book': () => import('./schema-price-book.js'),
}

/** The whole catalogue: what the engine computes with, and what people read. */
export async function catalogue() {
  const { default: whole } = await import('./catalogue.js')
  return whole
}

/** The JSON Schema of a document, as text. @param {string} name */
export async function schema(name) {
  const load = Object.hasOwn(schemas, name) && schemas[/** @type {keyof typeof schemas} */ (name)]
  if (!load) throw new RangeError(`There is no schema "${name}", only ${Object.keys(schemas).join(', ')}.`)
  const { default: content } = await load()
  return JSON.stringify(content, null, 2)
}
