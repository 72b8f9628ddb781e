// The desk and what is made of it: steps to undo, links, files, what is kept. Runs without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { plan } from '../www/pkg/node.js'
import { sample } from '../www/samples.js'
import { emptyScenario } from '../www/scenario.js'
import { copiedSheet, deskWith, isUntouched, movedSheet, renamedSheet, showing, shownSheet, withSheet, withSheets, withShown, withoutSheet } from '../www/state/desk.js'
import { deskOf, documentOf, hasPrices, sheetsOf, withoutPrices } from '../www/state/document.js'
import { documentFromFile, documentFromText, fileName, fileText, largestFile } from '../www/state/files.js'
import { History } from '../www/state/history.js'
import { Keeper } from '../www/state/keeper.js'
import { documentFrom, fragmentOf, sendable } from '../www/state/link.js'
import { migrated } from '../www/state/migrate.js'

const school = sample('school', 'en')
const university = sample('university', 'en')
const untouched = deskWith(school, { name: 'school', changed: false })
const changed = deskWith({ ...school, name: 'Mine' }, { name: 'school', changed: true })
const three = withSheet(withSheet(changed, university), emptyScenario('2026-01-01'))

/** A scenario with many groups, each of them different. @param {number} count @returns {import('../www/pkg/index.js').Scenario} */
const withGroups = (count) => ({
  ...school,
  agreements: school.agreements?.map((agreement) => ({
    ...agreement,
    groups: Array.from({ length: count }, (_, place) => ({
      name: `Class ${place + 1} of the ${['upper', 'lower', 'evening'][place % 3]} school`, people: String(37 * place + 11), audience: /** @type {const} */ ('student'), site: `site-${place % 2 + 1}`,
      certifications: [['mos-word-2016', 'mos-excel-2016', 'mta-networking-fundamentals', 'mta-security-fundamentals'][place % 4] ?? ''],
      preparationStart: `2020-0${place % 9 + 1}-01`, passRate: `0.${60 + place}`, attempts: '2', sittings: [{ day: `2021-0${place % 6 + 1}-1${place % 7}`, people: '' }],
    })),
  })),
})

// ---- Steps to undo

test('typing at one place is one step until it rests for 800 milliseconds', () => {
  let time = 0
  /** @type {History<number>} */
  const history = new History(() => time)
  for (const [state, pause] of /** @type {const} */ ([[0, 0], [1, 799], [2, 799], [3, 800], [4, 100]])) {
    time += pause
    history.remember(state, 'people')
  }
  assert.equal(history.undo(5)?.state, 3, 'the second burst')
  assert.equal(history.undo(3)?.state, 0, 'the first burst')
  assert.equal(history.canUndo, false)
})

test('typing elsewhere, and whatever is whole, is a step of its own', () => {
  const history = new History(() => 0)
  history.remember('a', 'people')
  history.remember('b', 'day')
  history.remember('c', 'day', true)
  history.remember('d', 'day', true)
  history.remember('e')
  assert.deepEqual(['f', 'e', 'd', 'c', 'b', 'a'].map((now) => history.undo(now)?.state), ['e', 'd', 'c', 'b', 'a', undefined])
})

test('300 steps are undone and redone, each at its place; a change after undoing forgets what was undone', () => {
  let time = 0
  /** @type {History<number>} */
  const history = new History(() => time)
  for (let step = 0; step < 300; step += 1) {
    time += 1000
    history.remember(step, `field ${step}`)
  }
  let state = 300
  for (let step = 299; step >= 0; step -= 1) {
    const back = history.undo(state)
    assert.deepEqual(back, { state: step, place: `field ${step}` })
    state = step
  }
  for (let step = 0; step < 300; step += 1) assert.deepEqual(history.redo(step), { state: step + 1, place: `field ${step}` })
  history.undo(300)
  history.remember(299, 'other')
  assert.equal(history.canRedo, false)
})

// ---- The desk

test('sheets are opened, shown, renamed, moved, copied and closed, and no state changes in place', () => {
  const before = JSON.stringify(three)
  assert.deepEqual(three.sheets.map(({ key }) => key), ['1', '2', '3'])
  assert.equal(three.shown, '3')
  assert.equal(shownSheet(showing(three, '1')).scenario.name, 'Mine')
  assert.equal(renamedSheet(three, '2', 'Lake').sheets[1]?.scenario.name, 'Lake')
  assert.deepEqual(movedSheet(three, '3', -1).sheets.map(({ key }) => key), ['1', '3', '2'])
  assert.equal(movedSheet(three, '1', -1), three, 'the first cannot go further')
  const copied = copiedSheet(three, '1', 'Mine (2)')
  assert.deepEqual(copied.sheets.map(({ scenario }) => scenario.name), ['Mine', 'Mine (2)', university.name, ''])
  assert.equal(copied.shown, '4')
  assert.deepEqual(withoutSheet(three, '3').shown, '2', 'the one beside it is shown')
  assert.equal(withoutSheet(deskWith(school), '1').sheets.length, 1, 'the last one stays')
  assert.equal(JSON.stringify(three), before)
})

test('what is opened comes as further sheets, and takes the place of what nobody has touched', () => {
  assert.deepEqual(withSheets(changed, [{ scenario: university }]).sheets.map(({ scenario }) => scenario.name), ['Mine', university.name])
  assert.deepEqual(withSheets(untouched, [{ scenario: university }, { scenario: school }], 1), { sheets: [{ key: '2', scenario: university }, { key: '3', scenario: school }], shown: '3' })
  assert.equal(isUntouched({ scenario: emptyScenario('2026-01-01') }), true)
  assert.equal(isUntouched({ scenario: { ...emptyScenario('2026-01-01'), name: 'x' } }), false)
})

// ---- Links

test('a link gives the same scenarios again, with the language and the one shown, and the same plan', async () => {
  const document = documentOf(showing(three, '2'), { language: 'zh-CN' })
  const read = await documentFrom(await fragmentOf(document))
  assert.deepEqual(read, { document })
  assert.ok('document' in read)
  assert.deepEqual(plan(sheetsOf(read.document)[1]?.scenario ?? {}), plan(university))
})

test('a link with 12 groups has at most 2,000 characters, also in Chinese', async () => {
  const scenario = withGroups(12)
  for (const desk of [deskWith(scenario), deskWith(JSON.parse(JSON.stringify(scenario).replaceAll(/Class (\d+) of the \w+ school/g, '夜校第$1班')))]) {
    const fragment = await fragmentOf(documentOf(desk, { language: 'en' }))
    assert.ok(fragment.length <= 2000, `${fragment.length}`)
  }
})

test('a link that is too long to send is known to be', async () => {
  // A name that does not repeat itself cannot be packed.
  let seed = 1
  const name = Array.from({ length: 12_000 }, () => String.fromCharCode(33 + (seed = seed * 48_271 % 2_147_483_647) % 90)).join('')
  const fragment = await fragmentOf(documentOf(deskWith({ ...school, name })))
  assert.ok(fragment.length > sendable, `${fragment.length}`)
})

test('prices stay out of a link unless they are asked for, and nothing else does', async () => {
  const read = await documentFrom(await fragmentOf(documentOf(changed, { prices: false })))
  assert.ok('document' in read)
  const scenario = read.document.scenarios[0]?.scenario ?? {}
  assert.equal(hasPrices(scenario), false)
  assert.doesNotMatch(JSON.stringify(scenario), /9000|3300|price/i)
  assert.deepEqual(scenario.agreements?.[0]?.groups, school.agreements?.[0]?.groups)
  assert.equal(read.document.scenarios[0]?.sample, undefined, 'an example without its prices is no longer that example')
  assert.equal(withoutPrices(emptyScenario('2026-01-01')).agreements?.length, 1)
})

/** A link with any content. @param {string | Buffer} content */
const packed = (content) => `#1.${deflateRawSync(content).toString('base64url')}`

test('a link that is damaged, foreign, too large or newer says which', async () => {
  const good = await fragmentOf(documentOf(changed))
  const kind = async (/** @type {string} */ fragment) => {
    const read = await documentFrom(fragment)
    return 'wrong' in read ? read.wrong.kind : 'fine'
  }
  assert.equal(await kind(good), 'fine')
  for (const cut of [4, 10, good.length - 3]) assert.equal(await kind(good.slice(0, cut)), 'broken', `cut to ${cut}`)
  for (const fragment of ['#', '#1.', '#1.%%%', '#1.AAAA', '#x.abc', '#1.a', packed('{'), packed(Buffer.from([0xff, 0xfe]))]) assert.equal(await kind(fragment), 'broken', fragment)
  for (const content of ['null', '[]', '7', '{}', '{"version":1}', '{"version":1,"scenarios":[]}', '{"version":1,"scenarios":[{}]}', '{"version":"1","scenarios":[{"agreements":[]}]}']) assert.equal(await kind(packed(content)), 'not-a-scenario', content)
  assert.equal(await kind(`#1.${'A'.repeat(70_000)}`), 'too-large')
  assert.equal(await kind('#2.AAAA'), 'newer')
  assert.deepEqual(await documentFrom(packed('{"version":7,"anything":1}')), { wrong: { kind: 'newer', version: 7, known: 1 } })
})

test('a link that would unpack to more than a megabyte is given up while it unpacks', async () => {
  const bomb = packed(Buffer.alloc(30 * 1024 * 1024, 0x20))
  assert.ok(bomb.length < 64 * 1024, 'it is short enough to be read')
  assert.deepEqual(await documentFrom(bomb), { wrong: { kind: 'too-large' } })
})

// ---- Versions

test('a lone scenario, of before there was a desk, becomes a document', () => {
  assert.deepEqual(migrated(school), { document: { version: 1, shown: 0, scenarios: [{ scenario: school }] } })
})

test('drafts that forgot their version have that of their layout', () => {
  const { version, ...draft } = school
  assert.deepEqual(migrated(draft), { document: { version: 1, shown: 0, scenarios: [{ scenario: { version: 1, ...draft } }] } })
  assert.deepEqual(migrated({ ...draft, version: 0 }), { document: { version: 1, shown: 0, scenarios: [{ scenario: { ...draft, version: 1 } }] } })
  assert.deepEqual(migrated({ scenarios: [{ scenario: draft }, school] }), { document: { version: 1, shown: 0, scenarios: [{ scenario: { version: 1, ...draft } }, { scenario: school }] } })
})

test('a newer version is refused by its number, of the document and of a scenario in it', () => {
  assert.deepEqual(migrated({ version: 2, whatever: true }), { wrong: { kind: 'newer', version: 2, known: 1 } })
  assert.deepEqual(migrated({ ...school, version: 3 }), { wrong: { kind: 'newer', version: 3, known: 1 } })
})

test('unknown fields of a scenario are not dropped: the engine names them at their place', () => {
  const read = migrated({ ...school, agreements: [{ ...school.agreements?.[0], colour: 'blue' }] })
  assert.ok('document' in read)
  const reply = plan(read.document.scenarios[0]?.scenario ?? {})
  assert.ok(reply.outcome === 'refused')
  assert.deepEqual(reply.problems.map(({ path, code }) => [path, code]), [['agreements[0].colour', 'malformed']])
})

test('what a document says of itself is not believed where it cannot be true', () => {
  const read = migrated({ version: 1, shown: 9, language: 'tlh', scenarios: [{ scenario: school, sample: '__proto__', changed: false }] })
  assert.deepEqual(read, { document: { version: 1, shown: 0, scenarios: [{ scenario: school }] } })
})

// ---- Files

test('a file that is opened and saved again has the same bytes', () => {
  for (const desk of [three, untouched, deskWith(withGroups(5))]) {
    const text = fileText(documentOf(desk))
    const read = documentFromText(text)
    assert.ok('document' in read)
    assert.equal(fileText(documentOf(deskOf(read.document))), text)
    const again = withSheets(untouched, sheetsOf(read.document), read.document.shown)
    assert.equal(fileText(documentOf(again)), text, 'opened on a desk that nobody has touched')
  }
})

test('a file has its fields in an order of their own, however they were entered', () => {
  const turned = JSON.parse(JSON.stringify(school), (_, value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value))
  assert.equal(fileText(documentOf(deskWith(turned))), fileText(documentOf(deskWith(school))))
  assert.match(fileText(documentOf(changed)), /^\{\n {2}"version": 1,\n {2}"shown": 0,\n {2}"scenarios": \[\n/)
})

test('a file that is no scenario says why', async () => {
  const kind = async (/** @type {string} */ text) => {
    const read = await documentFromFile(new File([text], 'x.json'))
    return 'wrong' in read ? read.wrong.kind : 'fine'
  }
  assert.equal(await kind(`\ufeff${fileText(documentOf(changed))}`), 'fine', 'a byte order mark is nothing')
  assert.equal(await kind('name;people'), 'not-json')
  assert.equal(await kind('{"a":1}'), 'not-a-scenario')
  assert.equal(await kind('{"version":2}'), 'newer')
  assert.equal(await kind(' '.repeat(largestFile + 1)), 'too-large')
})

test('a scenario’s name becomes a name that every file system takes', () => {
  assert.equal(fileName('A/B: which? "packs"\u0007. ', 'x'), 'A-B-which-packs.json')
  assert.equal(fileName('学区（EES）：订购哪些站点包？', 'x'), '学区（EES）-订购哪些站点包.json')
  assert.equal(fileName(' ... ', 'scenario'), 'scenario.json')
})

// ---- What is kept

/** A shelf in memory, and channels between the windows that share it. */
function shelfForWindows() {
  /** @type {import('../www/state/keeper.js').Kept | undefined} */
  let kept
  /** @type {EventTarget[]} */
  const windows = []
  let broken = false
  const shelf = {
    read: async () => { if (broken) throw new Error('refused'); return kept },
    write: async (/** @type {(kept: any) => any} */ change) => { if (broken) throw new Error('refused'); kept = structuredClone(change(kept)) },
    clear: async () => { kept = undefined },
  }
  const open = () => {
    const channel = Object.assign(new EventTarget(), { postMessage: () => windows.filter((each) => each !== channel).forEach((each) => each.dispatchEvent(new Event('message'))) })
    windows.push(channel)
    const keeper = new Keeper(shelf, /** @type {any} */ (channel))
    /** @type {boolean[]} */
    const disputes = []
    keeper.addEventListener('elsewhere', (event) => disputes.push(/** @type {CustomEvent<boolean>} */ (event).detail))
    return { keeper, disputes }
  }
  return { open, kept: () => kept, breaks: () => { broken = true }, settle: () => new Promise((resolve) => setTimeout(resolve, 5)) }
}

test('nothing is kept before the first change; then all is, and comes back', async () => {
  const { open, kept } = shelfForWindows()
  const { keeper } = open()
  assert.equal(await keeper.read(), undefined)
  keeper.keep(untouched)
  keeper.keep(withSheet(untouched, university, { name: 'university', changed: false }))
  await keeper.flush()
  assert.equal(kept(), undefined)
  assert.equal(keeper.state, 'nothing')
  keeper.keep(three)
  await keeper.flush()
  assert.equal(keeper.state, 'kept')
  const read = await open().keeper.read()
  assert.ok(read && 'document' in read)
  assert.deepEqual(deskOf(read.document), { ...three, sheets: three.sheets.map(({ key, scenario, origin }) => ({ key, scenario, origin: origin ?? undefined })) })
  keeper.keep(untouched)
  await keeper.flush()
  assert.equal(kept()?.document.scenarios.length, 1, 'once something is kept, an example may take its place')
})

test('a window that has not seen the other’s change does not write over it', async () => {
  const { open, kept, settle } = shelfForWindows()
  const [one, two] = [open(), open()]
  await one.keeper.read()
  await two.keeper.read()
  one.keeper.keep(changed)
  await one.keeper.flush()
  await settle()
  assert.deepEqual(two.disputes, [false])
  two.keeper.keep(three)
  await two.keeper.flush()
  assert.equal(kept()?.document.scenarios.length, 1, 'nothing is kept before somebody decides')
  await two.keeper.keepOwn(three)
  await settle()
  assert.equal(kept()?.document.scenarios.length, 3)
  assert.deepEqual(one.disputes, [false], 'now the first is told')
  const taken = await one.keeper.takeOther()
  assert.ok(taken && 'document' in taken && taken.document.scenarios.length === 3)
  one.keeper.keep(changed)
  await one.keeper.flush()
  assert.equal(kept()?.document.scenarios.length, 1, 'and may go on')
})

test('a change that no message told of is found in the same transaction', async () => {
  const { open, kept } = shelfForWindows()
  const [one, two] = [open(), open()]
  await one.keeper.read()
  await two.keeper.read()
  one.keeper.keep(changed)
  two.keeper.keep(three)
  await Promise.all([one.keeper.flush(), two.keeper.flush()])
  assert.equal(kept()?.document.scenarios.length, 1)
  assert.ok(two.disputes.length > 0)
})

test('what is forgotten is gone, and the other window is told', async () => {
  const { open, kept, settle } = shelfForWindows()
  const [one, two] = [open(), open()]
  await one.keeper.read()
  one.keeper.keep(changed)
  await one.keeper.flush()
  await two.keeper.read()
  await one.keeper.forget()
  await settle()
  assert.equal(kept(), undefined)
  assert.equal(one.keeper.state, 'nothing')
  assert.deepEqual(two.disputes, [true])
})

test('a browser that refuses to keep anything says so, and loses nothing else', async () => {
  const { open, breaks } = shelfForWindows()
  const { keeper } = open()
  await keeper.read()
  breaks()
  keeper.keep(changed)
  await keeper.flush()
  assert.equal(keeper.state, 'refused')
})

test('before a page is loaded again it is known whether all of it would be there', async () => {
  const { open, kept, breaks, settle } = shelfForWindows()
  const [one, two] = [open(), open()]
  await one.keeper.read()
  await two.keeper.read()
  assert.equal(await one.keeper.settle(untouched), true, 'an example needs no keeping')
  one.keeper.keep(changed)
  assert.equal(await one.keeper.settle(changed), true)
  assert.equal(kept()?.document.scenarios.length, 1, 'what waited is kept')
  await settle()
  assert.equal(await two.keeper.settle(three), false, 'another window has kept something else')
  breaks()
  one.keeper.keep(three)
  assert.equal(await one.keeper.settle(three), false, 'the browser refuses')
})

test('what a newer planner kept is left alone until somebody decides', async () => {
  const { open, kept } = shelfForWindows()
  const first = open()
  await first.keeper.read()
  first.keeper.keep(changed)
  await first.keeper.flush()
  const record = kept()
  if (record) record.document = /** @type {any} */ ({ version: 9, new: 'layout' })
  const { keeper } = open()
  assert.deepEqual(await keeper.read(), { wrong: { kind: 'newer', version: 9, known: 1 } })
  keeper.keep(three)
  await keeper.flush()
  assert.equal(kept()?.document.version, 9)
})
