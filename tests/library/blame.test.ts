import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addStates } from '../../src/library/add.ts'
import { blameRevision } from '../../src/library/blame.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore } from '../../src/library/store/open.ts'
import { revisionsOf } from '../../src/library/store/revisions.ts'

const source = { name: 'The Courier', homepage: null, folder: null }

/** An article whose versions hold these paragraphs, and their ids. */
function stored(...versions: string[][]) {
  const store = openStore(join(mkdtempSync(join(tmpdir(), 'palimpsest-blame-')), 'library.db'))
  const article = addArticle(store, { source, url: null, lang: 'en', dir: 'ltr' })
  const states = versions.map((paragraphs, n) => {
    const at = new Date(Date.UTC(2026, 2, 3, n)).toISOString()
    const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, text }))
    const seen = { at, until: at, count: 1, outcome: 'changed' as const, status: 200, error: null }
    return { ...seen, content: { blocks, claims: [] } }
  })
  addStates(store, article, states, { origin: null, bodyHash: null, extractor: 'test/1' })
  return { store, ids: revisionsOf(store, article).map(({ id }) => id) }
}

const rent = 'Tenants will not pay rent while they are away, the council said.'
const wall = 'The wall at low tide was measured by three engineers in February.'
const move = 'Families may come back to their own homes within eighteen months.'

test('a passage that left and came back is one life with a gap, told by ids of versions', async () => {
  const { store, ids } = stored([rent, wall], [wall], [wall, move], [move, rent, wall])
  const { blocks, lives } = await blameRevision(store, ids[3]!)
  const told = blocks.map((passages) => passages.map(({ life }) => lives[life]))
  expect(told).toEqual([
    [[[ids[2], ids[3]]]],
    [
      [
        [ids[0], ids[0]],
        [ids[3], ids[3]]
      ]
    ],
    [[[ids[0], ids[3]]]]
  ])
})

test('what an older version held is followed to the version that dropped it', async () => {
  const { store, ids } = stored([rent, wall], [rent, wall, move], [wall, move])
  const { blocks, lives } = await blameRevision(store, ids[0]!)
  expect(lives[blocks[0]![0]!.life]).toEqual([[ids[0], ids[1]]])
})

test('a corrected spelling makes no paragraph new', async () => {
  const { store, ids } = stored([rent, wall], [rent, wall.replace('engineers', 'enginears')], [rent, wall])
  const { blocks, lives } = await blameRevision(store, ids[2]!)
  expect(blocks[1]!.map(({ life }) => lives[life])).toEqual([[[ids[0], ids[2]]]])
})

test('a version that is not there is not found', async () => {
  const { store } = stored([rent])
  await expect(blameRevision(store, 99)).rejects.toMatchObject({ failure: { code: 'not-found' } })
})

test('what is gone is told by the versions it stood in', async () => {
  const { store, ids } = stored([wall, rent, move], [wall.replace('three', 'five'), rent], [wall, move])
  const { replaced, cuts, gone } = await blameRevision(store, ids[2]!)
  expect(gone).toEqual([{ kind: 'paragraph', text: rent, held: [ids[0], ids[1]], after: 0 }])
  expect(replaced).toEqual([])
  expect(cuts).toEqual([])
  const second = await blameRevision(store, ids[1]!)
  expect(second.replaced).toMatchObject([{ text: 'three', held: [ids[0], ids[0]] }])
})
