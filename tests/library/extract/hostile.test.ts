import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageKind } from '../../../src/domain/page.ts'
import { readPage } from '../../../src/library/extract/read-page.ts'
import { decodePage } from '../../../src/library/fetch/decode.ts'

/** A server of hostile answers that is run where it is unpacked; it listens on loopback alone. */
const script = resolve(import.meta.dirname, '../../../.cache/data/suites/hostile-http/hostile-server.mjs')
const isThere = existsSync(script)
let server: ChildProcess
let root = ''

beforeAll(async () => {
  if (!isThere) return
  server = spawn(process.execPath, [script, '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(server.stdout!, 'data')) as [Buffer]
  root = `http://127.0.0.1:${(JSON.parse(line.toString()) as { http: number }).http}`
})
afterAll(() => server?.kill())

const expected: Readonly<Record<string, PageKind>> = {
  '/ok': 'article',
  '/304': 'article',
  '/etag-lies': 'article',
  '/404': 'soft-404',
  '/410': 'soft-404',
  '/451': 'blocked',
  '/500': 'not-an-article',
  '/soft404': 'soft-404',
  '/botwall': 'blocked',
  '/consent': 'consent',
  '/empty': 'not-an-article',
  '/204': 'not-an-article',
  '/meta-refresh': 'article',
  '/status-999': 'not-an-article',
  '/cs-sjis': 'article',
  '/cs-invalid-utf8': 'article',
  '/cs-utf16le-bom': 'article',
  '/ct-plain': 'article',
  '/ct-none': 'article',
  '/ct-octet': 'not-an-article',
  '/ct-pdf': 'not-an-article',
  '/ct-svg': 'not-an-article',
  '/ct-image': 'not-an-article',
  '/deep-100k': 'not-an-article',
  '/attrs-200k': 'not-an-article',
  '/attr-20mb': 'not-an-article',
  '/one-word-10mb': 'not-an-article',
  '/redos': 'not-an-article',
  '/comment-open': 'not-an-article',
  '/feed-xxe': 'not-an-article',
  '/feed-laughs': 'not-an-article',
  '/feed-badlinks': 'not-an-article',
  '/feed-malformed': 'not-an-article'
}

test.runIf(isThere).each(Object.entries(expected))(
  '%s (a server beside the checkout) is taken for: %s',
  async (path, kind) => {
    const response = await fetch(`${root}${path}`, { redirect: 'manual' })
    const headers = Object.fromEntries(response.headers)
    const { text } = decodePage(Buffer.from(await response.arrayBuffer()), headers['content-type'] ?? null)
    const page = readPage(text, {
      url: `${root}${path}`,
      at: '2026-03-03T12:00:00.000Z',
      status: response.status,
      headers
    })
    expect(`${page.kind}: ${page.reason}`).toContain(`${kind}: `)
  }
)
