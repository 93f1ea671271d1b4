import { expect, test } from 'vitest'
import { killWriters } from './killing.ts'

/** Many processes, one after another: on a busy machine that takes minutes. */
const timeout = 300_000

test(
  'no loss: 50 writers killed at random moments leave every acknowledged revision, and a whole library',
  { timeout },
  async () => {
    const tally = await killWriters({ kills: 50, seed: 1, acknowledge: 'stored' })
    expect(tally).toMatchObject({ kills: 50, lost: 0, wrong: [] })
    expect(tally.acknowledged).toBeGreaterThan(20)
  }
)

test('control: a writer that acknowledges before it commits is found out', { timeout }, async () => {
  const tally = await killWriters({ kills: 5, seed: 2, acknowledge: 'early' })
  expect(tally.lost).toBeGreaterThan(0)
})
