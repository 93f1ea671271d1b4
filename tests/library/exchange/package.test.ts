import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verifyPackage } from '../../../src/library/verify-package.ts'
import { knownLibrary } from '../verify-library.ts'
import { livedInLibrary } from '../verify-lived-in.ts'
import { verifyByPython, written } from './package-kit.ts'
import { listAnew, unzip, zip } from './repack.ts'

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

test('its kind stands at byte 38, for whoever meets it under another name', async () => {
  const bytes = readFileSync(await written(knownLibrary()))
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(bytes.subarray(30, 68).toString()).toBe('mimetypeapplication/vnd.palimpsest+zip')
})

test('a package that does not say its kind is as good', async () => {
  const files = await unzip(await written(knownLibrary()))
  files.delete('mimetype')
  listAnew(files)
  const path = await zip(files)
  expect(await verifyPackage(path)).toMatchObject({ state: 'checked', result: { articles: 3, findings: [] } })
  expect(verifyByPython(path)).toMatchObject({ status: 0 })
})

test.each(Array.from({ length: 20 }, (_, seed) => seed))('a library that was lived in, number %i', async (seed) => {
  const path = await written(livedInLibrary(seed))
  expect(await verifyPackage(path)).toMatchObject({ state: 'checked', result: { findings: [] } })
  expect(verifyByPython(path)).toMatchObject({ status: 0 })
})
