import * as z from 'zod/mini'
import type { UpdateFound } from '../contract/updates.ts'

/** What is read of the list at most, in bytes; how long it may take, in milliseconds; how often it may point elsewhere. */
const [mostBytes, longest, mostRedirects] = [64 * 1024, 15_000, 5]

const version = z.string().check(z.regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/))
const list = z.object({
  version,
  /** The page from which a reader downloads it. */
  page: z.url().check(z.maxLength(2048)),
  /** What is new, in plain words. */
  notes: z.optional(z.string().check(z.maxLength(20_000))),
  /** Bytes of the installer by system. */
  sizes: z.optional(z.record(z.string(), z.int().check(z.positive())))
})

interface Asked {
  /** The address of the list; empty in a build that has none. */
  readonly feed: string
  /** The version that runs. */
  readonly running: string
  readonly platform: NodeJS.Platform
  readonly longest?: number
}

/**
 * Asks once whether there is a newer version. Nothing is sent but the request itself, and nothing is downloaded but the
 * list (docs/technotes/updates.md). Never throws: what went wrong is an answer too.
 */
export async function findUpdate(asked: Asked): Promise<UpdateFound> {
  const { feed, running, platform } = asked
  if (feed === '') return { found: 'failed', why: 'no-address' }
  const text = await readList(feed, AbortSignal.timeout(asked.longest ?? longest))
  if (typeof text !== 'string') return { found: 'failed', why: text.why }
  const read = list.safeParse(parsed(text))
  if (!read.success || !isSafe(read.data.page, feed)) return { found: 'failed', why: 'unreadable' }
  const { page, notes = '', sizes } = read.data
  if (!isNewer(read.data.version, running)) return { found: 'none' }
  return { found: 'newer', version: read.data.version, notes, page, size: sizes?.[platform] ?? null }
}

/** Whether version `a` comes after version `b`; a trial version (`1.0.0-beta`) counts as what it is a trial of. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((one) =>
    one
      .replace(/[-+].*$/u, '')
      .split('.')
      .map(Number)
  )
  const at = left!.findIndex((n, i) => n !== right![i])
  return at >= 0 && left![at]! > (right![at] ?? 0)
}

/** Only over an encrypted connection; to this machine itself also without, where the list is here too. */
function isSafe(address: string, feed: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (isHere(url) && isHere(URL.parse(feed)))
}

const isHere = (url: URL | null): boolean => url?.protocol === 'http:' && url.hostname === '127.0.0.1'

type Failed = Extract<UpdateFound, { readonly found: 'failed' }>

async function readList(feed: string, signal: AbortSignal): Promise<string | Pick<Failed, 'why'>> {
  try {
    let at = feed
    for (let turn = 0; turn <= mostRedirects; turn++) {
      if (!isSafe(at, feed)) return { why: 'insecure' }
      const response = await fetch(at, { redirect: 'manual', credentials: 'omit', signal })
      const next = response.headers.get('location')
      if (response.status === 200) return await bodyOf(response)
      await response.body?.cancel()
      if (response.status < 300 || response.status > 399 || next === null) return { why: 'unreachable' }
      at = URL.parse(next, at)?.href ?? ''
    }
    return { why: 'unreachable' }
  } catch (error) {
    return { why: error instanceof Error && error.name === 'TimeoutError' ? 'slow' : 'unreachable' }
  }
}

async function bodyOf(response: Response): Promise<string | Pick<Failed, 'why'>> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > mostBytes) return { why: 'too-large' }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** What is no JSON fits no list. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
