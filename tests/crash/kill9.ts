// node tests/crash/kill9.ts [kills] [seed]: kills writers at random moments; not one acknowledged revision may be lost.
import { killWriters } from './killing.ts'

const [kills = 1000, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number)
const tally = await killWriters({
  kills,
  seed,
  acknowledge: 'stored',
  told: ({ kills, lost, wrong }) =>
    kills % 100 === 0 && console.log(`${kills} kills, ${lost} lost, ${wrong.length} wrong`)
})
console.log(JSON.stringify({ seed, ...tally }, null, 2))
process.exitCode = tally.lost + tally.wrong.length > 0 ? 1 : 0
