import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Found } from '../../../src/library/exchange/reader.ts'
import { importFiles } from '../../../src/library/import.ts'
import { openStore } from '../../../src/library/store/open.ts'
import { folder, now, write } from './trial.ts'

async function read(list: unknown) {
  const path = join(write({ list: typeof list === 'string' ? list : JSON.stringify(list) }), 'list')
  const follows: Extract<Found, { kind: 'follow' }>[] = []
  const onFollow = async (found: Extract<Found, { kind: 'follow' }>) => void follows.push(found)
  const result = await importFiles(openStore(join(folder(), 'library.db')), [path], { now, onFollow })
  const refused = result.refused.map(({ record, code }) => [record, code])
  return {
    follows: follows.map(({ url, feed, folder }) => [url, feed, folder]),
    refused,
    versions: result.newRevisions
  }
}

test('feeds of Fluent Reader and pages of Distill are followed; what is no address is named', async () => {
  const sources = ['https://orrinmouth.test/feed', 'javascript:alert(1)'].map((url, sid) => ({ sid, url, name: 'x' }))
  const items = [{ source: 0, title: 'The wall', content: '<p>It will cost 40 million.</p>' }]
  expect(await read({ settings: {}, lovefield: { sources, items } })).toEqual({
    follows: [['https://orrinmouth.test/feed', true, null]],
    refused: [['javascript:alert(1)', 'wrong-schema']],
    versions: 0
  })
  const data = [
    { name: 'The wall', uri: 'https://orrinmouth.test/wall', tags: ['Council', 'Sea'], config: '{"selections":[]}' },
    { name: 'Ferry', uri: 'https://orrinmouth.test/ferry', tags: '', config: '{}' }
  ]
  expect(await read({ data })).toEqual({
    follows: [
      ['https://orrinmouth.test/wall', false, 'Council'],
      ['https://orrinmouth.test/ferry', false, null]
    ],
    refused: [],
    versions: 0
  })
})

test.each([
  ['another kind of sources', { lovefield: { sources: 'none' } }, 'wrong-schema'],
  ['JSON that ends early', '{"data":[{"uri":"https://orrinmouth.test/wall","config":{}', 'damaged']
])('%s is refused', async (_, list, code) => expect((await read(list)).refused.map(([, one]) => one)).toEqual([code]))
