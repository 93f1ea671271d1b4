// The process that is killed, cut from power or given bad disks: stores one unit of a plan after another and says on its
// standard output, after each commit has returned, which one is safe now. What it is to do is its argument, a `Job`.
import { writeSync } from 'node:fs'
import { CallFailure } from '../../src/contract/failure.ts'
import { asFailure, openStore, type Store } from '../../src/library/store/open.ts'
import type { Job } from './job.ts'
import { Plan, storeUnit } from './plan.ts'

const say = (line: string): void => void writeSync(1, `${line}\n`)

function nameOf(error: unknown): string {
  const failure = asFailure(error)
  return failure instanceof CallFailure
    ? `${failure.failure.code} ${failure.failure.detail}`
    : `unnamed ${String(error)}`
}

/** Tries a piece of work as often as the job says; false where it never came off. */
function attempt({ tries }: Job, work: () => void): boolean {
  for (let left = tries; left > 0; left--) {
    try {
      work()
      return true
    } catch (error) {
      say(`failed ${nameOf(error)}`)
    }
  }
  return false
}

function open(job: Job): Store | undefined {
  let store: Store | undefined
  attempt(job, () => (store = openStore(job.path)))
  if (job.synchronous !== undefined) store?.pragma(`synchronous = ${job.synchronous}`)
  if (job.checkpointPages !== undefined) store?.pragma(`wal_autocheckpoint = ${job.checkpointPages}`)
  return store
}

function write(job: Job, store: Store): boolean {
  const plan = new Plan(job.seed)
  for (let n = job.from; n < job.until; n++) {
    if (job.acknowledge === 'early') say(`stored ${n}`)
    const stored = attempt(job, () => storeUnit(store, plan.unit(n)))
    if (job.acknowledge === 'always' || (stored && job.acknowledge === 'stored')) say(`stored ${n}`)
    if (!stored && job.acknowledge === 'stored') return false
  }
  return true
}

const job = JSON.parse(process.argv[2]!) as Job
const store = open(job)
if (store !== undefined) {
  say('ready')
  if (write(job, store)) say('done')
  store.close()
}
