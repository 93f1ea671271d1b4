// node tests/crash/verify-clean.ts [libraries] [seed]: makes libraries as people do, and verifies them: not one may be
// called damaged, or out of step. Ends with 1 where one is.
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { livedInLibrary } from '../library/verify-lived-in.ts'
import { verifyAll } from '../library/verify-library.ts'

const [libraries = 100, first = 1] = process.argv.slice(2).map(Number)
let alarms = 0
let records = 0
for (let seed = first; seed < first + libraries; seed++) {
  const path = livedInLibrary(seed)
  const result = await verifyAll(path)
  records += result.records
  if (result.found + result.derived.length > 0) {
    alarms++
    console.log('false alarm:', seed, JSON.stringify([result.findings, result.derived]))
  }
  rmSync(dirname(path), { recursive: true })
}
console.log(`${libraries} clean libraries, ${records} records: ${alarms} false alarms`)
process.exitCode = alarms === 0 && records > 0 ? 0 : 1
