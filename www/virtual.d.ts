// What the bundler puts in: see `answers` in vite.config.js.
declare module 'virtual:first-answer' {
  import type { Plan } from './pkg/index.js'
  import type { Language } from './say.js'

  export const plans: Record<Language, Plan>
}

/** Files of the page with what tells their versions apart, in the service worker: see `build/service-worker.js`. */
declare const FILES: { url: string, revision: string | null }[]

/** Where the self-test finds the planner's files: see `selfTest` in embed/build.js. */
declare const plannerFiles: { engine: string, worker: string }
