import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../src/domain/verdict.ts'
import { isHomePage } from '../../../src/library/address/key.ts'
import { lookAt, type Eyes } from '../../../src/library/watch/look-at.ts'
import { pagePool } from '../../../src/library/watch/page-pool.ts'
import { isText } from '../../../src/library/watch/text-type.ts'
import { fetcherFor, suites } from '../fetch/web.ts'

/** A server of hostile answers, run where it lies beside the checkout. */
const folder = new URL('hostile-http/', suites)
const isThere = existsSync(folder)

interface Case {
  /** Whether the answer may become a stored version. */
  readonly revision: string
}

const cases = isThere
  ? Object.entries(
      (JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8')) as { cases: Record<string, Case> }).cases
    )
  : []
/** Those may be refused by name instead. */
const refusable = new Set(['/gzip-nested', '/zstd'])
const never = new Set(['/hang', '/hang-after-headers', '/slow-headers', '/slow-body'])

const kindOf = (verdict: string): string => (verdict === 'text' ? 'a version' : 'an event')

/** What a case may come to. */
function allowed(path: string, revision: string): readonly string[] {
  if (revision.startsWith('no')) return ['an event']
  const isSure = /^(yes|first fetch yes)/.test(revision) && !revision.includes('flagged') && !refusable.has(path)
  return isSure ? ['a version'] : ['a version', 'an event']
}

describe.runIf(isThere)('what a hostile answer may become (a server beside the checkout)', () => {
  let child: ReturnType<typeof spawn>
  let port = 0
  const reported: unknown[] = []
  const reader = pagePool(new URL('../../../src/library/watch/page-worker.ts', import.meta.url), (error) =>
    reported.push(error)
  )

  beforeAll(async () => {
    child = spawn(process.execPath, [fileURLToPath(new URL('hostile-server.mjs', folder)), '0'], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    const [line] = (await once(child.stdout!, 'data')) as [Buffer]
    port = (JSON.parse(line.toString()) as { http: number }).http
  })
  afterAll(async () => {
    child.kill()
    await reader.close()
  })

  /** `text` where the answer may become a version; otherwise what it is an event of. */
  async function verdictOf(path: string): Promise<string> {
    const limits = never.has(path) ? { firstByte: 700, whole: 1500 } : {}
    const { fetch } = fetcherFor([{ host: `localhost:${port}` }], { limits })
    const eyes: Eyes = { fetch, reader, isAllowed: () => true, now: () => new Date() }
    const url = `http://localhost:${port}${path}`
    const look = await lookAt(eyes, {
      wanted: { url, trusted: true, as: 'page', etag: path === '/304' ? '"v1"' : null },
      reading: 'static',
      knownBody: null
    })
    if ('kind' in look) return look.failure
    const { status, finalUrl, page, unread, headers } = look
    const isHome = finalUrl !== url && isHomePage(finalUrl)
    const verdict = judge({ status, isHome, isText: isText(headers), page, unread, before: null })
    return verdict.as === 'event' ? verdict.outcome : 'text'
  }

  test.each(cases)('%s', { timeout: 60_000 }, async (path, { revision }) => {
    expect(allowed(path, revision)).toContain(kindOf(await verdictOf(path)))
    expect(reported).toEqual([])
  })
})
