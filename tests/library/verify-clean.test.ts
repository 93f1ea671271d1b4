import { expect, test } from 'vitest'
import { livedInLibrary } from './verify-lived-in.ts'
import { verifyAll } from './verify-library.ts'

/** `node tests/crash/verify-clean.ts` does the same with 100. */
test.each(Array.from({ length: 9 }, (_, i) => i + 1))('no false alarm in clean library %i', async (seed) => {
  const { findings, derived, records } = await verifyAll(livedInLibrary(seed))
  expect({ findings, derived }).toEqual({ findings: [], derived: [] })
  expect(records).toBeGreaterThan(0)
})
