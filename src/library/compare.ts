import type { ComparisonAnswer } from '../contract/contract.ts'
import { compare } from '../domain/diff/compare.ts'
import { differingReaders } from '../domain/readers.ts'
import { findRevision } from './content.ts'
import { Folding } from './noise.ts'
import { identityOf } from './store/articles.ts'
import { extractorOf } from './store/captured.ts'
import { rulesFor } from './store/noise-rules.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { contentOf } from './store/revisions.ts'

/** Two stored revisions and what is to be said about them. Throws `CallFailure` `not-found`. */
export function compareRevisions(store: Store, older: number, newer: number): ComparisonAnswer {
  const [from, to] = [findRevision(store, older), findRevision(store, newer)]
  const text = new ArticleText(store, to.article)
  const before = contentOf(from.article === to.article ? text : new ArticleText(store, from.article), from)
  const after = contentOf(text, to)
  const folding = new Folding(rulesFor(store, to.article))
  const { lang } = identityOf(store, to.article)
  const comparison = compare(before, after, { lang, ...folding.options })
  const readers = differingReaders(extractorOf(store, older), extractorOf(store, newer))
  return { older: before, newer: after, comparison, folds: folding.folds, readers }
}
