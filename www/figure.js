// Figures as buttons that open their reason. What a reason says is loaded after the first answer.
/** @import { View } from './view.js' */
import { html, nothing } from 'lit'
import { classMap } from 'lit/directives/class-map.js'
import { noteId } from './view.js'

/** A value of the plan with its figure. @template T @typedef {{ value: T, why: number }} Explained */

/**
 * A value that opens its reason. Place names where the reason opens: beside several figures, one is open at a time.
 * @param {View} view @param {string} place @param {Explained<unknown> | undefined | null} explained @param {string} [shown]
 */
export function figure(view, place, explained, shown) {
  const source = explained && view.plan?.figures[explained.why]
  if (!explained || !source) return shown ?? nothing
  const value = view.valueOf(source)
  const open = view.notes.get(place) === source.what
  view.shown.set(`${place} ${source.what}`, explained.why)
  // Marked where no text settles it, or where another choice would change the plan.
  const assumed = source.step.kind === 'by-policy' || Boolean(source.policy && view.othersOf(source.policy).length)
  return html`<button type="button" class=${classMap({ figure: true, assumed })}
    title=${view.later ? view.ui.why(view.m.what[source.what], value) : nothing} aria-expanded=${open} aria-controls=${open ? noteId(place) : nothing}
    @click=${() => view.actions.note(place, open ? undefined : source.what)}>${shown ?? value}</button>`
}

/** The open reason of a place, if one is; to be drawn after the place's figures. @param {View} view @param {string} place */
export const note = (view, place) => (view.notes.has(place) ? view.later?.reason(view, place) : nothing) ?? nothing
