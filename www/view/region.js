// What follows from the region: the currency and the weekend where the user has set none, and which calendar the plan uses.
/** @import { Weekday } from '../pkg/index.js' */
/** @import { Choice } from '../field.js' */
/** @import { View } from '../view.js' */
import { html, nothing } from 'lit'
import { currencyOf, regionCodes, weekendOf } from '../regions.js'

/** @type {Map<string, Choice[]>} */
const named = new Map()

/** All regions by their names in the page's language. @param {View} view @returns {Choice[]} */
export function regionChoices({ say: { language } }) {
  const known = named.get(language)
  if (known) return known
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const order = new Intl.Collator(language)
  const choices = regionCodes.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => order.compare(a.label, b.label))
  named.set(language, choices)
  return choices
}

/** Takes a region, and with it in one step its currency and weekend, where they were not set or came from the region before. @param {View} view @param {string} region */
export function chooseRegion(view, region) {
  const { path, input } = view
  const before = String(input.region ?? '')
  /** @type {[string, unknown][]} */
  const changes = [[`${path}.region`, region || undefined]]
  const currency = currencyOf(region)
  const typed = String(input.currency ?? '').trim()
  // An amount entered in a currency stays in it.
  if (currency && (!typed || typed === currencyOf(before) && !priced(view))) changes.push([`${path}.currency`, currency])
  const weekend = weekendOf(region)
  const set = input.calendar?.weekend
  if (weekend && (!set || sameDays(set, weekendOf(before)))) changes.push([`${path}.calendar.weekend`, sameDays(weekend, usual) ? undefined : weekend])
  view.actions.setAll(changes, `${path}.region`)
}

/** @type {Weekday[]} */
const usual = ['saturday', 'sunday']

/** @param {Weekday[] | undefined} days @param {Weekday[] | undefined} others */
const sameDays = (days, others) => days?.length === others?.length && (days ?? []).every((day) => others?.includes(day))

/** Whether any amount is entered. @param {View} view */
function priced({ input }) {
  const amounts = [...input.prices ?? [], ...input.singlePrices ?? []].map(({ price }) => price)
  return [...amounts, input.academyDiscounts?.trainerPrice, input.academyDiscounts?.press].some((amount) => String(amount ?? '').trim())
}

/** Which days the plan takes for business days. @param {View} view @returns {string} */
export function calendarText(view) {
  const { holidays = [], workingDays = [], weekend = usual } = view.input.calendar ?? {}
  const entered = (/** @type {unknown[]} */ list) => list.filter((day) => String(day).trim()).length
  return view.m.agreement.calendarUsed(workdays(view, weekend), entered(holidays), entered(workingDays))
}

/** The same with the way to change it, to stand beside the plan's dates. @param {View} view */
export const calendarUsed = (view) => html`${calendarText(view)}
  ${view.asking ? html`<button type="button" class="link" @click=${() => view.actions.goTo(`${view.path}.calendar`)}>${view.m.agreement.changeCalendar}</button>` : nothing}`

/** @type {Weekday[]} */
const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The days of the week with work: as a run where they are one, such as `Monday to Friday` or `Sunday to Thursday`. @param {View} view @param {Weekday[]} weekend */
function workdays(view, weekend) {
  const name = (/** @type {Weekday | undefined} */ day) => (day ? view.m.weekdays[day] : '')
  const work = week.filter((day) => !weekend.includes(day))
  if (work.length === 7) return view.m.agreement.everyDay
  // The run starts where work follows a day without it.
  const starts = week.filter((day, index) => !weekend.includes(day) && weekend.includes(/** @type {Weekday} */ (week[(index + 6) % 7])))
  const [first] = starts
  if (!first || starts.length > 1 || work.length < 3) return view.say.all(work.map(name))
  return view.m.agreement.fromTo(name(first), name(week[(week.indexOf(first) + work.length - 1) % 7]))
}
