// A single file is kept where somebody put it: there is nothing to fetch, and no newer version to be told of.
/** @import { PlannerElement } from '../../planner-element.js' */

/** @param {PlannerElement} planner */
export async function beginOffline(planner) { planner.offline = { state: 'inside' } }
