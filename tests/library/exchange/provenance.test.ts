import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { library, write, zipped, type Files } from './trial.ts'

const url = 'https://orrinmouth.test/wall'
const id = '0b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8'
const datastore: Files = {
  'changedetection.json': '{}',
  [`${id}/watch.json`]: JSON.stringify({ url }),
  [`${id}/history.txt`]: '1700000000,a.txt\n1700003600,b.txt\n',
  [`${id}/a.txt`]: 'The wall\nIt will cost 40 million.\n',
  [`${id}/b.txt`]: 'The wall\nIt will cost 60 million.\n'
}
const history = JSON.stringify({
  format: 'palimpsest-history',
  version: 1,
  source: { name: 'The Orrinmouth Courier' },
  article: { url },
  captures: [
    {
      at: '2024-01-01T00:00:00Z',
      outcome: 'changed',
      content: { blocks: [{ kind: 'headline', text: 'The wall' }, { kind: 'paragraph', text: 'It will cost 60 million.' }, { kind: 'paragraph', text: 'Share this.' }] } // prettier-ignore
    }
  ]
})

test('a version tells the file it came with, and what it is called there', async () => {
  const { importFiles, timemap, captured } = library()
  const path = await zipped(datastore)
  const { articles } = await importFiles({ paths: [path], zone: 'Europe/Madrid' })
  const [first] = (await timemap({ article: articles[0]! })).revisions
  expect((await captured({ revision: first!.id })).imported).toEqual({
    name: 'backup.zip',
    format: 'changedetection/1',
    hash: createHash('sha256').update(readFileSync(path)).digest('hex'),
    zone: 'Europe/Madrid',
    originalId: `${id}/1700000000`,
    originalTime: '1700000000'
  })
})

test('a folder has no hash, and pasted text came with no file', async () => {
  const { importFiles, importText, timemap, captured } = library()
  const importedOf = async (article: number) => {
    const [first] = (await timemap({ article })).revisions
    return (await captured({ revision: first!.id })).imported
  }
  const { articles } = await importFiles({ paths: [write(datastore)] })
  expect(await importedOf(articles[0]!)).toMatchObject({ format: 'changedetection/1', hash: null, zone: null })
  const pasted = await importText({ text: 'Ferry\n\nThe ferry sails at noon.' })
  expect(await importedOf(pasted.articles[0]!)).toBeNull()
})

test('two versions whose texts were read by different readers say so', async () => {
  const { importFiles, timemap, compare } = library()
  const paths = [write(datastore), join(write({ 'wall.json': history }), 'wall.json')]
  const { articles } = await importFiles({ paths })
  const { revisions } = await timemap({ article: articles[0]! })
  const between = async (older: number, newer: number) =>
    (await compare({ older: revisions[older]!.id, newer: revisions[newer]!.id })).readers
  expect(revisions).toHaveLength(3)
  expect(await between(0, 1)).toBeNull()
  expect(await between(1, 2)).toEqual({ older: 'changedetection', newer: 'palimpsest-history' })
})
