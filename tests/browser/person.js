// What a person does on the page: finds things by what they are called, clicks and types.
import assert from 'node:assert/strict'
import { Key } from 'selenium-webdriver'

/** @typedef {Awaited<ReturnType<typeof import('./browser.js').openPage>>} Page */
/** @typedef {import('selenium-webdriver').WebElement} WebElement */

/** Somebody at the page. */
export class Person {
  /** @param {Page} page */
  constructor(page) { this.page = page }

  /** Waits for something to become true, and says what was there instead. @template T @param {() => Promise<T>} read @param {(value: T) => boolean} right @param {string} wish */
  async sees(read, right, wish) {
    const end = Date.now() + 20_000
    for (;;) {
      // What is drawn anew while one looks is looked for again.
      const { value, gone } = await read().then((found) => ({ value: found, gone: false }), (error) => {
        if (error.name !== 'StaleElementReferenceError' || Date.now() > end) throw error
        return { value: undefined, gone: true }
      })
      if (!gone && right(/** @type {T} */ (value))) return /** @type {T} */ (value)
      if (Date.now() > end) assert.fail(`${wish}; there was: ${JSON.stringify(value)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** @template T @param {string} script @param {unknown[]} values @returns {Promise<T>} */
  look(script, ...values) {
    return this.page.driver.executeScript(`
      // Before the page's script has run, nothing is there yet.
      const root = document.querySelector('voucher-planner')?.shadowRoot ?? new DocumentFragment()
      const text = (element) => element?.innerText?.replace(/\\s+/g, ' ').trim() ?? ''
      const name = (element) => element.getAttribute('aria-label') ?? (element.textContent.replace(/\\s+/g, ' ').trim())
      const within = (label) => label ? [...root.querySelectorAll('[role=group], [role=rowgroup], tbody, fieldset, section, .question')].find((each) => [each.getAttribute('aria-label') ?? text(each.querySelector('legend, h3, summary')), text(each.querySelector('[role=rowheader]'))].includes(label)) ?? root : root
      ${script}`, ...values)
  }

  /** The answer's sentence and the line below it. */
  answer() { return this.look("return text(root.querySelector('.headline'))") }

  /** Waits for an answer. @param {RegExp} sentence */
  async reads(sentence) {
    return this.sees(() => this.answer(), (text) => sentence.test(String(text)), `the answer says ${sentence}`)
  }

  /** Everything that is written on the page. */
  async everything() { return String(await this.look('return text(root.host.shadowRoot.querySelector("*").parentNode.host) || [...root.children].map(text).join(" ")')) }

  /** A field by its label, in a group or row by its name. A cell of a grid becomes a field when one clicks it; what stands in the details of a row opens them. @param {string} label @param {string} [group] @param {number} [place] */
  async field(label, group, place = 0) {
    const find = () => /** @type {Promise<WebElement | null>} */ (this.look(`
      const labels = [...within(arguments[1]).querySelectorAll('label')].filter((each) => text(each) === arguments[0] || each.textContent.trim() === arguments[0])
      const row = within(arguments[1])
      const inRow = row === root ? undefined : [...row.querySelectorAll('[aria-label]:is(input, select)')].find((each) => each.getAttribute('aria-label').startsWith(arguments[0] + ', '))
      return root.getElementById(labels[arguments[2]]?.htmlFor) ?? inRow ?? root.querySelector('[aria-label="' + arguments[0] + ', ' + arguments[1] + '"]:is(input, select)')`, label, group, place))
    const wish = `there is a field ${label}${group ? ` in ${group}` : ''}`
    return /** @type {WebElement} */ (await this.sees(async () => await find() ?? await this.#opened(label, group, find), Boolean, wish))
  }

  /** @param {string} label @param {string | undefined} group @param {() => Promise<WebElement | null>} find */
  async #opened(label, group, find) {
    const way = /** @type {WebElement | null} */ (await this.look(`
      const row = within(arguments[1])
      const cell = row === root ? null : [...row.querySelectorAll('td[data-label]')].find((each) => arguments[0].includes(each.dataset.label)) ?? row.querySelector('.to-details [aria-expanded=false]')
      const question = cell?.closest('details')
      if (question) question.open = true
      cell?.scrollIntoView({ block: 'center' })
      return cell`, label, group))
    if (!way) return null
    await way.click()
    return this.sees(find, Boolean, `${label} in ${group} can be typed into`)
  }

  /** A cell of the grid by its column and row. @param {string} column @param {string} row */
  async cell(column, row) {
    const found = /** @type {WebElement | null} */ (await this.look(`return [...within(arguments[1]).querySelectorAll('td[data-label]')].find((each) => each.dataset.label === arguments[0]) ?? null`, column, row))
    assert.ok(found, `there is a cell ${column} in ${row}`)
    return found
  }

  /** A button by its name. @param {string} label @param {string} [group] */
  async button(label, group) {
    const find = () => /** @type {Promise<WebElement | null>} */ (this.look(`
      const shown = (each) => !each.closest('[popover]:not(:popover-open)')
      const names = [...within(arguments[1]).querySelectorAll('button')].sort((a, b) => shown(b) - shown(a))
      return names.find((each) => name(each) === arguments[0]) ?? names.find((each) => name(each).startsWith(arguments[0])) ?? null`, label, group))
    return /** @type {WebElement} */ (await this.sees(find, Boolean, `there is a button ${label}`))
  }

  /** @param {string} label @param {string} [group] */
  async presses(label, group) {
    const button = await this.button(label, group)
    // What stands in a menu that is closed is found by opening it first.
    const menu = /** @type {WebElement | null} */ (await this.page.driver.executeScript(`
      const menu = arguments[0].closest('[popover]:not(:popover-open)')
      return menu && menu.getRootNode().querySelector('[popovertarget="' + menu.id + '"]')`, button))
    if (menu) {
      await this.#comesTo(menu)
      await menu.click()
      await this.sees(() => button.isDisplayed(), Boolean, `${label} is shown in its menu`)
    }
    await this.#comesTo(button)
    await button.click()
  }

  /** Scrolls to something and waits until it stays where it is: a plan that arrives above would move it away under the pointer. @param {WebElement} element */
  async #comesTo(element) {
    await this.page.driver.executeAsyncScript(`
      const [element, done] = arguments
      element.scrollIntoView({ block: 'center' })
      const frame = document.visibilityState === 'visible' ? requestAnimationFrame : setTimeout
      const place = () => { const { x, y } = element.getBoundingClientRect(); return x + ' ' + y }
      const look = (before) => frame(() => (place() === before ? done() : (element.scrollIntoView({ block: 'center' }), look(place()))))
      look('')`, element)
  }

  /** Replaces what a field holds. @param {string} label @param {string} value @param {string} [group] @param {number} [place] */
  async types(label, value, group, place) {
    const field = await this.field(label, group, place)
    await this.page.driver.executeScript("arguments[0].closest('details')?.setAttribute('open', ''); arguments[0].scrollIntoView({ block: 'center' }); arguments[0].focus()", field)
    // As keys of the page and not of the field: `Key.NULL` ends a chord only in some browsers, and a second call puts the caret elsewhere.
    await this.page.driver.actions().keyDown(Key.CONTROL).sendKeys('a').keyUp(Key.CONTROL).sendKeys(Key.DELETE, ...value.replaceAll('\n', Key.ENTER)).perform()
    await this.page.driver.executeScript('arguments[0].blur()', field)
  }

  /** Chooses an option by its text. @param {string} label @param {string} option @param {string} [group] @param {number} [place] */
  async chooses(label, option, group, place) {
    const field = await this.field(label, group, place)
    await this.page.driver.executeScript("arguments[0].closest('details')?.setAttribute('open', ''); arguments[0].scrollIntoView({ block: 'center' })", field)
    const found = /** @type {WebElement | null} */ (await this.page.driver.executeScript('return [...arguments[0].options].find((each) => each.textContent.trim().startsWith(arguments[1])) ?? null', field, option))
    assert.ok(found, `${label} offers ${option}`)
    // A person comes to a list first. WebKit tells of a change only if it differs from what was chosen when the list got the focus.
    if (await this.page.driver.executeScript("arguments[0].blur(); arguments[0].focus(); arguments[0].addEventListener('change', () => { window.changed = true }, { once: true }); return arguments[1].selected", field, found)) return
    await found.click()
    // The list of options lies outside the page: some browsers tell the page only after the click is done.
    await this.sees(() => this.page.driver.executeScript('const { changed } = window; delete window.changed; return changed'), Boolean, `${option} is chosen`)
    await this.settles()
  }

  /** Adds a certification by typing a part of its name. @param {string} label @param {string} part @param {string} [group] */
  async adds(label, part, group) {
    const field = await this.field(label, group)
    await this.page.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", field)
    await field.sendKeys(part, Key.ENTER)
  }

  /** Presses keys wherever the focus is. @param {...string} keys */
  async keys(...keys) {
    await this.page.driver.actions().sendKeys(...keys).perform()
    await this.settles()
  }

  /** Presses a key while others are held. @param {...string} keys */
  async chord(...keys) {
    const [last = '', ...held] = keys.toReversed()
    const actions = this.page.driver.actions()
    for (const key of held.toReversed()) actions.keyDown(key)
    actions.sendKeys(last)
    for (const key of held) actions.keyUp(key)
    await actions.perform()
    await this.settles()
  }

  /** Waits until the page has drawn what it was told so far. */
  settles() { return this.page.settles() }

  /** Pastes a text where the focus is, as it comes from a spreadsheet. @param {string} text */
  async pastes(text) {
    await this.look(`
      const data = new DataTransfer()
      data.setData('text/plain', arguments[0])
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true })
      // Firefox gives an event that a script makes a clipboard of its own.
      Object.defineProperty(event, 'clipboardData', { value: data })
      root.activeElement.dispatchEvent(event)`, text)
    await this.settles()
  }

  /** What the clipboard gets from where the focus is. */
  async copies() {
    return String(await this.look(`
      const data = new DataTransfer()
      const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true, composed: true })
      Object.defineProperty(event, 'clipboardData', { value: data })
      root.activeElement.dispatchEvent(event)
      return data.getData('text/plain')`))
  }

  /** Where the focus is in the grid: column and row, and what stands there. */
  focused() {
    return /** @type {Promise<[column: string, row: string, shown: string]>} */ (this.look(`
      const cell = root.activeElement?.closest('td')
      return [cell?.dataset.label ?? root.activeElement?.getAttribute('aria-label') ?? '', cell?.closest('tbody')?.getAttribute('aria-label') ?? '', root.activeElement?.value ?? text(cell)]`))
  }

  /** What a screen reader adds to a field: its descriptions. @param {string} label @param {string} [group] @param {number} [place] */
  async description(label, group, place) {
    const field = await this.field(label, group, place)
    return String(await this.page.driver.executeScript("return (arguments[0].getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean).map((id) => arguments[0].getRootNode().getElementById(id)?.innerText ?? '').join(' ')", field))
  }

  /** The width of the window, without the limits of a desktop window. @param {number} width @param {number} height */
  narrows(width, height) { return this.page.resizes(width, height) }
}
