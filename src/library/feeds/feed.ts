/** One entry of a feed or news sitemap. Everything comes from the feed and is believed only as a hint. */
export interface FeedEntry {
  /** Absolute, http or https; entries without such a link are left out. */
  readonly url: string
  /** The feed's own id (guid, atom:id); null where it gives none. */
  readonly id: string | null
  readonly title: string | null
  /** ISO 8601 UTC; null where it cannot be read. */
  readonly published: string | null
  readonly updated: string | null
  readonly author: string | null
  /** Summary as plain text. */
  readonly summary: string | null
}

export interface Feed {
  readonly kind: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap'
  readonly title: string | null
  /** The site it belongs to; absolute. */
  readonly homepage: string | null
  /** The feed's own address where it names one. */
  readonly self: string | null
  readonly lang: string | null
  /** How long it asks to be left alone (ttl, sy:updatePeriod), in minutes; null where it does not say. */
  readonly ttl: number | null
  readonly entries: readonly FeedEntry[]
}
