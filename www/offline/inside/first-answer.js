// In a single file the engine is there at once: no answer stands in for it.

export const firstAnswer = undefined

export const answers = () => false
