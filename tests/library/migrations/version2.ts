import { capturesOf } from '../../../src/library/store/captures.ts'
import type { Store } from '../../../src/library/store/open.ts'
import { ArticleText } from '../../../src/library/store/packs.ts'
import { contentOf, revisionsOf } from '../../../src/library/store/revisions.ts'
import { facts } from './version1.ts'

/** What a library of version 2 tells of an article, in the words of `tellVersion1`. */
export function tellVersion2(store: Store, article: number): unknown {
  const text = new ArticleText(store, article)
  const revisions = revisionsOf(store, article).map((row) => {
    const { id, label, at, words, imported, textHash } = row
    return { id, label, at, words, imported, textHash, content: contentOf(text, row) }
  })
  return { ...facts(store, article), revisions, captures: capturesOf(store, article) }
}
