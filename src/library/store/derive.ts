import { refreshListing } from './listing.ts'
import type { Store } from './open.ts'
import { pluck } from './statement.ts'

/** Makes everything that lists show anew, after a migration or a salvage. Search and comparisons follow later. */
export function derive(store: Store): void {
  for (const article of pluck<[], number>(store, 'SELECT id FROM article').all()) refreshListing(store, article)
}
