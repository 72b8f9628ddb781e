// How the page is served while it is written, and built for any web server.
import { defineConfig } from 'vite'

export default defineConfig({
  // Relative links: the built page works under whatever path it is put.
  base: './',
  build: {
    // Browsers of the last two and a half years.
    target: 'baseline-widely-available',
    // The engine stays a file of its own, so that the browser compiles it while it arrives.
    assetsInlineLimit: 0,
    // Which file loads which: `tests/size.js` weighs the first visit by it.
    manifest: true,
  },
})
