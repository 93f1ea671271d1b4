import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { failureCodes } from '../../src/contract/failure.ts'
import { openStore } from '../../src/library/store/open.ts'
import { runWriter, type Job, type Written } from './job.ts'
import { judge, type Verdict } from './judge.ts'
import { Plan, storeUnit } from './plan.ts'
import { readRecord, type Entry } from './record.ts'
import { shim } from './shim.ts'

/** Which change of a file fails, how, and whether every later one fails too. */
export interface Fault {
  readonly at: number
  readonly error: 'EIO' | 'ENOSPC'
  readonly sticky: boolean
}

export interface FaultTally {
  runs: number
  /** Runs in which the writer was told of a failure. */
  told: number
  /** Runs that held one unit more than was acknowledged: its commit failed, and yet it is there. */
  unanswered: number
  lost: number
  wrong: string[]
  /** How often each failure was told of. */
  readonly failures: Record<string, number>
}

export interface Faults {
  readonly seed: number
  /** How many units the writer stores. */
  readonly units: number
}

/**
 * Faults at so many places, spread over all that a writer does from making the library on, half of them in writes and
 * half in syncs and truncations: each with two errors, once and from then on.
 */
export async function faultsOver(writer: Faults, places: number): Promise<Fault[]> {
  return placesIn(await changesOf(writer), places).flatMap((at) =>
    (['EIO', 'ENOSPC'] as const).flatMap((error) => [false, true].map((sticky) => ({ at, error, sticky })))
  )
}

/**
 * Runs a writer for each fault. It tries again what failed; afterwards, with a good disk, all units are added once more,
 * and each must be there exactly once.
 */
export async function runFaults(
  writer: Faults,
  faults: readonly Fault[],
  acknowledge: Job['acknowledge'] = 'stored'
): Promise<FaultTally> {
  const tally: FaultTally = { runs: 0, told: 0, unanswered: 0, lost: 0, wrong: [], failures: {} }
  const plan = new Plan(writer.seed)
  for (const fault of faults) {
    await inFolder(async (folder) => {
      const job = { ...jobOf(writer, folder), acknowledge }
      const written = await runWriter(job, { env: asEnv(folder, fault) })
      const found = await judge(job.path, { plan, acknowledged: written.acknowledged })
      count(tally, written, found)
      const wrong = [...found.wrong, ...unnamed(written), ...(await again(job, plan))]
      tally.wrong.push(...wrong.map((words) => `${JSON.stringify(fault)}, seed ${writer.seed}: ${words}`))
    })
  }
  return tally
}

function jobOf({ seed, units }: Faults, folder: string): Job {
  const path = join(folder, 'library.db')
  return { path, seed, from: 0, until: units, tries: 3, acknowledge: 'stored', checkpointPages: 60 }
}

/** The changes that a writer makes when nothing fails. */
function changesOf(writer: Faults): Promise<readonly Entry[]> {
  return inFolder(async (folder) => {
    const record = `${folder}.record`
    const env = { LD_PRELOAD: shim(), SHIM_FOLDER: folder, SHIM_LOG: record }
    await runWriter(jobOf(writer, folder), { env })
    return readRecord(record).filter(({ kind }) => 'WTSD'.includes(kind))
  })
}

/** The numbers, from 1, of the changes that are to fail. */
function placesIn(changes: readonly Entry[], places: number): number[] {
  const numbered = changes.map(({ kind }, i) => ({ isWrite: kind === 'W', number: i + 1 }))
  const [writes, others] = [true, false].map((which) => numbered.filter(({ isWrite }) => isWrite === which))
  return [...spread(writes!, places >> 1), ...spread(others!, places - (places >> 1))].map(({ number }) => number)
}

/** So many of the items, evenly, the first and the last among them. */
function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / Math.max(1, count - 1))]!)
}

function asEnv(folder: string, { at, error, sticky }: Fault): Record<string, string> {
  return {
    LD_PRELOAD: shim(),
    SHIM_FOLDER: folder,
    SHIM_FAIL: String(at),
    SHIM_ERRNO: String(constants.errno[error]),
    SHIM_STICKY: String(Number(sticky))
  }
}

function count(tally: FaultTally, { failures, acknowledged }: Written, { stored, lost }: Verdict): void {
  tally.runs++
  tally.told += Number(failures.length > 0)
  tally.unanswered += Number(stored > acknowledged)
  tally.lost += lost
  for (const failure of failures) tally.failures[failure] = (tally.failures[failure] ?? 0) + 1
}

/** Failures that are none of the library's named states. */
const unnamed = ({ failures }: Written): string[] =>
  failures.filter((failure) => !failureCodes.some((code) => failure.startsWith(`${code} `)))

/** Adds all units once more, on a good disk; what is then wrong. */
async function again({ path, until }: Job, plan: Plan): Promise<readonly string[]> {
  const store = openStore(path)
  for (const unit of plan.first(until)) storeUnit(store, unit)
  store.close()
  const { lost, wrong } = await judge(path, { plan, acknowledged: until })
  return [...wrong, ...(lost > 0 ? [`${lost} revisions not there after a second try`] : [])]
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-fault-'))
  const folder = join(scratch, 'disk')
  mkdirSync(folder)
  try {
    return await work(folder)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
