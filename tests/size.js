// The weight of the first visit, as a table: `npm run size`. Fails over the budget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/**
 * What a first answer may weigh with brotli, as a good web server sends it. The aim is 150,000; what keeps it from that is
 * mostly how replies become JavaScript values.
 */
const budget = 156_000