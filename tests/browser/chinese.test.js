// The same for people who read Chinese: their browser asks for it, and the page speaks it from the start.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPage } from './browser.js'
import { Person } from './person.js'

/** @type {Awaited<ReturnType<typeof openPage>>} */
let page
/** @type {Person} */
let person
before(async () => {
  page = await openPage({ language: 'zh-CN' })
  person = new Person(page)
})
after(() => page?.close())

test('a Chinese browser gets a Chinese page', async () => {
  await person.reads(/^请订购 1 × 500 站点包、1 × 125 MOS\/MCE 站点包和1 × 125 MTA\/MCE 站点包，首批最迟 2020年12月4日，共计 USD 7,800\.00。/)
  assert.equal(await page.driver.executeScript('return document.documentElement.lang'), 'zh-CN')
  assert.equal(await page.driver.getTitle(), '考试券采购规划')
})

test('from nothing to an order, in Chinese', async () => {
  await person.presses('从空白开始')
  await person.reads(/应该订购什么？/)
  await person.chooses('许可计划', 'EES')
  await person.types('今天', '2020-09-21')
  await person.types('首日', '2020-07-01')
  await person.types('末日', '2021-06-30')
  await person.types('人数', '620', '第 1 组')
  await person.adds('认证', '77-725', '第 1 组')
  await person.types('考试日', '2021-04-12', '第 1 组')
  await person.reads(/^请在 2021年4月9日 前订购 1 × 500 站点包和1 × 125 MOS\/MCE 站点包。 ?购入 625 项考试，需要 620 项，5 项未用。/)
})

test('a wrong field says so in Chinese', async () => {
  await person.types('末日', '2019-01-01')
  await person.sees(() => person.description('末日'), (text) => /早于首日2020年7月1日/.test(text), 'the field names the first day')
})

test('no English sentence is left, save names', async () => {
  await person.presses('大学')
  await person.reads(/班级包/)
  const text = String(await person.look('return [...root.children].map(text).join(" ")'))
  const sentences = text.match(/\b(the|and|of|is|are|for|with|from|this|your)\b [a-z]+/g) ?? []
  assert.deepEqual(sentences, [])
})
