import { judge, type Verdict } from '../../domain/verdict.ts'
import type { Page } from '../../domain/page.ts'
import { isHomePage } from '../address/key.ts'
import { extractorVersion } from '../extract/read-page.ts'
import { keptHeaders } from '../fetch/headers.ts'
import { isText } from '../watch/text-type.ts'
import type { Original, State } from './document.ts'
import type { Reading } from './reader.ts'

/** A page as a file keeps it. */
export interface KeptPage {
  readonly body: Uint8Array
  /** The address that was asked; empty where the file names none. */
  readonly url: string
  /** The address that answered, where it is another. */
  readonly finalUrl?: string | null | undefined
  /** ISO 8601 UTC. */
  readonly at: string
  /** 200 where the file keeps only what was good. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly charset?: string | undefined
  readonly original?: Original | undefined
}

/** A page that was read, and the observation that it makes. */
export interface PageState {
  readonly state: State
  /** Null where nothing could be read. */
  readonly page: Page | null
}

/**
 * What a kept page shows, judged as our own checks judge what they receive: its text, or an event without one. The text
 * is read by our own extractor, so that it can be compared with what we capture ourselves.
 */
export async function pageState(how: Pick<Reading, 'pages'>, kept: KeptPage): Promise<PageState> {
  const { body, url, at, status, headers, charset } = kept
  const finalUrl = kept.finalUrl ?? url
  const job = { body, contentType: headers['content-type'] ?? null, url: finalUrl, at, status, headers, charset }
  const readable = status >= 200 && status < 300 && isText(headers)
  const { page, unread } = readable ? await how.pages.read(job) : { page: null, unread: null }
  const isHome = finalUrl !== url && isHomePage(finalUrl) && !isHomePage(url)
  const verdict = judge({ status, isHome, isText: isText(headers), page, unread, before: null })
  const received = { body, finalUrl: finalUrl === url ? null : finalUrl, headers: keptHeaders(headers) }
  const shown = {
    at,
    until: at,
    count: 1,
    status,
    original: kept.original,
    received: { ...received, extractor: extractorVersion }
  }
  return { page, state: { ...shown, ...ofVerdict(verdict) } }
}

function ofVerdict(verdict: Verdict): Pick<State, 'outcome' | 'error' | 'content'> {
  if (verdict.as === 'text') return { outcome: 'changed', error: null, content: verdict.page.content }
  if (verdict.as === 'event') return { outcome: verdict.outcome, error: verdict.detail || null, content: null }
  return { outcome: 'paywall', error: verdict.why, content: null }
}
