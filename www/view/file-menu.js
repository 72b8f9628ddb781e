// Saving scenarios as files, opening files, and what a document brings onto the desk.
/** @import { PlannerElement } from '../planner-element.js' */
/** @import { View } from '../view.js' */
/** @import { Document } from '../state/document.js' */
import { html, nothing } from 'lit'
import { shownSheet, withSheets } from '../state/desk.js'
import { documentOf, sheetsOf } from '../state/document.js'
import { documentFromFile, fileName, fileOf } from '../state/files.js'
import { item } from './menus.js'

/** @param {View} view @param {PlannerElement} planner */
export function fileMenu(view, planner) {
  const { m: { scenarios: words }, desk } = view
  return html`${item(words.saveOne, () => saveOne(view, planner))}
    ${item(words.saveAll(desk.sheets.length), () => saveAll(view, planner), { disabled: desk.sheets.length === 1 })}
    ${view.locked ? nothing : item(words.open, () => choose(planner), { hint: words.orDrop })}`
}

/** @param {View} view @param {PlannerElement} planner */
function saveOne(view, planner) {
  const sheet = shownSheet(planner.desk)
  view.actions.save(fileOf(documentOf(planner.desk, { only: sheet.key })), fileName(view.sheetName(sheet), view.m.scenarios.fileOfOne))
}

/** @param {View} view @param {PlannerElement} planner */
export function saveAll(view, planner) {
  const { sheets } = planner.desk
  if (sheets.length === 1) return saveOne(view, planner)
  view.actions.save(fileOf(documentOf(planner.desk)), fileName('', view.m.scenarios.fileOfAll))
}

/** Lets the user choose files. @param {PlannerElement} planner */
function choose(planner) {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  input.multiple = true
  input.addEventListener('change', () => openFiles(planner, [...input.files ?? []]))
  input.click()
}

/** Opens files as further sheets, all in one step. @param {PlannerElement} planner @param {File[]} files */
export async function openFiles(planner, files) {
  if (planner.locked) return
  let { desk } = planner
  let opened = 0
  for (const file of files) {
    const read = await documentFromFile(file)
    if ('wrong' in read) {
      planner.tell({ kind: 'wrong-file', file: file.name, wrong: read.wrong })
      continue
    }
    desk = withSheets(desk, sheetsOf(read.document), read.document.shown)
    opened += read.document.scenarios.length
  }
  if (!opened) return
  planner.arrange(desk)
  if (planner.place?.name === 'library') planner.showPlace(undefined)
  planner.tell({ kind: 'opened', number: opened, from: 'file' })
}
