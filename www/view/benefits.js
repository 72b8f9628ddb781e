// Benefits beside the exams: training days of Software Assurance, discounts of the Imagine Academy, e-learning still held.
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { addButton, described, field, remarks, removeButton } from '../field.js'
import { figure, note } from '../figure.js'
import { at } from '../scenario.js'
import { idOf } from '../view.js'
import { sources } from './basis.js'
import { help } from './help.js'

/** What was entered of Software Assurance. @param {View} view */
export function trainingQuestion(view) {
  const { path, input, ui } = view
  const words = view.m.benefits
  const place = `${path}.softwareAssurance`
  const vouchers = input.softwareAssurance?.vouchers ?? []
  return html`<div class="with-help"><h4>${words.training}</h4>${help(view, 'software-assurance')}</div>
    <p class="hint">${words.trainingHint} ${help(view, 'training-voucher')}</p>
    <div class="fields">${field(view, `${place}.days`, { kind: 'number', placeholder: '0', label: words.days })}</div>
    ${vouchers.map((_, index) => {
      const voucher = `${place}.vouchers[${index}]`
      const name = ui.item(words.voucher, index + 1)
      return html`<div class="entry" role="group" aria-label=${name}>
        ${field(view, `${voucher}.created`, { kind: 'day' })}
        ${field(view, `${voucher}.days`, { kind: 'number' })}
        ${field(view, `${voucher}.used`, { kind: 'number', placeholder: '0', label: words.taken })}
        ${checkbox(view, `${voucher}.azure`)}
        ${removeButton(view, `${place}.vouchers`, index, name)}
      </div>`
    })}
    ${addButton(view, `${place}.vouchers`, { created: '', days: '', used: '' }, words.addVoucher)}`
}

/** What is bought at the discounts of the Imagine Academy, and what else it brings. @param {View} view */
export function discountsQuestion(view) {
  const { path } = view
  const words = view.m.benefits
  const place = `${path}.academyDiscounts`
  const others = view.catalogue.imagineAcademy.benefits.filter(({ payPercent }) => !payPercent)
  const currency = view.currency.currency || view.typed(`${path}.currency`)
  const priced = (/** @type {string} */ label) => (currency ? `${label} ${currency}` : label)
  return html`<div class="with-help"><h5>${words.discounts}</h5>${help(view, 'academy-discounts')}</div>
    <p class="hint">${words.discountsHint}</p>
    <div class="fields">
      ${field(view, `${place}.trainers`, { kind: 'number', placeholder: '0' })}
      ${field(view, `${place}.trainerPrice`, { kind: 'number', label: priced(view.m.fields.trainerPrice) })}
      ${field(view, `${place}.press`, { kind: 'number', label: priced(view.m.fields.press) })}
    </div>
    <details class="more"><summary>${words.otherBenefits}</summary>
      <ul class="statements">${others.map(({ text, cites }) => html`<li>${view.text(text)} ${view.printing ? nothing : sources(view, cites)}</li>`)}</ul></details>`
}

/** Whether a contract on e-learning is held; its guides stand where it is. @param {View} view */
export function eLearningQuestion(view) {
  const words = view.m.benefits
  return html`<div class="with-help"><h4>${words.eLearning}</h4>${help(view, 'legacy-e-learning')}</div>
    <p class="hint">${words.eLearningHint}</p>
    ${checkbox(view, `${view.path}.legacyELearning`)}
    ${view.input.legacyELearning ? eLearningGuides(view) : nothing}`
}

/** @param {View} view */
function eLearningGuides(view) {
  const links = view.catalogue.links.filter(({ topic }) => topic === 'legacy-e-learning')
  return links.length ? html`<p>${view.m.benefits.eLearningGuides}</p>
    <ul class="statements">${links.map((link) => html`<li><a href=${link.url} target="_blank" rel="noopener noreferrer">${view.text(link.text)}</a></li>`)}</ul>` : nothing
}

/** Something that holds or does not. @param {View} view @param {string} path */
function checkbox(view, path) {
  const id = idOf(path)
  const label = /** @type {Record<string, string>} */ (view.m.fields)[path.split('.').at(-1) ?? '']
  return html`<div class="field check"><input type="checkbox" id=${id} ?disabled=${view.locked} .checked=${at(view.scenario, path) === true} aria-describedby=${described(view, path) ?? nothing}
    @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => view.actions.setAll([[path, event.target.checked || undefined]], path)}>
    <label for=${id}>${label}</label>${remarks(view, path)}</div>`
}

/** What is left of training days, and until when. @param {View} view */
export function trainingInHand(view) {
  const training = view.agreement?.training
  if (!training) return nothing
  const { say } = view
  const words = view.m.benefits
  const { held, returned, pool, until, lapsed, vouchers } = training
  const last = figure(view, 'training', until, say.day(until.value))
  return html`<h4>${words.training}</h4>
    <p>${view.sentences(
      returned.value ? words.poolOf(figure(view, 'training', pool), figure(view, 'training', held), figure(view, 'training', returned)) : words.pool(figure(view, 'training', pool)),
      pool.value ? (lapsed ? words.poolLapsed : words.poolUntil)(last) : nothing)}</p>${note(view, 'training')}
    ${vouchers.map((voucher, index) => {
      const place = `training/${index}`
      return html`<p>${view.sentences(
        words.voucherLine(view.ui.item(words.voucher, index + 1), figure(view, place, voucher.unused), figure(view, place, voucher.until, say.day(voucher.until.value)), voucher.ended),
        words.rest[voucher.rest](voucher.ended))}</p>${note(view, place)}`
    })}`
}

/** What the discounts come to. @param {View} view */
export function discountsInHand(view) {
  const discounts = view.agreement?.discounts ?? []
  const words = view.m.benefits
  return discounts.map(({ benefit, price, paid, saved }) => {
    const place = `discount/${benefit}`
    return html`<p>${words.discountLine(benefit, figure(view, place, paid), figure(view, place, price), figure(view, place, saved))}</p>${note(view, place)}`
  })
}

/** What to know of e-learning held. @param {View} view */
export const eLearningInHand = (view) => (view.input.legacyELearning ? html`<h4>${view.m.benefits.eLearning}</h4><p>${view.m.benefits.eLearningHeld}</p>${eLearningGuides(view)}` : nothing)
