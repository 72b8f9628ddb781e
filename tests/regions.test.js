// What the page knows of regions and holidays, held against the platform and against another reader of calendar files.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { dayOf, readHolidays } from '../www/holiday-reader.js'
import { holidaysOf } from '../www/holidays.js'
import { currencyOf, regionCodes, weekendOf } from '../www/regions.js'
import { lastDay } from '../www/view/agreement-help.js'

test('every region has a name in both languages', () => {
  for (const language of ['en', 'zh-CN']) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const region of regionCodes) assert.ok(names.of(region), `${region} in ${language}`)
  }
  assert.equal(regionCodes.length, 250)
  assert.equal(new Set(regionCodes).size, regionCodes.length)
})

test('weekends are those of the platform, which has them from CLDR too', () => {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  const differing = regionCodes.filter((region) => {
    const locale = /** @type {any} */ (new Intl.Locale(`und-${region}`))
    const weekend = (locale.getWeekInfo?.() ?? locale.weekInfo).weekend.map((/** @type {number} */ day) => days[day - 1])
    return weekend.join() !== weekendOf(region)?.join()
  })
  assert.deepEqual(differing, [])
})

test('every region but one has a currency of three letters that the platform knows', () => {
  const known = new Set(Intl.supportedValuesOf('currency'))
  assert.deepEqual(regionCodes.filter((region) => !currencyOf(region)), ['AQ'])
  // The guilder of Curaçao and Sint Maarten is newer than some platforms.
  const unknown = new Set(regionCodes.flatMap((region) => currencyOf(region) ?? []).filter((currency) => !known.has(currency)))
  assert.deepEqual([...unknown].filter((currency) => !['XCG', 'ZWG'].includes(currency)), [])
  assert.equal(currencyOf('CN'), 'CNY')
  assert.equal(currencyOf('Germany'), undefined)
  assert.equal(weekendOf('Germany'), undefined)
})

test('in China the days off and the days worked for them are those of the notice', () => {
  // The notice of 4 November 2025: Spring Festival from 15 to 23 February, work on 14 and 28 February.
  const year = holidaysOf('CN', 2026)
  assert.equal(year?.holidays.length, 33)
  assert.deepEqual(year?.holidays.filter((day) => day.startsWith('2026-02')), ['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`))
  assert.deepEqual(year?.workingDays, ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  assert.equal(holidaysOf('CN', 2027), undefined)
  assert.equal(holidaysOf('DE', 2026), undefined)
  for (let number = 2019; number <= 2026; number += 1) {
    const found = holidaysOf('CN', number)
    assert.ok(found?.workingDays.every((day) => [0, 6].includes(new Date(day).getUTCDay())), `${number}: days worked are Saturdays and Sundays`)
    assert.ok(found?.holidays.every((day) => !found.workingDays.includes(day)), `${number}: no day is both`)
    assert.ok(found?.notices.every((url) => /gov\.cn\//.test(url)))
  }
})

test('holidays are read as people write them, and what is no day is told', () => {
  const read = readHolidays('2026-12-25 Christmas Day\n2026/1/1\n\n２０２６年５月１日\n31.12.2026\n2026-02-30\n2026-12-25')
  assert.deepEqual(read.days, ['2026-01-01', '2026-05-01', '2026-12-25'])
  assert.deepEqual(read.wrong, ['31.12.2026', '2026-02-30'])
  assert.equal(dayOf('tomorrow'), undefined)
})

test('a calendar file gives the days that another reader finds in it', () => {
  const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN',
    'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Three days of', '  Christmas', 'END:VEVENT',
    'BEGIN:VEVENT', 'UID:2', 'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=YEARLY', 'SUMMARY:New Year: day', 'END:VEVENT',
    'BEGIN:VEVENT', 'UID:3', 'DTSTAMP:20260101T000000Z', 'DTSTART;TZID=Asia/Shanghai:20270501T090000', 'DTEND;TZID=Asia/Shanghai:20270501T170000', 'SUMMARY:Fair', 'END:VEVENT',
    'END:VCALENDAR', ''].join('\r\n')
  const theirs = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').flatMap((component) => {
    const { startDate, endDate } = new ICAL.Event(component)
    const days = []
    const day = startDate.clone()
    day.isDate = true
    const end = endDate.clone()
    end.isDate = true
    do { days.push(day.toString()); day.addDuration(ICAL.Duration.fromString('P1D')) } while (day.compare(end) < 0)
    return days
  })
  const read = readHolidays(file)
  assert.deepEqual(read.days, theirs)
  assert.deepEqual([read.wrong, read.repeating], [[], 1])
  assert.deepEqual(readHolidays('BEGIN:VEVENT\nSUMMARY:Nothing\nEND:VEVENT').wrong, ['Nothing'])
})

test('the last of so many months is the day before the same day', () => {
  assert.equal(lastDay('2020-07-01', 12), '2021-06-30')
  assert.equal(lastDay('2025-07-01', 36), '2028-06-30')
  assert.equal(lastDay('2024-02-29', 12), '2025-02-27')
  assert.equal(lastDay('2020-08-31', 6), '2021-02-27')
  assert.equal(lastDay('2020-03-15', 24), '2022-03-14')
})
