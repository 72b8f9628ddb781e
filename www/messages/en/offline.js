// What the page says in English about times without a network, and about newer versions of itself.

export default {
  newVersion: 'A new version of the planner is ready. What you entered stays.',
  renewedElsewhere: 'Another window has loaded a new version of the planner. This one still shows the version before.',
  saveFirst: ' But this browser has not kept all you entered here: save it as a file first.',
  load: 'Load the new version',
  loadAnyway: 'Load it without keeping',
  notNow: 'Not now',

  works: (/** @type {string | undefined} */ since) => `This page opens without a network: ${since ? `on ${since} the browser fetched its files and keeps` : 'the browser keeps'} them. They hold nothing of yours, so to forget everything leaves them here.`,
  refused: 'Without a network this page does not open: this browser does not keep its files.',
  inside: 'This page is a single file that holds everything. It needs no network and may use none. Some browsers keep the work of all such files in one place.',
  file: 'Download the planner as a single file.',
  fileHint: 'It opens with a double click, also where there is no network.',
  noLinks: 'This planner is a file on your device, so a link to it opens nowhere else. Send your scenarios as a file instead: whoever has the planner can drop it on the page.',
}
