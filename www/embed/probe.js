// Loaded by the self-test, to see whether a page may load it. It does nothing.
export {}
