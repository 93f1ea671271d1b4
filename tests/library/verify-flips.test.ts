import { expect, test } from 'vitest'
import { flips, isWrong, type Flip } from './verify-flips.ts'
import { randomLibrary } from './verify-library.ts'

/** `node tests/crash/bit-flips.ts` does the same with 400. */
test('every bit that changes what can be read is found, and no other', async () => {
  const all: Flip[] = []
  for await (const flip of flips(randomLibrary(2, 12), 40, 2)) all.push(flip)
  expect(all.filter(isWrong)).toEqual([])
  const changed = all.filter((flip) => flip.changed)
  expect(changed.length).toBeGreaterThan(0)
  // The control: SQLite's own check would have let some of them pass.
  expect(changed.filter(({ integrity }) => integrity).length).toBeGreaterThan(0)
})
