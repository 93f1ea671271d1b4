import { expect, test } from 'vitest'
import { killWriters } from './killing.ts'

test('no loss: 50 writers killed at random moments leave every acknowledged revision, and a whole library', async () => {
  const tally = await killWriters({ kills: 50, seed: 1, acknowledge: 'stored' })
  expect(tally).toMatchObject({ kills: 50, lost: 0, wrong: [] })
  expect(tally.acknowledged).toBeGreaterThan(20)
})

test('control: a writer that acknowledges before it commits is found out', async () => {
  const tally = await killWriters({ kills: 5, seed: 2, acknowledge: 'early' })
  expect(tally.lost).toBeGreaterThan(0)
})
