import { expect, test } from 'vitest'
import { verifyPackage } from '../../../src/library/verify-package.ts'
import { knownLibrary } from '../verify-library.ts'
import { livedInLibrary } from '../verify-lived-in.ts'
import { verifyByPython, written } from './package-kit.ts'

test('what is written is found whole by us and by Python', async () => {
  const path = await written(knownLibrary())
  expect(await verifyPackage(path)).toMatchObject({
    state: 'checked',
    result: { articles: 3, versions: 12, records: 12, withheld: 0, findings: [], madeBy: 'A. Reader' }
  })
  expect(verifyByPython(path)).toEqual({
    status: 0,
    said: 'Everything is as it was written: 3 articles, 12 versions.\n'
  })
})

test.each(Array.from({ length: 20 }, (_, seed) => seed))('a library that was lived in, number %i', async (seed) => {
  const path = await written(livedInLibrary(seed))
  expect(await verifyPackage(path)).toMatchObject({ state: 'checked', result: { findings: [] } })
  expect(verifyByPython(path)).toMatchObject({ status: 0 })
})
