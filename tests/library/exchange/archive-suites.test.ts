import { existsSync, mkdtempSync, openSync, closeSync, ftruncateSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../../src/library/exchange/open-file.ts'
import { readerFor } from '../../../src/library/exchange/readers.ts'
import { folder, foundIn, library, readingIn } from './found-in.ts'

const suites = '.cache/data/suites'
const warcs = `${suites}/warc`
const samples = '.cache/data/d-archives'

/** What each file of the suite holds: states with a text, observations without one, and what is refused. */
const verdicts: Readonly<Record<string, readonly [texts: number, others: number, ...refused: readonly (string | RegExp)[]]>> = {
}

describe.skipIf(!existsSync(warcs))('archives of other programs (skipped where the shared data is absent)', () => {
  const names = existsSync(warcs) ? readdirSync(warcs, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(warcs, name)).isFile()) : []
  test.each(names)('%s', async (name) => {
    const { format, states, loose, refused } = await foundIn(join(warcs, name))
    const texts = states.filter(({ content }) => content !== null).length + loose.length
    console.log(`  '${name}': [${[JSON.stringify(format), texts, states.length + loose.length - texts, ...refused.map((one) => JSON.stringify(one))].join(', ')}],`)
  })
})
