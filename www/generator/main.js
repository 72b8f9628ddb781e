// Starts the page that makes embed code.
import { languageFor, languages } from '../say.js'
import { chosen } from '../state/preferences.js'
import { EmbedPage } from './embed-page.js'

customElements.define('vp-embed-page', EmbedPage)
const page = /** @type {EmbedPage} */ (document.querySelector('vp-embed-page'))
page.language = languages.find((language) => language === chosen('language')) ?? languageFor(navigator.languages)
page.theme = /** @type {EmbedPage['theme']} */ (['light', 'dark'].find((theme) => theme === chosen('theme')) ?? 'auto')
