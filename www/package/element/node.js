// The element where there is no page, such as on a server: it can be imported and defined, and does nothing. The tag that a server
// writes gets its meaning in the browser.

export class VoucherPlanner {
  static formAssociated = true
  static version = '0.0.0'
  /** @type {string | undefined} */ static home

  static define() {}
}
