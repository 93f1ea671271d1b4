import { expect, test } from 'vitest'
import { faultsOver, runFaults } from './faulting.ts'
import { noShim } from './shim.ts'

/** Many processes, one after another: on a busy machine that takes minutes. */
const timeout = 300_000

const why = noShim()

const writer = { seed: 1, units: 5 }

test(
  'no loss: a write, sync or truncation that fails is named, and can be tried again',
  { timeout },
  async ({ skip }) => {
    skip(why !== undefined, why)
    const tally = await runFaults(writer, await faultsOver(writer, 4))
    expect(tally).toMatchObject({ runs: 16, lost: 0, wrong: [] })
    expect(Object.keys(tally.failures).toSorted().join()).toMatch(/disk-error .*full /)
  }
)

test('control: a writer that takes a failed commit for a stored one is found out', { timeout }, async ({ skip }) => {
  skip(why !== undefined, why)
  const longer = { seed: 1, units: 12 }
  const lasting = (await faultsOver(longer, 8)).filter(({ error, sticky }) => sticky && error === 'EIO')
  expect((await runFaults(longer, lasting.slice(1, 3), 'always')).lost).toBeGreaterThan(0)
})
