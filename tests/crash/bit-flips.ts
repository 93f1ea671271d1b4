// node tests/crash/bit-flips.ts [times] [seed]: turns over single bits of a closed library, each in a copy of its own,
// and compares what the walk says with everything that can be read of it. Ends with 1 where the walk was wrong once.
import { flips, isWrong, type Flip } from '../library/verify-flips.ts'
import { randomLibrary } from '../library/verify-library.ts'

const [times = 400, seed = 1] = process.argv.slice(2).map(Number)
const all: Flip[] = []
for await (const flip of flips(randomLibrary(seed, 40), times, seed)) {
  all.push(flip)
  if (isWrong(flip)) console.log('wrong:', JSON.stringify(flip))
}
const changed = all.filter(({ changed: isChanged }) => isChanged)
const missed = changed.filter(({ verdict }) => verdict === null).length
const falseAlarms = all.filter((flip) => isWrong(flip)).length - missed
const unseen = changed.filter(({ integrity }) => integrity).length
console.log(
  `${all.length} flips, ${changed.length} changed what can be read: ${missed} missed, ${falseAlarms} false alarms`
)
console.log(`integrity_check alone calls ${unseen} of those ${changed.length} whole`)
process.exitCode = missed + falseAlarms === 0 && unseen > 0 ? 0 : 1
