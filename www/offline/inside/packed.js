// What a single file holds beside its words, packed: as text in elements that no browser runs or shows.

/** What lies under a name, unpacked. It is read where it stands, because a file may ask for nothing. @param {'program' | 'engine' | 'exports'} name */
export function unpacked(name) {
  const bytes = Uint8Array.from(atob(document.getElementById(name)?.textContent ?? ''), (letter) => letter.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')))
}
