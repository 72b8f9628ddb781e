// Civil days as whole numbers, months clamped to their last day, business days: model 1, written a second time.

const DAY = 86_400_000

/** The number of a day written as `2020-09-21`. @param {string} text */
export const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / DAY

/** A day as it is written. @param {number} day */
export const written = (day) => new Date(day * DAY).toISOString().slice(0, 10)

/** Year, month from 0, day of the month. @param {number} day */
function parts(day) {
  const date = new Date(day * DAY)
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
}

/** The same day of the month so many months later, clamped to that month's last. @param {number} day @param {number} months */
export function plusMonths(day, months) {
  const [year, month, date] = parts(day)
  const last = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate()
  return Date.UTC(year, month + months, Math.min(date, last)) / DAY
}

/** The 1st of the month, or of the next one where the day is no 1st. @param {number} day */
export function firstFrom(day) {
  const [year, month, date] = parts(day)
  return date === 1 ? day : Date.UTC(year, month + 1, 1) / DAY
}

const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Which days are business days. */
export class Calendar {
  /** @param {{ weekend?: string[], holidays?: string[], workingDays?: string[] }} [written] */
  constructor({ weekend = ['saturday', 'sunday'], holidays = [], workingDays = [] } = {}) {
    this.weekend = new Set(weekend)
    this.holidays = new Set(holidays.map(dayOf))
    this.workingDays = new Set(workingDays.map(dayOf))
  }

  /** @param {number} day */
  isBusinessDay(day) {
    const free = this.weekend.has(names[new Date(day * DAY).getUTCDay()]) || this.holidays.has(day)
    return this.workingDays.has(day) || !free
  }

  /** The `count`-th business day after an event; its own day for 0. @param {number} event @param {number} count */
  after(event, count) {
    let day = event
    for (let left = count; left > 0; ) {
      day += 1
      if (this.isBusinessDay(day)) left -= 1
    }
    return day
  }
}
