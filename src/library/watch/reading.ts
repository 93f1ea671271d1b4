import type { Page } from '../../domain/page.ts'

/** A page to be read, as it came. */
export interface PageJob {
  readonly body: Uint8Array
  readonly contentType: string | null
  readonly url: string
  /** Of the response, where there was one: they help to tell walls from articles. */
  readonly status?: number | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The time of the capture, ISO 8601 UTC. */
  readonly at: string
  readonly charset?: string | undefined
}

/** What was read, or why nothing could be: what hung or exhausted the parser was killed. */
export type PageRead =
  { readonly page: Page; readonly unread: null } | { readonly page: null; readonly unread: 'time' | 'memory' | 'error' }

/** Reads pages somewhere where a page that hangs the parser holds nobody up. Never throws for what a page is. */
export interface PageReader {
  readonly read: (job: PageJob) => Promise<PageRead>
  readonly close: () => Promise<void>
}
