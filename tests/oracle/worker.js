// Compares a share of the instances, in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { comparison, instance } from './comparison.js'
import { features } from './features.js'

const { seed, count, place, threads } = workerData

for (let number = place; number < count; number += threads) {
  const { scenario, derivation, structures, shrunk } = instance(seed, number)
  const started = performance.now()
  const { agreement, ...compared } = comparison(scenario, derivation, structures)
  const milliseconds = performance.now() - started
  const shown = ['equal', 'best-found'].includes(compared.verdict) ? {} : { scenario }
  parentPort?.postMessage({ number, ...compared, ...shown, milliseconds, shrunk, features: features(scenario, derivation, structures, agreement) })
}
