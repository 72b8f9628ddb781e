// Pages and contacts where their topic comes up: the exams' own pages, the reseller, the test centre, the trainers.
/** @import { Catalogue } from '../pkg/index.js' */
/** @import { Finding, View } from '../view.js' */
import { html, nothing } from 'lit'

/** Topics of links that help with a finding, by its code. @type {Partial<Record<Finding['code'], string[]>>} */
export const topicsOfFinding = {
  'test-centre-missing': ['test-centre', 'technical-requirements'], 'test-centre-too-late': ['test-centre', 'technical-requirements'],
  'order-day-passed': ['sales'], 'need-uncovered': ['sales', 'partners'], 'not-sold': ['licensing-programmes', 'sales'], 'not-priced': ['prices', 'partners'], 'sale-assumed': ['sales'],
  'sitting-before-ready': ['exams'], 'exam-ended': ['exams', 'certifications'], 'certification-ended': ['certifications'], 'end-disputed': ['certifications'], 'attempts-cut': ['exam-policies'],
  'contact-missing': ['sales'], 'expiry-disputed': ['sales'], 'minimum-months-elsewhere': ['prices'], 'saving-outside-claim': ['prices'],
  'free-vouchers-unused': ['imagine-academy'], 'no-imagine-academy': ['imagine-academy'], 'fundamentals-in-no-pack': ['exam-packs', 'sales'], 'exams-unused': ['exam-packs'],
}

/** Links of these topics, one after another. Nothing until the texts are there. @param {View} view @param {readonly string[] | undefined} topics @param {string} [label] */
export function links(view, topics, label) {
  const found = (topics ?? []).flatMap((topic) => view.catalogue.links.filter((each) => each.topic === topic))
  return found.length ? html`<span class="see">${label ? view.ui.labelled(label, '') : nothing}${found.map((each, index) => html`${index ? ' · ' : nothing}<a href=${each.url} target="_blank" rel="noopener noreferrer">${view.text(each.text)}</a>`)}</span>` : nothing
}

/** The page of an exam: its own where it has one, else the list of all. @param {Catalogue} catalogue @param {string} id @returns {{ url: string, own: boolean } | undefined} */
export function examPage(catalogue, id) {
  const exam = catalogue.exams.find((each) => each.id === id)
  if (exam?.url) return { url: exam.url, own: true }
  const pages = catalogue.links.find(({ topic }) => topic === 'exam-pages')
  // Each file of the catalogue of exams is published as the page of its exam.
  if (pages && exam && exam.cites.some((cite) => pages.cites.includes(cite))) return { url: pages.url + id.toLowerCase(), own: true }
  const list = catalogue.links.find(({ topic }) => topic === 'exams')
  return list && { url: list.url, own: false }
}

/** Exam numbers as links to their pages. @param {View} view @param {string[]} ids */
export const exams = (view, ids) => view.say.allOf(ids.map((id) => {
  const page = examPage(view.catalogue, id)
  return page ? html`<a class="exam-number" href=${page.url} target="_blank" rel="noopener noreferrer" title=${page.own ? nothing : view.m.why.listOfExams}>${id}</a>` : id
}))

/** The exams that a certification takes: `3 of A, B and C, and 1 of D and E`; several routes one after another. @param {View} view @param {string} id */
export function examsOf(view, id) {
  const { why } = view.m
  const routes = view.catalogue.certifications.find((each) => each.id === id)?.routes ?? []
  return routes.map((requirements, index) => html`${index ? why.orRoute : nothing}${requirements.map(({ choose, of }, at) => html`${at ? why.andRequirement : nothing}${
    choose < of.length ? why.someOf(view.say.count(choose), exams(view, of)) : exams(view, of)}`)}`)
}
