// The element described for editors and documentation tools, made from the public contract: the Custom Elements Manifest, and
// JetBrains' web types.
import { attributes, events, parts, properties, tokens } from '../embed/contract.js'

const tag = 'voucher-planner'
const name = 'VoucherPlanner'
const summary = 'Plans purchases of Microsoft training and certification through Volume Licensing while one types.'
const module = 'element/index.js'

/** Properties that come from attributes, of which the contract says no more. */
const reflected = attributes.filter((attribute) => !properties.some((property) => property.name === attribute.name))

/** `custom-elements.json`, of schema 2.1.0. */
export const manifest = () => ({
  schemaVersion: '2.1.0',
  modules: [{
    kind: 'javascript-module', path: module, summary,
    declarations: [{
      kind: 'class', name, tagName: tag, customElement: true, superclass: { name: 'HTMLElement' }, summary,
      attributes: attributes.map(({ name: attribute, type, fallback, text }) => ({
        name: attribute, fieldName: attribute, type: { text: type }, description: text.en, ...fallback !== undefined && { default: fallback },
      })),
      members: [
        ...reflected.map(({ name: field, type, text }) => ({ kind: 'field', name: field, attribute: field, type: { text: type }, description: text.en })),
        ...properties.map(({ name: field, type, readonly, text }) => ({
          kind: 'field', name: field, type: { text: type }, description: text.en,
          ...readonly && { readonly }, ...attributes.some((attribute) => attribute.name === field) && { attribute: field },
        })),
        { kind: 'method', name: 'checkValidity', return: { type: { text: 'boolean' } } },
        { kind: 'method', name: 'reportValidity', return: { type: { text: 'boolean' } } },
        { kind: 'method', name: 'define', static: true, parameters: [{ name: 'tag', type: { text: 'string' }, default: `'${tag}'`, optional: true }, { name: 'registry', type: { text: 'CustomElementRegistry' }, default: 'customElements', optional: true }], return: { type: { text: 'void' } } },
      ],
      events: events.map(({ name: event, detail, text }) => ({ name: event, type: { text: `CustomEvent<${detail}>` }, description: text.en })),
      cssParts: parts.map(({ name: part, text }) => ({ name: part, description: text.en })),
      cssProperties: tokens.map(({ name: token, text }) => ({ name: `--${tag}-${token}`, description: text.en })),
    }],
    exports: [
      { kind: 'js', name, declaration: { name, module } },
      { kind: 'custom-element-definition', name: tag, declaration: { name, module } },
    ],
  }],
})

/** `web-types.json`. @param {string} version of the package */
export const webTypes = (version) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: tag, version, 'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [{
        name: tag, description: summary,
        attributes: attributes.map(({ name: attribute, type, fallback, text }) => ({ name: attribute, description: text.en, value: { type }, ...fallback !== undefined && { default: fallback } })),
        js: {
          properties: properties.map(({ name: property, type, readonly, text }) => ({ name: property, type, description: text.en, ...readonly && { 'read-only': true } })),
          events: events.map(({ name: event, text }) => ({ name: event, description: text.en })),
        },
        css: {
          parts: parts.map(({ name: part, text }) => ({ name: part, description: text.en })),
          properties: tokens.map(({ name: token, text }) => ({ name: `--${tag}-${token}`, description: text.en })),
        },
      }],
    },
  },
})
