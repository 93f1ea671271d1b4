import { createHash } from 'node:crypto'
import type { Page } from '../../domain/page.ts'
import type { PageReading } from '../../contract/tracking.ts'
import { joinPages } from '../extract/join-pages.ts'
import { extractorVersion } from '../extract/read-page.ts'
import type { Answered, Failed, Fetch, Wanted } from '../fetch/fetched.ts'
import type { Render } from '../render/render.ts'
import type { Seen } from './looked.ts'
import type { PageReader } from './reading.ts'
import { isText } from './text-type.ts'

/** What is needed to look at an address. */
export interface Eyes {
  readonly fetch: Fetch
  readonly reader: PageReader
  /** Absent where no browser can be asked. */
  readonly render?: Render | undefined
  /** Whether the reader allowed an address's host although it is a private one. */
  readonly isAllowed: (url: string) => boolean
  readonly now: () => Date
}

export interface Look {
  readonly wanted: Wanted
  readonly reading: PageReading
  /** SHA-256 of the body that was read last: the same again is not read. */
  readonly knownBody: Buffer | null
}

/** An article in more parts than this is read so far. */
const mostPages = 10

/**
 * Fetches an address and reads what came: by a browser where the reader chose so, or where the page holds no text of its
 * own. Further pages of an article in parts are fetched and joined; where one is missing, the whole look has failed, since
 * an article without its end would look cut.
 */
export async function lookAt(eyes: Eyes, look: Look): Promise<Seen | Failed> {
  const isForBrowser = look.reading === 'browser'
  const fetched = await eyes.fetch(isForBrowser ? { ...look.wanted, etag: null, lastModified: null } : look.wanted)
  if (fetched.kind === 'failed') return fetched
  // Asked for first as any page is: whether it may be, and whether it is there, is decided before a browser is.
  if (isForBrowser && fetched.status === 200) return lookWithBrowser(eyes, look.wanted)
  const seen = seenOf(fetched)
  if (fetched.status === 304 || !isReadable(fetched) || look.knownBody?.equals(fetched.bodyHash) === true) return seen
  const read = await eyes.reader.read(jobOf(fetched))
  if (isShell(read.page) && look.reading === 'auto' && eyes.render !== undefined) {
    const rendered = await lookWithBrowser(eyes, look.wanted)
    if ('page' in rendered && rendered.page?.kind === 'article') return rendered
  }
  if (read.page === null || read.page.kind !== 'article') return { ...seen, ...read }
  return withFurtherPages(eyes, look.wanted, { ...seen, page: read.page })
}

/** A page that only scripts would fill. What holds programs off is none: no browser is sent to get around it. */
export const isShell = (page: Page | null): boolean => page?.needsBrowser === true && page.kind === 'not-an-article'

const isReadable = ({ status, headers, body }: Answered): boolean =>
  (status === 200 || status === 203 || status === 403 || status === 503) && isText(headers) && body.length > 0

/** What a reader of pages needs of a response. */
export const jobOf = ({ body, headers, finalUrl, status, at }: Answered) => ({
  body,
  headers,
  status,
  contentType: headers['content-type'] ?? null,
  url: finalUrl,
  at
})

const seenOf = ({ at, url, finalUrl, status, headers, body, bodyHash, certificate }: Answered): Seen => ({
  at,
  url,
  finalUrl,
  status,
  headers,
  body,
  bodyHash,
  certificate,
  further: [],
  screenshot: null,
  page: null,
  unread: null,
  extractor: extractorVersion
})

async function withFurtherPages(
  eyes: Eyes,
  wanted: Wanted,
  seen: Seen & { readonly page: Page }
): Promise<Seen | Failed> {
  const rest: Page[] = []
  const further: Buffer[] = []
  for (const url of seen.page.nextPages.slice(0, mostPages - 1)) {
    const trusted = wanted.trusted && new URL(url).host === new URL(wanted.url).host
    const fetched = await eyes.fetch({ ...wanted, url, trusted, etag: null, lastModified: null })
    if (fetched.kind === 'failed') return { ...fetched, url: seen.url, finalUrl: seen.finalUrl, detail: url }
    const { page } = fetched.status === 200 ? await eyes.reader.read(jobOf(fetched)) : { page: null }
    if (page?.kind !== 'article') return { ...failed(eyes, wanted, url), failure: 'incomplete' }
    rest.push(page)
    further.push(fetched.body)
  }
  return rest.length === 0 ? seen : { ...seen, page: joinPages(seen.page, rest), further }
}

/** A rendered page is what its DOM says as text; the markup itself is kept as its body. */
async function lookWithBrowser(eyes: Eyes, wanted: Wanted): Promise<Seen | Failed> {
  if (eyes.render === undefined) return failed(eyes, wanted, 'no browser')
  const rendered = await eyes.render({
    url: wanted.url,
    allowed: wanted.trusted && eyes.isAllowed(wanted.url),
    ...(wanted.signal === undefined ? {} : { signal: wanted.signal })
  })
  if (rendered.kind === 'failed') return { ...failed(eyes, wanted, rendered.detail), failure: rendered.failure }
  const body = Buffer.from(rendered.html)
  const { finalUrl, status, at, screenshot } = rendered
  const read = await eyes.reader.read({ body, contentType: 'text/html; charset=utf-8', url: finalUrl, at })
  return {
    at,
    url: wanted.url,
    finalUrl,
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body,
    bodyHash: createHash('sha256').update(body).digest(),
    certificate: null,
    further: [],
    screenshot,
    ...read,
    extractor: `${extractorVersion}+browser`
  }
}

const failed = ({ now }: Eyes, wanted: Wanted, detail: string): Failed => ({
  kind: 'failed',
  failure: 'bad-response',
  url: wanted.url,
  finalUrl: wanted.url,
  hops: [],
  at: now().toISOString(),
  detail,
  status: null,
  retryAt: null
})
