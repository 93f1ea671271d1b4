import type { DerivedFinding } from '../../domain/verification.ts'
import { miscompared, unusedPacks } from '../store/derived-state.ts'
import { isListed } from '../store/listing.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import { isWaiting } from '../store/search-index.ts'
import { wordsOf } from './broken.ts'

/** What was derived from an article's evidence and is not in step with it. */
export function derivedOf(store: Store, article: number): DerivedFinding[] {
  return [
    ...checked(article, 'change', () => (isWaiting(store, article) ? [] : miscompared(store, article))),
    ...checked(article, 'unused-text', () => unusedPacks(store, article)),
    ...checked(article, 'listing', () => (isListed(store, article, new ArticleText(store, article)) ? [] : ['']))
  ]
}

/** One finding of a kind is enough; what cannot be read has to be made anew as well. */
export function checked(
  article: number | null,
  kind: DerivedFinding['kind'],
  faults: () => readonly (string | number)[]
): DerivedFinding[] {
  const detail = firstOf(faults)
  return detail === undefined ? [] : [{ article, kind, detail: String(detail) }]
}

function firstOf(faults: () => readonly (string | number)[]): string | number | undefined {
  try {
    return faults()[0]
  } catch (error) {
    return wordsOf(error)
  }
}
