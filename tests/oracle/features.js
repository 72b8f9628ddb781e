// What an instance shows, so that nobody has to believe that a rule was tried.

/** The names of all that an instance has. @param {any} scenario @param {import('./derivation.js').Derivation} derivation @param {import('./derivation.js').Opening[][]} structures @param {any} [planned] The engine's plan. */
export function features(scenario, derivation, structures, planned) {
  const [agreement] = scenario.agreements
  const { policies, needs, candidates, fixed } = derivation
  /** @type {string[]} */
  const has = []
  const add = (/** @type {boolean | undefined} */ holds, /** @type {string} */ name) => holds && has.push(name)
  for (const [policy, choice] of Object.entries(policies)) {
    has.push(policy === 'invoiceLag' ? `policy invoiceLag: ${Number(choice) > 0 ? '1 to 8' : 0}` : `policy ${policy}: ${choice}`)
  }
  has.push(`programme ${agreement.programme}`)
  has.push(`sites: ${derivation.sites.length}`)
  const sittings = new Set(needs.map(({ sitting }) => sitting)).size
  has.push(`sittings planned: ${sittings > 6 ? '7 to 12' : sittings > 3 ? '4 to 6' : sittings}`)
  const months = Math.round((derivation.end - derivation.start) / 30.4)
  has.push(`months of the agreement: ${months < 12 ? '6 to 11' : months === 12 ? '12' : months < 24 ? '13 to 23' : months < 36 ? '24 to 35' : '36'}`)
  for (const family of new Set(needs.map((need) => need.family))) has.push(`family ${family}`)
  for (const audience of new Set(needs.map((need) => need.audience))) has.push(`audience ${audience}`)
  add(new Set(needs.map((need) => need.family)).size > 2, 'three families or more')
  add(needs.some(({ sitting, lastDay }) => lastDay > sitting), 'retakes make a last day later than the sitting')
  add(needs.some(({ coverable }) => !coverable), 'needs that no product may cover')
  add([...derivation.groupsOf.values()].some(({ size }) => size > 1), 'needs of several groups on one line')
  add(derivation.priced, 'prices')
  add(!derivation.priced, 'no prices')
  add(derivation.priced && derivation.tiers.size < 5, 'products without a price beside priced ones')
  add([...derivation.tiers.values()].some((tiers) => tiers.length > 1), 'price breaks')
  const lots = derivation.lots(structures[0] ?? [])
  const sitesOfLine = new Map()
  for (const { line, site } of candidates.map(({ product, site, day }) => ({ line: `${product.id} ${day}`, site }))) sitesOfLine.set(line, (sitesOfLine.get(line) ?? new Set()).add(site))
  const shared = [...sitesOfLine.values()].some((sites) => sites.size > 1)
  add(shared, 'lines over several sites')
  add(shared && [...derivation.tiers.values()].some((tiers) => tiers.length > 1), 'price breaks over several sites')
  add(policies.roundAt === 'line' && lots.some(({ tariff }) => tariff && (tariff.tiers[0].price * tariff.factor.numerator) % tariff.factor.denominator !== 0), 'lines that are rounded as a whole')
  add((agreement.stock ?? []).length > 0, 'stock')
  const splitting = (/** @type {number[]} */ serves) => new Set(serves.map((place) => `${needs[place].site} ${needs[place].family}`)).size > 1
  add((agreement.stock ?? []).length > 0 && derivation.stock().some(({ exams, serves }) => exams > 0 && splitting(serves)), 'stock shared between sites or families')
  add(fixed.some(({ serves }) => splitting(serves)), 'stock or free vouchers shared between sites or families')
  add(derivation.freeVouchers().some(({ exams, serves }) => exams > 0 && serves.length > 0), 'free vouchers that serve a need')
  add((planned?.freeVouchers?.used ?? 0) > 0, 'free vouchers used')
  add((planned?.stock ?? []).some((/** @type {any} */ it) => it.used > 0), 'stock used')
  add((agreement.orders ?? []).length > 0, 'orders already placed')
  add(derivation.placed.length > 0, 'terms opened by orders already placed')
  add((agreement.calendar?.holidays ?? []).length > 0, 'holidays')
  add(agreement.calendar?.weekend !== undefined, 'another weekend')
  add((agreement.sites ?? []).some((/** @type {any} */ it) => it.testCentreFrom > scenario.today), 'a test centre that opens later')
  add(structures.length > 1, 'more than one way to open terms')
  add(structures.length > 50, 'more than 50 ways to open terms')
  add((planned?.terms ?? []).length > 1, 'more than one term in the plan')
  const ordered = (planned?.lines ?? []).length
  has.push(`order lines: ${ordered > 5 ? '6 or more' : ordered > 1 ? '2 to 5' : ordered}`)
  add((planned?.needs ?? []).some((/** @type {any} */ it) => it.uncovered > 0), 'needs left uncovered')
  return has
}
