import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openFile } from '../../../src/library/exchange/open-file.ts'
import { waczReader } from '../../../src/library/exchange/wacz.ts'
import { fileOf, foundIn, library, pageOf, readingIn, wall } from './found-in.ts'
import { zipOf } from './zip-of.ts'

const url = 'https://paper.example/news/wall'
const page = pageOf('Council to move 40 households', ...wall)
const sha256 = (bytes: string | Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

function record(fields: Readonly<Record<string, string>>, block: string): Buffer {
  const all = { 'WARC-Date': '2024-03-01T10:00:00Z', ...fields, 'Content-Length': String(Buffer.byteLength(block)) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return gzipSync(`WARC/1.1\r\n${lines.join('')}\r\n${block}\r\n\r\n`)
}
const response = (target: string): Buffer =>
  record(
    { 'WARC-Type': 'response', 'WARC-Target-URI': target, 'WARC-Payload-Digest': sha256(page) },
    `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`
  )
const revisit = record(
  {
    'WARC-Type': 'revisit',
    'WARC-Target-URI': url,
    'WARC-Date': '2024-03-02T10:00:00Z',
    'WARC-Payload-Digest': sha256(page)
  },
  ''
)

const files = {
  'archive/a.warc.gz': Buffer.concat([response(url), response('https://ads.example/frame')]),
  'archive/b.warc.gz': revisit,
  'pages/pages.jsonl': `{"format":"json-pages-1.0"}\n{"url":"http://www.paper.example/news/wall/","ts":"2024-03-01T10:00:00Z"}\nno json\n`
}
type Files = Readonly<Record<string, string | Buffer>>

async function packageOf(held: Files, hashed: Files = held): Promise<string> {
  const resources = Object.entries(hashed).map(([path, bytes]) => ({ path, hash: sha256(bytes) }))
  const facts = JSON.stringify({ title: 'Walls', software: 'a crawler', created: '2024-03-03T00:00:00Z', resources })
  const digest = JSON.stringify({ path: 'datapackage.json', hash: sha256(facts) })
  return fileOf('walls.wacz', await zipOf({ ...held, 'datapackage.json': facts, 'datapackage-digest.json': digest }))
}

const about = async (path: string) => await waczReader.about!(await openFile(path), readingIn(null))

test('the pages that a package lists are states, repeats from its other archives too', async () => {
  const path = await packageOf(files)
  const { format, states, refused } = await foundIn(path)
  expect([format, refused]).toEqual(['wacz/1', ['not-a-page 1 record that holds no page']])
  expect(states.map((state) => [state.url, state.at])).toEqual([
    [url, '2024-03-01T10:00:00.000Z'],
    [url, '2024-03-02T10:00:00.000Z']
  ])
  expect(await about(path)).toMatchObject({
    title: 'Walls',
    software: 'a crawler',
    madeAt: '2024-03-03T00:00:00.000Z',
    verdict: 'intact',
    findings: []
  })
})

test('an archive that was changed afterwards is not taken', async () => {
  const path = await packageOf({ ...files, 'archive/a.warc.gz': response('https://evil.example/') }, files)
  expect(await about(path)).toMatchObject({
    verdict: 'tampered',
    findings: ['archive/a.warc.gz does not fit its hash']
  })
  const { states, refused } = await foundIn(path)
  expect(states).toEqual([])
  expect(refused).toEqual(['tampered it does not fit its hash', 'needs-files 1 record that repeats what is not in it'])
})

test('an archive that was put in afterwards is told, and one without hashes cannot be checked', async () => {
  const { 'archive/b.warc.gz': _, ...hashed } = files
  expect(await about(await packageOf(files, hashed))).toMatchObject({
    verdict: 'tampered',
    findings: ['archive/b.warc.gz has no hash']
  })
  const bare = fileOf('bare.zip', await zipOf({ 'crawl.warc.gz': response(url) }))
  expect(await about(bare)).toMatchObject({ verdict: 'unchecked', findings: [] })
  expect((await foundIn(bare)).states).toHaveLength(1)
})

test('facts that are none are refused by name', async () => {
  const path = fileOf('walls.wacz', await zipOf({ ...files, 'datapackage.json': '{"resources":{}}' }))
  expect((await foundIn(path)).refused).toEqual(['wrong-schema datapackage.json: resources'])
})

test('the same package again adds nothing', async () => {
  const { importFiles, close } = library()
  const paths = [await packageOf(files)]
  expect(await importFiles({ paths })).toMatchObject({ newArticles: 1, newRevisions: 1 })
  expect(await importFiles({ paths })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 2 })
  close()
})
