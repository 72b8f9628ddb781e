// stub
/** @import { View } from '../view.js' */
/** @import { PlannerElement } from '../planner-element.js' */
import { html } from 'lit'
/** @param {View} view @param {PlannerElement} planner */
export const draw = (view, planner) => html`<h2>${view.m.scenarios.title}${planner.localName}</h2>`
