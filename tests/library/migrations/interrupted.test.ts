import { expect, test } from 'vitest'
import { noShim } from '../../crash/shim.ts'
import { killAt, makeOriginal, throwAt } from './interrupting.ts'
import { cutPowerWhileMigrating } from './outage.ts'

/** Hundreds of openings, one after another: on a busy machine that takes minutes. */
const timeout = 300_000

const original = makeOriginal()
const statements = Array.from({ length: original.statements }, (_, at) => at)

test('an error before any statement of the migration leaves the old library whole', { timeout }, () => {
  expect(statements.flatMap((at) => throwAt(original, at).map((words) => `statement ${at}: ${words}`))).toEqual([])
})

test('so does a kill, before the first, the last and every 25th statement', { timeout }, async () => {
  const wrong: string[] = []
  for (const at of statements.filter((at) => at % 25 === 0 || at === statements.length - 1)) {
    wrong.push(...(await killAt(original, at)).map((words) => `statement ${at}: ${words}`))
  }
  expect(wrong).toEqual([])
})

test('a power failure leaves the old library or the new one', { timeout }, ({ skip }) => {
  const why = noShim()
  skip(why !== undefined, why)
  const { states, old, wrong } = cutPowerWhileMigrating(original, 20)
  expect({ states, wrong }).toEqual({ states: 60, wrong: [] })
  expect(old).toBeGreaterThan(0)
  expect(old).toBeLessThan(states)
})

test('control: a migration that is not interrupted is told apart', () => {
  expect(throwAt(original, original.statements)).toEqual(['the migration went on'])
})
