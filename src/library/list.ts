import type { ArticleRow } from '../contract/contract.ts'
import { listedChanges } from './store/changes.ts'
import { listedArticles, type ListedArticle } from './store/listing.ts'
import type { Store } from './store/open.ts'

/** Every article with what its row in the list shows, the one that changed last first. */
export function listArticles(store: Store): ArticleRow[] {
  return listedArticles(store).map((listed) => toRow(store, listed))
}

function toRow(store: Store, { headlineChanged, ...listed }: ListedArticle): ArticleRow {
  const changes = listedChanges(store, listed.id).map(
    ({ at, wordsAdded, wordsRemoved, minor, headlineChanged, silent, summary }) => {
      return { at, wordsAdded, wordsRemoved, minor, headlineChanged, silent, summary }
    }
  )
  return { ...listed, changes, headlineChanged: headlineChanged === 1 }
}
