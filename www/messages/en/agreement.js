// What the page says in English of several agreements, of the region and its calendar, and of the five questions.
import { plural, rich } from './words.js'

const days = (/** @type {number} */ number, /** @type {string} */ one, /** @type {string} */ many) => `${number} ${plural(number, one, many)}`

export default {
  add: 'Add an agreement',
  copy: 'Copy this agreement',
  copyOf: (/** @type {string} */ name) => `Copy of ${name}`,
  toPutRight: (/** @type {number} */ number) => `${number} to put right`,
  usualLength: 'Usual length:',
  months: (/** @type {number} */ number) => `${number} months`,
  until: (/** @type {string} */ day) => `until ${day}`,
  monthsLeft: (/** @type {unknown} */ months) => rich('Whole months left in the agreement: ', months, '.'),
  fiveQuestions: 'Five questions decide how many exams you need',
  five: ['How many people are to be certified?', 'How many certifications are they to take?', 'How many exams does each of them take?', 'How long do they have to prepare?', 'How many months are left in the agreement?'],
  readyBy: (/** @type {string} */ days) => `ready on ${days}`,
  range: (/** @type {string} */ first, /** @type {string} */ last) => `${first} to ${last}`,

  calendarHint: 'Orders, invoices and codes count in business days. Choose your country or region in question 1 to take over its weekend.',
  calendarUsed: (/** @type {string} */ weekdays, /** @type {number} */ holidays, /** @type {number} */ workingDays) => `Business days: ${weekdays}, ${
    holidays ? `${days(holidays, 'holiday', 'holidays')} entered` : 'no holidays entered'}${workingDays ? `, ${days(workingDays, 'working day', 'working days')} on a weekend or holiday` : ''}.`,
  changeCalendar: 'Change',
  everyDay: 'every day',
  fromTo: (/** @type {string} */ first, /** @type {string} */ last) => `${first} to ${last}`,
  takeYear: (/** @type {string} */ year, /** @type {number} */ holidays, /** @type {number} */ workingDays) => `Add ${year}: ${days(holidays, 'day off', 'days off')}, ${days(workingDays, 'make-up working day', 'make-up working days')}`,
  takenYear: (/** @type {string} */ year) => `${year} is entered`,
  notice: (/** @type {string} */ year, /** @type {number} */ index) => (index ? `change of ${year}` : `State Council notice for ${year}`),
  noHolidays: (/** @type {string} */ years) => `The official days of ${years} are not known here. Paste them below when they are published.`,
  removeAll: 'Remove all',
  paste: 'Paste holidays',
  pasteHint: 'One day a line, such as 2026-12-25, or the text of a calendar file (.ics).',
  understood: (/** @type {number} */ fresh, /** @type {number} */ known) => `${days(fresh, 'new day', 'new days')} understood${known ? `, ${known} entered already` : ''}.`,
  notDays: (/** @type {string} */ lines, /** @type {number} */ number) => `Not understood: ${lines}${number > 3 ? ` and ${number - 3} more` : ''}.`,
  repeating: (/** @type {number} */ number) => `Of ${days(number, 'repeating entry', 'repeating entries')} only the first days were read.`,
  takeHolidays: (/** @type {number} */ number) => `Add ${days(number, 'holiday', 'holidays')}`,
}
