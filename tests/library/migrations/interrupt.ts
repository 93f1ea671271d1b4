// node tests/library/migrations/interrupt.ts: breaks off the migration of an old library before every one of its
// statements, by an error and by SIGKILL, and cuts the power after many of its changes to the files.
import { noShim } from '../../crash/shim.ts'
import { killAt, makeOriginal, throwAt } from './interrupting.ts'
import { cutPowerWhileMigrating } from './outage.ts'

const original = makeOriginal()
const wrong: string[] = []
for (let at = 0; at < original.statements; at++) {
  const found = [...throwAt(original, at), ...(await killAt(original, at))]
  wrong.push(...found.map((words) => `statement ${at}: ${words}`))
}
const why = noShim()
const outages = why === undefined ? cutPowerWhileMigrating(original, 200) : { states: 0, wrong: [`no outages: ${why}`] }
console.log(JSON.stringify({ statements: original.statements, interruptions: 2 * original.statements, wrong, outages }))
process.exitCode = wrong.length + outages.wrong.length > 0 ? 1 : 0
