// node tests/crash/faults.ts [places] [seed]: one write, sync or truncation fails in each run, at so many places, with two
// errors, once or from then on: four runs a place.
import { faultsOver, runFaults } from './faulting.ts'
import { noShim } from './shim.ts'

const [places = 60, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number)
const why = noShim()
if (why !== undefined) throw new Error(why)
const writer = { seed, units: 12 }
const tally = await runFaults(writer, await faultsOver(writer, places))
console.log(JSON.stringify({ seed, ...tally }, null, 2))
process.exitCode = tally.lost + tally.wrong.length > 0 ? 1 : 0
