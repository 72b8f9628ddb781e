// Keeps the desk in this browser, and notices when another window has kept another one. Nothing is written over unseen.
/** @import { Desk } from './desk.js' */
/** @import { Document } from './document.js' */
/** @import { Wrong } from './migrate.js' */
import { createStore, del, get, update } from 'idb-keyval'
import { isUntouched } from './desk.js'
import { documentOf } from './document.js'
import { migrated } from './migrate.js'

/** How long after the last change is saved, in milliseconds, */
const rest = 400
/** and after which time however much is typed. */
const longest = 3000

/** What is kept: the document, and how often it was saved. @typedef {{ revision: number, document: Document }} Kept */
/** `unsure`: nothing read yet; `refused`: this browser keeps nothing. @typedef {'unsure' | 'nothing' | 'kept' | 'refused'} KeptState */

/** Where the record lies. A test can pass another. @typedef {object} Shelf
 * @property {() => Promise<Kept | undefined>} read
 * @property {(change: (kept: Kept | undefined) => Kept) => Promise<void>} write reads and writes in one transaction; a change that throws writes nothing
 * @property {() => Promise<void>} clear
 */

/** The browser's own shelf for this page. @param {string} [name] @returns {Shelf} */
export function browserShelf(name = 'voucher-planner') {
  /** @type {ReturnType<typeof createStore> | undefined} */
  let store
  const open = () => (store ??= createStore(name, 'desk'))
  return {
    read: async () => get('desk', open()),
    write: async (change) => update('desk', change, open()),
    clear: async () => del('desk', open()),
  }
}

/** Somebody else has saved since. */
class Elsewhere extends Error {
  /** @param {boolean} forgotten */
  constructor(forgotten) {
    super('kept elsewhere')
    this.forgotten = forgotten
  }
}

/** Fires `changed` when its state does, and `elsewhere` when another window has saved, or forgotten, something else. */
export class Keeper extends EventTarget {
  #shelf
  #channel
  /** How often was saved, as far as this window knows. */ #revision = 0
  /** The document as last saved or read, as text: what is the same is not saved again. */ #last = ''
  /** @type {Desk | undefined} */ #waiting
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer
  #since = 0
  /** Whether another window saved something that nobody has decided about. */ #disputed = false
  /** @type {Promise<void>} */ #writing = Promise.resolve()
  /** @type {KeptState} */ state = 'unsure'

  /** @param {Shelf} shelf @param {Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>} [channel] to the other windows of this page */
  constructor(shelf, channel) {
    super()
    this.#shelf = shelf
    this.#channel = channel
    channel?.addEventListener('message', () => this.#look())
  }

  /** What was kept, if anything. @returns {Promise<{ document: Document } | { wrong: Wrong } | undefined>} */
  async read() {
    try {
      const kept = await this.#shelf.read()
      this.#turn(kept ? 'kept' : 'nothing')
      return kept && this.#taken(kept)
    } catch (error) {
      this.#refused(error)
      return undefined
    }
  }

  /** After a change of the desk. What nobody has touched is not worth keeping, unless something is kept already. @param {Desk} desk */
  keep(desk) {
    if (this.state === 'refused' || this.state === 'nothing' && desk.sheets.every(isUntouched)) return
    if (!this.#waiting) this.#since = Date.now()
    this.#waiting = desk
    if (this.#disputed) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), Math.max(0, Math.min(rest, this.#since + longest - Date.now())))
  }

  /** Saves what waits, at once: the page may be about to go. */
  flush() {
    clearTimeout(this.#timer)
    const desk = this.#waiting
    if (!desk || this.#disputed) return this.#writing
    this.#waiting = undefined
    // Begun before the one ahead is done: the transactions follow one another by themselves, and a page that goes cannot wait.
    this.#writing = this.#save(desk)
    return this.#writing
  }

  /** Saves at once, and answers whether a page that is loaded again would show all of it. @param {Desk} desk */
  async settle(desk) {
    await this.flush()
    return desk.sheets.every(isUntouched) || this.state !== 'refused' && !this.#waiting && !this.#disputed
  }

  /** What the other window has kept instead, to be shown here; nothing where it was forgotten. */
  async takeOther() {
    this.#waiting = undefined
    this.#disputed = false
    return this.read()
  }

  /** Keeps what this window shows instead of what the other one kept. @param {Desk} desk */
  async keepOwn(desk) {
    this.#disputed = false
    this.#revision = (await this.#shelf.read().catch(() => undefined))?.revision ?? 0
    this.#last = ''
    this.#waiting = desk
    await this.flush()
  }

  /** Deletes what is kept. */
  async forget() {
    clearTimeout(this.#timer)
    this.#waiting = undefined
    this.#disputed = false
    await this.#writing
    try {
      await this.#shelf.clear()
    } catch (error) {
      this.#refused(error)
      return
    }
    this.#revision = 0
    this.#last = ''
    this.#turn('nothing')
    this.#channel?.postMessage('forgotten')
  }

  /** @param {Desk} desk */
  async #save(desk) {
    const document = documentOf(desk)
    const text = JSON.stringify(document)
    if (text === this.#last) return
    let counted = false
    try {
      await this.#shelf.write((kept) => {
        if ((kept?.revision ?? 0) !== this.#revision) throw new Elsewhere(!kept)
        counted = true
        this.#revision += 1
        return { revision: this.#revision, document }
      })
      this.#last = text
      this.#turn('kept')
      this.#channel?.postMessage('saved')
    } catch (error) {
      this.#waiting ??= desk
      if (error instanceof Elsewhere) return this.#dispute(error.forgotten)
      this.#revision -= Number(counted)
      this.#refused(error)
    }
  }

  /** After a word from another window: has it saved something else? */
  async #look() {
    await this.#writing
    const kept = await this.#shelf.read().catch(() => undefined)
    if ((kept?.revision ?? 0) === this.#revision || this.state === 'refused') return
    if (kept && JSON.stringify(kept.document) === this.#last) this.#revision = kept.revision
    else this.#dispute(!kept)
  }

  /** @param {boolean} forgotten whether the other window deleted what was kept */
  #dispute(forgotten) {
    this.#disputed = true
    this.dispatchEvent(new CustomEvent('elsewhere', { detail: forgotten }))
  }

  /** @param {Kept} kept */
  #taken({ revision, document }) {
    this.#revision = revision
    this.#last = JSON.stringify(document)
    const read = migrated(document)
    // A newer planner kept it: nothing of it is written over before somebody says so.
    this.#disputed = 'wrong' in read
    return read
  }

  /** @param {unknown} error */
  #refused(error) {
    console.info('This browser keeps nothing for the planner.', error)
    this.#turn('refused')
  }

  /** @param {KeptState} state */
  #turn(state) {
    if (state === this.state) return
    this.state = state
    this.dispatchEvent(new CustomEvent('changed'))
  }
}
