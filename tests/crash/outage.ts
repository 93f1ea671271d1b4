import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dice, type Dice } from './dice.ts'
import { Disk, fates, type Fate } from './disk.ts'
import { runWriter, type Job } from './job.ts'
import { judge, type Verdict } from './judge.ts'
import { Plan } from './plan.ts'
import { readRecord, type Entry } from './record.ts'
import { shim } from './shim.ts'

export interface Recording {
  readonly entries: readonly Entry[]
  /** The files as they were in the end. */
  readonly files: ReadonlyMap<string, Buffer>
}

const libraryName = 'library.db'

/** Has a writer make a library of so many units, and everything written down that it did to the files. */
export async function recordWriter(job: Pick<Job, 'seed' | 'until' | 'synchronous'>): Promise<Recording> {
  const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-power-'))
  const [folder, record] = [join(scratch, 'disk'), join(scratch, 'record')]
  mkdirSync(folder)
  const path = join(folder, libraryName)
  await runWriter(
    { ...job, path, from: 0, tries: 1, acknowledge: 'stored', checkpointPages: 60 },
    { env: { LD_PRELOAD: shim(), SHIM_FOLDER: folder, SHIM_LOG: record } }
  )
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  const entries = readRecord(record).filter(({ name }) => !name.endsWith('-shm'))
  rmSync(scratch, { recursive: true, force: true })
  return { entries, files }
}

export interface Outages {
  readonly seed: number
  readonly points: number
  readonly fates?: readonly Fate[]
}

export interface OutageTally {
  points: number
  states: number
  /** States in which acknowledged revisions were missing, and the most that were missing in one. */
  losing: number
  mostLost: number
  wrong: string[]
}

/** Cuts the power at random points of a recording and judges the library that is found after each. */
export async function cutPower(
  { entries }: Recording,
  { seed, points, fates: chosen = fates }: Outages
): Promise<OutageTally> {
  const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-outage-'))
  const [roll, plan, disk, cuts] = [dice(seed), new Plan(seed), new Disk(), cutsOf(entries, points, dice(seed))]
  const tally: OutageTally = { points: 0, states: 0, losing: 0, mostLost: 0, wrong: [] }
  let acknowledged = 0
  for (const [i, entry] of entries.entries()) {
    disk.play(entry)
    acknowledged = Math.max(acknowledged, acknowledgedIn(entry))
    if (!cuts.has(i)) continue
    tally.points++
    for (const fate of chosen) {
      const path = lay(disk, { fate, roll, folder: join(scratch, String(tally.states)) })
      count(tally, await judge(path, { plan, acknowledged }), `entry ${i}, ${fate}, seed ${seed}`)
    }
  }
  rmSync(scratch, { recursive: true, force: true })
  return tally
}

function count(tally: OutageTally, { lost, wrong }: Verdict, where: string): void {
  tally.states++
  tally.losing += Number(lost > 0)
  tally.mostLost = Math.max(tally.mostLost, lost)
  tally.wrong.push(...wrong.map((words) => `${where}: ${words}`))
}

/** So many entries at random after which the power fails. */
function cutsOf(entries: readonly Entry[], points: number, roll: Dice): ReadonlySet<number> {
  const cuts = new Set<number>()
  while (cuts.size < Math.min(points, entries.length)) cuts.add(roll(entries.length))
  return cuts
}

function acknowledgedIn({ kind, data }: Entry): number {
  const said = kind === 'A' ? /^stored (\d+)\n/.exec(data.toString()) : null
  return said === null ? 0 : Number(said[1]) + 1
}

interface Laid {
  readonly fate: Fate
  readonly roll: Dice
  readonly folder: string
}

/** Puts the files into a folder that a power failure leaves; returns the path of the library. */
function lay(disk: Disk, { fate, roll, folder }: Laid): string {
  mkdirSync(folder)
  for (const [name, bytes] of disk.fail(fate, roll)) writeFileSync(join(folder, name), bytes)
  return join(folder, libraryName)
}
