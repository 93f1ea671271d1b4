import type { Page } from '../../domain/page.ts'
import { canonicalAddress } from '../address/canonical.ts'
import type { Seen } from '../watch/looked.ts'
import type { Feed } from './feed.ts'

const most = 50
const minutes = 10

/** What came, with the page it was read as. */
export type SeenPage = Seen & { readonly page: Page }

interface Kept {
  readonly until: number
  readonly page?: SeenPage | undefined
  readonly feed?: Feed | undefined
}

/** What looks found lately, so that following it asks for nothing twice: 50 addresses for ten minutes. */
export class LookCache {
  private readonly kept = new Map<string, Kept>()
  private readonly now: () => Date
  constructor(now: () => Date) {
    this.now = now
  }

  page(url: string): SeenPage | undefined {
    return this.get(url)?.page
  }
  feed(url: string): Feed | undefined {
    return this.get(url)?.feed
  }
  keep(url: string, found: { readonly page: SeenPage } | { readonly feed: Feed }): void {
    const key = canonicalAddress(url)
    this.kept.delete(key)
    this.kept.set(key, { ...found, until: this.now().getTime() + minutes * 60_000 })
    if (this.kept.size > most) this.kept.delete(this.kept.keys().next().value!)
  }

  private get(url: string): Kept | undefined {
    const found = this.kept.get(canonicalAddress(url))
    return found !== undefined && found.until >= this.now().getTime() ? found : undefined
  }
}
