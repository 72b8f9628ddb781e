// TypeScript's types of the element, made from the public contract: the class with its properties and events, and what frameworks
// need to know the tag.
import { attributes, events, properties, parts, tokens } from '../embed/contract.js'

/** A comment of documentation. @param {string[]} lines @param {string} [indent] */
const said = (lines, indent = '  ') => (lines.length === 1 ? `${indent}/** ${lines[0]} */` : `${indent}/**\n${lines.map((line) => `${indent} * ${line}`).join('\n')}\n${indent} */`)

/** Attributes that the element has as a property of the same name, of which the contract says no more. */
const reflected = attributes.filter(({ name }) => !properties.some((property) => property.name === name))

/** How a property stands in the class. @param {{ name: string, type: string, readonly?: boolean, set?: string, text: { en: string } }} property */
function member({ name, type, readonly, set, text }) {
  const comment = said([text.en])
  if (set) return `${comment}\n  get ${name}(): ${type}\n  set ${name}(given: ${set})`
  return `${comment}\n  ${readonly ? 'readonly ' : ''}${name}: ${type}`
}

/** What may be absent from an attribute is no text in a property either. @param {import('../embed/contract.js').Attribute} attribute */
const asProperty = ({ name, type, fallback, text }) => ({ name, text, type: type === 'string' && fallback === undefined && name !== 'locale' ? 'string | undefined' : type })

/** What the tag takes, by name. */
const taken = [
  ...reflected.map(({ name, type, text }) => ({ name, type, text })),
  ...properties.filter(({ readonly }) => !readonly).map(({ name, type, set = type, text }) => ({ name, type: set, text })),
]

/** `element/index.d.ts` of the package. */
export const elementTypes = () => `// The element \`<voucher-planner>\` and what its events carry. Made from the public contract.
import type { Plan, Problem, Scenario } from '../index.js'
import type { PlannerDetails, ScenarioDocument } from './details.js'

export type * from './details.js'

/** The element's events by name. */
export type VoucherPlannerEventMap = { [Name in keyof PlannerDetails]: CustomEvent<PlannerDetails[Name]> }

/**
 * Plans purchases while one types.
 *
${events.map(({ name, detail, text }) => ` * @fires ${name} - ${text.en} Its detail is a \`${detail}\`.`).join('\n')}
${parts.map(({ name, text }) => ` * @csspart ${name} - ${text.en}`).join('\n')}
${tokens.map(({ name, text }) => ` * @cssprop --voucher-planner-${name} - ${text.en}`).join('\n')}
 */
export class VoucherPlanner extends HTMLElement {
  static readonly formAssociated: true
  /** Of the planner. */
  static readonly version: string
  /** Where shared links of all elements lead that have no \`home\` of their own. */
  static home: string | undefined
  /** Gives a tag its meaning, unless it has one. A class can have one tag: for another than \`voucher-planner\` import it from \`voucher-planner/element/class\`. */
  static define(tag?: string, registry?: CustomElementRegistry): void

${[...reflected.map(asProperty), ...properties].map(member).join('\n')}

  readonly form: HTMLFormElement | null
  readonly labels: NodeList
  readonly type: string
  readonly validity: ValidityState
  readonly validationMessage: string
  readonly willValidate: boolean
  checkValidity(): boolean
  reportValidity(): boolean

  addEventListener<Name extends keyof VoucherPlannerEventMap>(type: Name, listener: (this: VoucherPlanner, event: VoucherPlannerEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void
  addEventListener<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: VoucherPlanner, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void
  removeEventListener<Name extends keyof VoucherPlannerEventMap>(type: Name, listener: (this: VoucherPlanner, event: VoucherPlannerEventMap[Name]) => unknown, options?: boolean | EventListenerOptions): void
  removeEventListener<Name extends keyof HTMLElementEventMap>(type: Name, listener: (this: VoucherPlanner, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | EventListenerOptions): void
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void
}

/** What the tag takes in templates: attributes and properties. */
export interface VoucherPlannerProps {
${taken.map(({ name, type, text }) => `${said([text.en])}\n  ${name}?: ${type} | undefined`).join('\n')}
}

/** What listens to its events in templates, with what their names begin with there. */
export type VoucherPlannerListeners<Prefix extends string> = { [Name in keyof VoucherPlannerEventMap as \`\${Prefix}\${Name}\`]?: ((event: VoucherPlannerEventMap[Name]) => void) | undefined }

declare global {
  interface HTMLElementTagNameMap {
    'voucher-planner': VoucherPlanner
  }
}
`

const tag = "'voucher-planner'"
const ours = "import type { VoucherPlanner, VoucherPlannerListeners, VoucherPlannerProps } from '../element/index.js'"

/** As Vue names listeners. @param {string} name */
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())

/** JSX of a framework: what its own elements take, and what this one takes beside it. @param {string} module @param {string} imports @param {string} common @param {string} [prefix] of listeners */
const jsx = (module, imports, common, prefix = 'on') => `${imports}
${ours}

declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
      ${tag}: Omit<${common}, keyof VoucherPlannerProps> & VoucherPlannerProps & VoucherPlannerListeners<'${prefix}'>
    }
  }
}
`

/** `types/<name>.d.ts` of the package, one for each framework that has to be told of the tag: `import type {} from 'voucher-planner/types/react'`. @type {Record<string, string>} */
export const frameworkTypes = {
  react: `// The tag in React's JSX.\n${jsx('react', "import type { DetailedHTMLProps, HTMLAttributes } from 'react'", 'DetailedHTMLProps<HTMLAttributes<VoucherPlanner>, VoucherPlanner>')}`,
  preact: `// The tag in Preact's JSX.\n${jsx('preact', "import type { HTMLAttributes } from 'preact'", 'HTMLAttributes<VoucherPlanner>')}`,
  solid: `// The tag in Solid's JSX.\n${jsx('solid-js', "import type { JSX } from 'solid-js'", 'JSX.HTMLAttributes<VoucherPlanner>', 'on:')}`,
  vue: `// The tag in Vue's templates.
import type {} from 'vue'
import type { VoucherPlanner, VoucherPlannerEventMap, VoucherPlannerProps } from '../element/index.js'

declare module 'vue' {
  interface GlobalComponents {
    ${tag}: new () => VoucherPlanner & { $props: VoucherPlannerProps & { ${events.map(({ name }) => `${camel(`on-${name}`)}?: (event: VoucherPlannerEventMap['${name}']) => void`).join('; ')} } }
  }
}
`,
  svelte: `// The tag in Svelte's templates.
import type { HTMLAttributes } from 'svelte/elements'
${ours}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    ${tag}: Omit<HTMLAttributes<VoucherPlanner>, keyof VoucherPlannerProps> & VoucherPlannerProps & VoucherPlannerListeners<'on' | 'on:'>
  }
}
`,
  jsx: `// The tag in the JSX of whatever looks for tags in the global namespace.
${ours}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      ${tag}: VoucherPlannerProps & VoucherPlannerListeners<'on'> & { id?: string; class?: string; slot?: string; style?: string }
    }
  }
}
`,
}
