// Runs the tests of the page: `npm run test:page`. What needs no browser runs once, the rest in every engine, or in those that BROWSER names.
//
//   npm run test:page -- grid charts     only the files with these names
//
// Every file is a process of its own, and as many run at once as there are processors. What a file says is printed when it ends, and
// in the end how long each took: a list of seconds in which a slow file, or a slow engine, stands out. A file that failed in a browser
// runs once more when nothing else does, because a crowded machine keeps browsers waiting; that it needed to is said in the end.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chosenEngines } from '../.cargo/system.js'

const top = fileURLToPath(new URL('..', import.meta.url))
const wanted = process.argv.slice(2)

/** A file to run, in a browser or without. @typedef {{ name: string, path: string, engine?: string, seconds?: number }} Job */
/** The tests of a folder. @param {string} folder */
const tests = (folder) => readdirSync(new URL(folder, import.meta.url)).filter((file) => file.endsWith('.test.js')).map((file) => ({ name: file.replace('.test.js', ''), path: `tests/${folder}${file}` }))
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))

/** A file in a browser that has not ended by then hangs, in milliseconds. */
const longest = 420_000

/** @type {Job[]} */
const alone = tests('./')
/** @type {Job[]} */
const inBrowsers = tests('browser/').flatMap((file) => chosenEngines().map((engine) => ({ ...file, engine })))
// It takes a while and yields to all others, so it runs beside them from the start.
const beside = alone.filter(({ name }) => name === 'oracle')
const queue = [...inBrowsers, ...alone.filter((job) => !beside.includes(job))]
const jobs = [...beside, ...queue]
/** Files that failed, each with the last of its runs. @type {Set<Job>} */
const failed = new Set()

/** What is at work. @type {Set<number>} */
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const group of running) process.kill(-group, 'SIGKILL')
    process.exit(1)
  })
}

const next = async () => { for (let job = queue.shift(); job; job = queue.shift()) await run(job) }
const started = performance.now()
await Promise.all([...beside.map(run), ...Array.from({ length: Math.max(2, availableParallelism()) }, next)])
const again = [...failed].filter(({ engine }) => engine)
for (const job of again) await run(job)
showSeconds()
for (const { name, engine } of again.filter((job) => !failed.has(job))) console.log(`${name} in ${engine} passed only when it ran again, alone`)
if (failed.size) console.error(`${failed.size} of ${jobs.length} files failed`)
process.exit(failed.size || !jobs.length ? 1 : 0)

/** Runs a file, and prints what came of it. @param {Job} job */
async function run(job) {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', job.path], { cwd: top, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, BROWSER: job.engine ?? '' } })
  const group = Number(child.pid)
  running.add(group)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text })
  // With its browser, which would keep the machine busy.
  const end = job.engine && setTimeout(() => {
    said += `\nended after ${longest / 1000} s\n`
    process.kill(-group, 'SIGKILL')
  }, longest)
  const code = await new Promise((resolve) => { child.on('close', resolve) })
  clearTimeout(end)
  running.delete(group)
  job.seconds = (job.seconds ?? 0) + (performance.now() - begun) / 1000
  const good = code === 0
  if (good) failed.delete(job)
  else failed.add(job)
  const count = (/** @type {string} */ what) => said.match(new RegExp(`ℹ ${what} (\\d+)`))?.[1] ?? '0'
  console.log(`${good ? '✔' : '✖'} ${job.name}${job.engine ? ` in ${job.engine}` : ''}: ${good ? `${count('pass')} passed` : 'failed'}, ${job.seconds.toFixed(0)} s`)
  // Of a file that passed: what it skipped, with the reason, and what it has to say.
  const lines = said.trimEnd().split('\n')
  const telling = /^\s*(﹣|ℹ (?!(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) ))/
  for (const line of good ? lines.filter((each) => telling.test(each)) : lines) console.log(`  ${line}`)
}

/** The seconds of each file, by engine. */
function showSeconds() {
  const engines = [...new Set(jobs.map(({ engine }) => engine))]
  const names = [...new Set(jobs.map(({ name }) => name))]
  const cell = (/** @type {Job[]} */ of) => (of.length ? of.reduce((sum, { seconds = 0 }) => sum + seconds, 0).toFixed(0) : '').padStart(10)
  const row = (/** @type {string} */ title, /** @type {Job[]} */ of) => console.log(title.padEnd(14), ...engines.map((engine) => cell(of.filter((job) => job.engine === engine))))
  console.log(`\n${'seconds'.padEnd(14)}`, ...engines.map((engine) => (engine ?? 'no browser').padStart(10)))
  for (const name of names) row(name, jobs.filter((job) => job.name === name))
  row('in all', jobs)
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s from start to end`)
}
