import { expect, test } from 'vitest'
import { readersWords } from '../../../src/renderer/compare/readers.ts'
import type { RevisionInfo } from '../../../src/domain/timemap.ts'

const versions = { older: { label: '1' } as RevisionInfo, newer: { label: '2a' } as RevisionInfo }

test.each([
  [{ older: 'diffengine', newer: 'palimpsest-page' }, 'v1 was read by diffengine, v2a by Palimpsest'],
  [{ older: 'plain-text', newer: 'changedetection' }, 'v1 was read by the reader of plain texts, v2a by changedetection.io'] // prettier-ignore
])('who read which version: %j', (readers, words) =>
  expect(readersWords(readers, versions)).toBe(`${words}: some differences may come from that.`)
)
