import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary } from '../../src/library/library.ts'
import { openStore } from '../../src/library/store/open.ts'
import { libraryDump } from './library-dump.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'palimpsest-look-'))
const path = join(folder(), 'library.db')
const library = openLibrary({ path, samples: '', now: () => new Date('2026-05-01T12:00:00Z'), tell: () => undefined })
const { importFiles, lookInto, imports } = library.handlers

/** A history file of an article with so many versions. */
function history(name: string, url: string, versions: number): string {
  const captures = Array.from({ length: versions }, (_, n) => ({
    at: `2026-04-0${n + 1}T00:00:00Z`,
    outcome: 'changed',
    content: {
      blocks: [
        { kind: 'headline', text: `Ward ${name} counts its houses` },
        { kind: 'paragraph', text: `The council says that ${n} houses stand behind the wall.` }
      ]
    }
  }))
  const file = join(folder(), name)
  const source = { name: 'The Courier' }
  writeFileSync(file, JSON.stringify({ format: 'palimpsest-history', version: 1, source, article: { url }, captures }))
  return file
}

test('a look counts what an import then does, and stores nothing', async () => {
  const first = history('a.json', 'https://news.example/a', 3)
  const looked = await lookInto({ paths: [first] })
  expect(looked).toMatchObject({ newArticles: 1, newRevisions: 3, alreadyThere: 0, refused: [], isStopped: false })
  expect(looked.files).toEqual([
    {
      name: 'a.json',
      format: 'palimpsest-history/1',
      articles: 1,
      versions: 3,
      from: '2026-04-01T00:00:00.000Z',
      to: '2026-04-03T00:00:00.000Z',
      isZoneGuessed: false,
      about: null
    }
  ])
  expect(await imports({})).toEqual([])
  expect(await importFiles({ paths: [first] })).toMatchObject({ newArticles: 1, newRevisions: 3 })
})

test('of an article that is there it tells what is new and what is known, and leaves the library as it was', async () => {
  const more = history('a.json', 'https://news.example/a', 5)
  const store = openStore(path)
  const before = libraryDump(store)
  expect(await lookInto({ paths: [more] })).toMatchObject({ newArticles: 0, newRevisions: 2, alreadyThere: 3 })
  expect(libraryDump(store)).toEqual(before)
  store.close()
  expect(await importFiles({ paths: [more] })).toMatchObject({ newArticles: 0, newRevisions: 2, alreadyThere: 3 })
  expect(await lookInto({ paths: [more] })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 5 })
})

test('imports that added something are remembered with the file, its hash and what they came to', async () => {
  const [newest, oldest] = await imports({})
  expect(oldest).toMatchObject({ name: 'a.json', format: 'palimpsest-history/1', articles: 1, versions: 3, refused: 0 })
  expect(newest).toMatchObject({ versions: 2, alreadyThere: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('what is no file that is known is told, and the others are counted', async () => {
  const good = history('b.json', 'https://news.example/b', 1)
  const looked = await lookInto({ paths: [join(folder(), 'gone.txt'), good] })
  expect(looked).toMatchObject({ newArticles: 1, refusedCount: 1, refused: [{ file: 'gone.txt', code: 'missing' }] })
  expect(looked.files.map(({ format }) => format)).toEqual([null, 'palimpsest-history/1'])
})

test('stopping ends an import between two articles; what was stored stays, and the rest can follow', async () => {
  const paths = Array.from({ length: 400 }, (_, n) => history(`c${n}.json`, `https://news.example/c${n}`, 1))
  const importing = importFiles({ paths })
  setTimeout(() => void library.handlers.stopImport({}), 30)
  const stopped = await importing
  expect(stopped.isStopped).toBe(true)
  expect(stopped.newArticles).toBeLessThan(400)
  const rest = await importFiles({ paths })
  expect(rest.newArticles).toBe(400 - stopped.newArticles)
})
