import { compareAnew } from './derived.ts'
import { refreshListing } from './store/listing.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { indexShown, searchedOf } from './store/search-index.ts'
import { isTrashed } from './store/trash.ts'

/**
 * Changes which revisions of an article are shown, and brings everything that is derived from them in step: what each
 * changed against the one before it, the search index, and the article's row in every list. Runs inside the caller's
 * transaction.
 */
export function changeShown(store: Store, article: number, change: () => void): void {
  const before = searchedOf(store, article)
  change()
  const text = new ArticleText(store, article)
  if (!isTrashed(store, article)) compareAnew(store, text, article)
  indexShown(store, text, article, before)
  refreshListing(store, article, text)
}
