// 关于没有网络时的使用与新版本的文字。What the page says in Chinese about times without a network, and about newer versions of itself.

/** @type {typeof import('../en/offline.js').default} */
export default {
  newVersion: '规划工具的新版本已就绪。您输入的内容会保留。',
  renewedElsewhere: '另一个窗口已载入规划工具的新版本。此窗口仍显示之前的版本。',
  saveFirst: '但此浏览器没有保留您在这里输入的全部内容：请先将其保存为文件。',
  load: '载入新版本',
  loadAnyway: '不保留，直接载入',
  notNow: '以后再说',

  works: (since) => `没有网络时也能打开此页面：浏览器${since ? `于 ${since} 获取了页面文件并将其保留` : '保留了页面文件'}。这些文件不含您的任何内容，因此“全部删除”不会删除它们。`,
  refused: '没有网络时无法打开此页面：此浏览器没有保留页面文件。',
  inside: '此页面是包含全部内容的单个文件，不需要也不能使用网络。有些浏览器会把所有此类文件的内容保留在同一处。',
  file: '下载单文件版规划工具。',
  fileHint: '双击即可打开，没有网络也能使用。',
  noLinks: '此规划工具是您设备上的一个文件，指向它的链接在别处无法打开。请改为发送方案文件：有此规划工具的人将文件拖到页面上即可打开。',
}
