// node tests/crash/power.ts [points] [seed]: cuts the power at random points while a library is made and written to.
import { cutPower, recordWriter } from './outage.ts'
import { noShim } from './shim.ts'

const [points = 700, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number)
const why = noShim()
if (why !== undefined) throw new Error(why)
const full = await cutPower(await recordWriter({ seed, until: 40 }), { seed, points })
console.log('as the library runs:', JSON.stringify({ seed, ...full }, null, 2))
const normal = await cutPower(await recordWriter({ seed, until: 40, synchronous: 'NORMAL' }), {
  seed,
  points,
  fates: ['dropped']
})
console.log('control, synchronous = NORMAL, which must lose some:', JSON.stringify({ seed, ...normal }, null, 2))
process.exitCode = full.losing + full.wrong.length > 0 || normal.losing === 0 ? 1 : 0
