// What a page loads with the planner in it, by each way to embed it, beside things that it might embed instead: `npm run bench:embedding`.
//
// The others are installed from the registry into a folder of its own, and each is bundled as a page would that uses it: the smallest
// use that shows something. They do less, or other things; what they have in common is that somebody would build this on them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { loaded } from '../tests/package-size.js'
import { framed, sum, weightOf } from '../tests/size.js'

const www = fileURLToPath(new URL('../www/', import.meta.url))

/** The least that uses each of them, with their versions. @type {{ name: string, packages: string[], script: string }[]} */
const others = [
  {
    name: 'publicodes with the rules of France’s payroll calculator', packages: ['publicodes@1.10.3', 'modele-social@11.1.0'],
    script: "import Engine from 'publicodes'; import rules from 'modele-social'; document.body.textContent = String(new Engine(rules).evaluate('salarié . contrat').nodeValue)",
  },
  {
    name: 'SurveyJS, a form library that calculates', packages: ['survey-core@2.5.38', 'survey-js-ui@2.5.38'],
    script: "import 'survey-core/survey-core.min.css'; import { Model } from 'survey-core'; import 'survey-js-ui'; new Model({ elements: [{ name: 'people', type: 'text' }] }).render(document.body)",
  },
  {
    name: 'Form.io, forms with rules', packages: ['@formio/js@5.6.0'],
    script: "import { Formio } from '@formio/js'; Formio.createForm(document.body, { components: [{ type: 'number', key: 'people', input: true }] })",
  },
  {
    name: 'a spreadsheet: Handsontable with HyperFormula', packages: ['handsontable@18.1.1', 'hyperformula@3.5.0'],
    script: "import 'handsontable/styles/handsontable.min.css'; import Handsontable from 'handsontable'; import { HyperFormula } from 'hyperformula'; new Handsontable(document.body, { data: [[1, '=A1*2']], formulas: { engine: HyperFormula } })",
  },
]

/** @param {string} file */
const weigh = (file) => weightOf(readFileSync(join(www, file)))
/** @param {string[]} files @param {string} folder */
const together = (files, folder) => files.map((file) => weigh(`${folder}/${file}`)).reduce((all, each) => ({ raw: all.raw + each.raw, gzip: all.gzip + each.gzip, brotli: all.brotli + each.brotli }))

const { file: loader } = JSON.parse(readFileSync(join(www, 'dist/embed/loader.json'), 'utf8'))
const { answer, rest } = loaded()
sum('the planner, by route', [
  ['in the page around a frame: the loader', weigh(`dist/embed/${loader}`)],
  ['in the frame: until it plans', together(framed(), 'dist')],
  ['the element: until it plans', together(answer, 'npm')],
  ['the element: what follows by itself', together(rest, 'npm')],
  ['the engine alone', together(['index.js', 'functions.js', 'facts.js', 'on-demand.js', 'voucher_planner.js', 'voucher_planner_bg.wasm'], 'npm')],
  ['one file with everything in it', weigh('dist/voucher-planner.html')],
])

const folder = mkdtempSync(join(tmpdir(), 'embedded-instead-'))
try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...others.flatMap(({ packages }) => packages)], { cwd: folder, stdio: 'inherit' })
  /** @type {[string, ReturnType<typeof weightOf>][]} */
  const weights = []
  for (const { name, script, packages } of others) {
    writeFileSync(join(folder, 'page.js'), script)
    const made = await build({ root: folder, configFile: false, logLevel: 'silent', publicDir: false, build: { write: false, target: 'baseline-widely-available', rolldownOptions: { input: join(folder, 'page.js'), output: { codeSplitting: false } } } })
    const [output] = Array.isArray(made) ? made : [made]
    const files = output && 'output' in output ? output.output : []
    weights.push([`${name} (${packages.join(', ')})`, weightOf(Buffer.concat(files.map((file) => Buffer.from(file.type === 'chunk' ? file.code : file.source))))])
  }
  sum('what a page might embed instead', weights)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
