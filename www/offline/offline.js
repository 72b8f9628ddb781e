// What the page knows, and says at its foot, about times without a network.

/**
 * @typedef {object} Offline
 * @property {'unsure' | 'kept' | 'refused' | 'inside'} state `unsure`: its files may just be on their way; `kept`: this browser has them; `refused`: it does not keep them, or did not get them all; `inside`: the page is a single file, which holds them all
 * @property {string} [since] the day on which the browser fetched them, as an ISO day
 * @property {string} [file] where the planner lies as a single file
 */
export {}
