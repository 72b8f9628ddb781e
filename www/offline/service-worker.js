// Works for the page while it is closed: keeps the files of one version of it, and gives them out whether there is a network or not.
// A newer version waits until a person asks for it, or until no window shows the old one any more.
import { PrecacheController, PrecacheRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'

/** @typedef {Event & { waitUntil(work: Promise<unknown>): void }} Waiting */

/** The types here are those of a page, which know nothing of a service worker. @type {any} */
const worker = self
const home = String(worker.registration.scope)

const files = new PrecacheController()
files.addToCacheList(FILES)
// Whatever stands behind a question mark, the page is the same.
registerRoute(new PrecacheRoute(files, { cleanURLs: false, ignoreURLParametersMatching: [/./] }))

// A window that shows the version before may ask for a part which it has not loaded yet.
registerRoute(({ url }) => url.href.startsWith(`${home}assets/`),
  async ({ request }) => await caches.match(request, { cacheName: files.strategy.cacheName }) ?? fetch(request))

worker.addEventListener('install', files.install)
worker.addEventListener('activate', (/** @type {Waiting} */ event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (/** @type {Waiting & MessageEvent} */ event) => {
  if (event.data === 'take over') worker.skipWaiting()
  if (event.data === 'loaded') event.waitUntil(forget(event))
})

/**
 * Where only one window is open, which has just loaded this version, nobody asks for files of the one before any more. Those of a newer
 * version lie in the same place: where there is one, or one is on its way, throwing away is left to that one, once it is loaded.
 * @param {Waiting} event
 */
async function forget(event) {
  const windows = await worker.clients.matchAll({ type: 'window' })
  const { installing, waiting } = worker.registration
  if (windows.length === 1 && !installing && !waiting) await files.activate(/** @type {any} */ (event))
}
