import type { Looked } from '../../contract/tracking.ts'
import type { Page } from '../../domain/page.ts'
import type { Answered, Fetch } from '../fetch/fetched.ts'
import type { Seen } from '../watch/looked.ts'
import type { Feed } from './feed.ts'
import { parseFeed } from './parse.ts'

export class LookCache {
  constructor(_now: () => Date) {}
  page(_url: string): (Seen & { readonly page: Page }) | undefined {
    return undefined
  }
  feed(_url: string): Feed | undefined {
    return undefined
  }
}

interface Looking {
  readonly fetch: Fetch
  readonly readPage: (answered: Answered) => Promise<Page | null>
  readonly known: (url: string) => number | null
  readonly knownFeed: (url: string) => number | null
  readonly cache: LookCache
}

export async function look(text: string, { fetch }: Looking): Promise<Looked[]> {
  const url = `${text.replace(/\/$/, '')}/feed.xml`
  const fetched = await fetch({ url, trusted: true, as: 'feed' })
  const feed = fetched.kind === 'answered' ? parseFeed(fetched.body.toString(), { url }) : null
  return [{ address: text, article: null, problem: null, feeds: feed === null ? [] : [{ kind: 'feed', url, title: feed.title ?? '', format: 'rss', entries: feed.entries.length, daily: null, known: null }] }]
}
