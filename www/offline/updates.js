// Has the browser keep the page's own files, so that it opens without a network, and says when there is a newer version of them.
// Nothing is taken over by itself: not while somebody types, and not because another window did.
/** @import { PlannerElement } from '../planner-element.js' */
import { scriptUrl } from '../script-url.js'

/** From this script to the folder of the page: not written out below, where the bundler would look for a file. */
const up = '../'

/** @param {PlannerElement} planner */
export async function beginOffline(planner) {
  const home = new URL(up, import.meta.url).href
  const file = new URL('voucher-planner.html', home).href
  // While the page is being written any file may change.
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) {
    planner.offline = { state: 'refused', file }
    return
  }
  planner.offline = { state: 'unsure', file }
  try {
    const renewal = new Renewal(planner)
    const registration = await navigator.serviceWorker.register(scriptUrl(new URL('service-worker.js', home).href), { scope: home })
    renewal.follow(registration)
    const { active } = await Promise.race([navigator.serviceWorker.ready, failureOf(registration)])
    active?.postMessage('loaded')
    planner.offline = { state: 'kept', since: await dayOf(home), file }
  } catch (error) {
    // Such as where the browser keeps nothing at all, has no room, or the host lacks a file.
    planner.offline = { state: 'refused', file }
    console.info('This browser does not keep the page for times without a network.', error)
  }
}

/** Calls at each step of each version that is being installed, the one among them that was on its way before. @param {ServiceWorkerRegistration} registration @param {() => void} act */
function watch(registration, act) {
  const listen = () => registration.installing?.addEventListener('statechange', act)
  registration.addEventListener('updatefound', listen)
  listen()
}

/** Fails once no version is left that could keep the files: `ready` waits for ever then. @param {ServiceWorkerRegistration} registration @returns {Promise<never>} */
const failureOf = (registration) => new Promise((_, reject) => watch(registration, () => {
  const { installing, waiting, active } = registration
  if ([installing, waiting, active].every((each) => !each || each.state === 'redundant')) reject(new Error('Not all files came, or there is no room for them.'))
}))

/** The day on which the files were fetched, by the server's clock, where it said so. @param {string} home */
async function dayOf(home) {
  const index = await caches.match(new URL('index.html', home).href, { ignoreSearch: true })
  const date = new Date(index?.headers.get('date') ?? NaN)
  return Number.isNaN(date.valueOf()) ? undefined : date.toISOString().slice(0, 10)
}

/** From a version that lies ready to one that is shown. */
class Renewal {
  #planner
  /** Whether this window has asked for the newer version. */ #asked = false
  /** Whether that has taken over already, and only this window still shows the old one. */ #taken = false
  /** @type {ServiceWorkerRegistration | undefined} */ #registration

  /** @param {PlannerElement} planner */
  constructor(planner) {
    this.#planner = planner
    // On a first visit what takes over is the version that is shown.
    let first = !navigator.serviceWorker.controller
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.#asked) this.#load()
      else if (!first) this.#tellTaken()
      first = false
    })
  }

  /** @param {ServiceWorkerRegistration} registration */
  follow(registration) {
    this.#registration = registration
    watch(registration, () => this.#tellReady())
    this.#tellReady()
  }

  #tellReady() {
    if (!this.#registration?.waiting || !this.#registration.active || this.#asked) return
    this.#tell('new-version')
  }

  #tellTaken() {
    this.#taken = true
    this.#planner.dismiss('new-version')
    this.#tell('renewed-elsewhere')
  }

  /** @param {'new-version' | 'renewed-elsewhere'} kind @param {boolean} [unkept] */
  #tell(kind, unkept) { this.#planner.tell({ kind, unkept, load: (anyway) => this.#renew(kind, anyway) }) }

  /** @param {'new-version' | 'renewed-elsewhere'} kind @param {boolean} [anyway] also where not all that was entered is kept */
  async #renew(kind, anyway = false) {
    if (!await this.#settled() && !anyway) return this.#tell(kind, true)
    this.#asked = true
    const waiting = this.#registration?.waiting
    if (this.#taken || !waiting) this.#load()
    else waiting.postMessage('take over')
  }

  /** What was typed since is kept too. */
  async #load() {
    await this.#settled()
    location.reload()
  }

  /** Whether all that was entered is kept, a cell among it that somebody was typing in. */
  async #settled() {
    const planner = this.#planner
    const { activeElement } = /** @type {ShadowRoot} */ (planner.renderRoot)
    if (activeElement instanceof HTMLElement) activeElement.blur()
    await planner.updateComplete
    return planner.keeping ? planner.keeping.settle() : false
  }
}
