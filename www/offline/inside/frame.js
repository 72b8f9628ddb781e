// A single file in a frame is the page all the same: no page around it has anything to say to it.

/** @param {() => Promise<void>} openPage */
export const openFrame = (openPage) => openPage()
