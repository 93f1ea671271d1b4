import type { ImportResult } from '../../contract/importing.ts'
import type { Found } from '../exchange/reader.ts'
import type { LazyFollowing } from '../watch/lazy.ts'

type Follow = Extract<Found, { kind: 'follow' }>

/** So many of a folder are followed in one call. */
const together = 1000

/** Gathers what lists name, and has it followed when all files are read. */
export class Follows {
  readonly #following: LazyFollowing | undefined
  readonly #found: Follow[] = []

  constructor(following: LazyFollowing | undefined) {
    this.#following = following
  }

  async add(found: Follow): Promise<void> {
    this.#found.push(found)
  }

  /** Follows all that was gathered; nothing where this library follows nothing. */
  async follow(): Promise<Pick<ImportResult, 'newFeeds' | 'newAddresses'>> {
    const counts = { newFeeds: 0, newAddresses: 0 }
    if (this.#found.length === 0 || this.#following === undefined) return {}
    const { takeMementos } = await this.#following.start()
    for (const { url, mementos: listed = [] } of this.#found) if (listed.length > 0) takeMementos(url, listed)
    for (const [folder, found] of Map.groupBy(this.#found, (one) => one.folder)) {
      for (let at = 0; at < found.length; at += together) {
        const items = found.slice(at, at + together).map(({ url, feed }) => ({ kind: kindOf(feed), url }))
        const { newFeeds, newArticles } = await this.#following.handlers.follow({ items, folder, pace: 'usual' })
        counts.newFeeds += newFeeds
        counts.newAddresses += newArticles
      }
    }
    return counts
  }
}

const kindOf = (feed: boolean): 'feed' | 'article' => (feed ? 'feed' : 'article')
