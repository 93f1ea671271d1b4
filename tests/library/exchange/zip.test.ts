import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FileRefusal } from '../../../src/library/exchange/read-file.ts'
import { openZip } from '../../../src/library/exchange/zip.ts'
import { expectFlat, memoryNow } from './memory.ts'

const suite = '.cache/data/suites/zip'
const archives = existsSync(suite)
  ? readdirSync(suite, { recursive: true, encoding: 'utf8' }).filter((name) => /\.zip(_fragment)?$/.test(name))
  : []

async function readAll(path: string): Promise<'read'> {
  const zip = await openZip(path)
  try {
    for (const { name } of zip.entries) await zip.read(name, 2 ** 26)
    return 'read'
  } finally {
    zip.close()
  }
}

describe.skipIf(archives.length === 0)('hostile archives (skipped where the suite is absent)', () => {
  test.each(archives)('%s is refused by name, or read whole', async (name) => {
    const before = memoryNow()
    const path = join(suite, name)
    const outcome = await readAll(path).catch((error: unknown) => error)
    expect(outcome === 'read' || outcome instanceof FileRefusal).toBe(true)
    expectFlat(before)
  })
})
