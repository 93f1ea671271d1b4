import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { dice, type Dice } from './dice.ts'
import { runWriter, type Hand, type Job } from './job.ts'
import { judge } from './judge.ts'
import { Plan } from './plan.ts'

export interface Kills {
  readonly kills: number
  readonly seed: number
  readonly acknowledge: Job['acknowledge']
  readonly told?: (tally: KillTally) => void
}

export interface KillTally {
  kills: number
  /** Writers that were killed while they still opened, or made, the library. */
  whileOpening: number
  libraries: number
  /** Units that were acknowledged before a kill. */
  acknowledged: number
  /** Kills between a commit and its acknowledgement, so that one unit more than acknowledged was there. */
  unanswered: number
  lost: number
  wrong: string[]
}

interface Library {
  readonly path: string
  readonly seed: number
  readonly plan: Plan
  stored: number
}

/** So many units go into one library before the next one is begun: each kill has all of them checked again. */
const fullAt = 50

/** Kills writers with SIGKILL at random moments, on one library after another, and judges each library after each kill. */
export async function killWriters({ kills, seed, acknowledge, told }: Kills): Promise<KillTally> {
  const roll = dice(seed)
  const tally: KillTally = {
    kills: 0,
    whileOpening: 0,
    libraries: 0,
    acknowledged: 0,
    unanswered: 0,
    lost: 0,
    wrong: []
  }
  let library: Library | undefined
  while (tally.kills < kills) {
    if (library === undefined || library.stored >= fullAt) {
      leave(library)
      library = begin(seed * 1000 + tally.libraries++)
    }
    await killOne(library, { acknowledge, hand: { kill: moment(roll) } }, tally)
    told?.(tally)
  }
  leave(library)
  return tally
}

/** One in eight while it starts, the others within 20 ms of having said up to eight lines. */
const moment = (roll: Dice): Hand['kill'] =>
  roll(8) === 0 ? { lines: 0, ms: 50 + roll(150) } : { lines: 1 + roll(8), ms: roll(20) }

interface Kill {
  readonly acknowledge: Job['acknowledge']
  readonly hand: Hand
}

async function killOne(library: Library, { acknowledge, hand }: Kill, tally: KillTally): Promise<void> {
  const { path, seed, plan, stored: from } = library
  const written = await runWriter({ path, seed, from, until: from + 1000, tries: 1, acknowledge }, hand)
  const { stored, lost, wrong } = await judge(path, { plan, acknowledged: written.acknowledged })
  library.stored = stored
  tally.kills++
  tally.whileOpening += Number(!written.ready)
  tally.acknowledged += written.acknowledged - from
  tally.unanswered += Number(stored > written.acknowledged)
  tally.lost += lost
  tally.wrong.push(...wrong.map((words) => `kill ${tally.kills}, seed ${seed}: ${words}`))
}

function begin(seed: number): Library {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-kill-')), 'library.db')
  return { path, seed, plan: new Plan(seed), stored: 0 }
}

function leave(library: Library | undefined): void {
  if (library !== undefined) rmSync(dirname(library.path), { recursive: true, force: true })
}
