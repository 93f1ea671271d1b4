import { expect, test } from 'vitest'
import { Disk } from './disk.ts'
import { cutPower, recordWriter } from './outage.ts'
import { noShim } from './shim.ts'

/** Many processes, one after another: on a busy machine that takes minutes. */
const timeout = 300_000

const why = noShim()

test(
  'no loss: the power fails at 60 points of a run, unsynced writes dropped, torn or kept',
  { timeout },
  async ({ skip }) => {
    skip(why !== undefined, why)
    const tally = await cutPower(await recordWriter({ seed: 1, until: 6 }), { seed: 1, points: 60 })
    expect(tally).toEqual({ points: 60, states: 180, losing: 0, mostLost: 0, wrong: [] })
  }
)

test(
  'control: with synchronous = NORMAL the same failures lose acknowledged revisions',
  { timeout },
  async ({ skip }) => {
    skip(why !== undefined, why)
    const recording = await recordWriter({ seed: 1, until: 6, synchronous: 'NORMAL' })
    const tally = await cutPower(recording, { seed: 1, points: 30, fates: ['dropped'] })
    expect(tally.losing).toBeGreaterThan(0)
  }
)

test('control: a record played to its end gives the very files that the writer left', { timeout }, async ({ skip }) => {
  skip(why !== undefined, why)
  const { entries, files } = await recordWriter({ seed: 2, until: 6 })
  const disk = new Disk()
  for (const entry of entries) disk.play(entry)
  expect(disk.fail('kept', () => 0)).toEqual(files)
})
