import type { Outcome } from '../../domain/capture.ts'
import type { Page } from '../../domain/page.ts'
import type { Failed, FetchFailure } from '../fetch/fetched.ts'

/** What a look at an address brought, however it was fetched. */
export interface Seen {
  readonly at: string
  /** The address that was asked for, and the one that answered. */
  readonly url: string
  readonly finalUrl: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly bodyHash: Buffer
  readonly certificate: string | null
  /** The further pages of an article in parts, as they came. */
  readonly further: readonly Buffer[]
  /** What a browser showed; null where no browser was asked. */
  readonly screenshot: Buffer | null
  /** Read where the response can be a page and is not the one that was read before. */
  readonly page: Page | null
  /** Why it could not be read. */
  readonly unread: string | null
  /** What read it, with its version. */
  readonly extractor: string
}

/** How a failure is told in an article's history; null where it says nothing about the article or its site. */
export function outcomeOf({ failure }: Pick<Failed, 'failure'>): Outcome | null {
  return outcomes[failure]
}

const outcomes: Readonly<Record<FetchFailure, Outcome | null>> = {
  'bad-address': 'network-error',
  'refused-address': 'blocked',
  robots: 'blocked',
  waiting: null,
  offline: null,
  dns: 'network-error',
  connect: 'network-error',
  tls: 'network-error',
  timeout: 'network-error',
  incomplete: 'network-error',
  'bad-response': 'network-error',
  'too-large': 'too-large',
  'too-many-redirects': 'redirected',
  aborted: null
}
