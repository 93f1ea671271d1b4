import type { ArticleRow } from '../contract/contract.ts'
import { allArticles, type ListedArticle } from './store/articles.ts'
import { captureSpans, type CaptureSpan } from './store/captures.ts'
import { allChanges, type ListedChange } from './store/changes.ts'
import type { Store } from './store/open.ts'
import { readUntil } from './store/reading.ts'

/** Every article with what its row in the list shows, the one that changed last first. */
export function listArticles(store: Store): ArticleRow[] {
  const spans = new Map(captureSpans(store).map((span) => [span.article, span]))
  const changes = Map.groupBy(allChanges(store), ({ article }) => article)
  const read = readUntil(store)
  return allArticles(store)
    .flatMap((article) => {
      const span = spans.get(article.id)
      return span === undefined ? [] : [toRow(article, span, changes.get(article.id) ?? [], read.get(article.id) ?? '')]
    })
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : a.id - b.id))
}

function toRow(
  article: ListedArticle,
  span: CaptureSpan,
  changes: readonly ListedChange[],
  readAt: string
): ArticleRow {
  return {
    ...article,
    firstAt: span.firstAt,
    lastAt: span.lastAt,
    outcome: span.outcome,
    status: span.status,
    changedAt: changes.at(-1)?.at ?? span.firstAt,
    changes: changes.map(({ at, wordsAdded, wordsRemoved, minor, headlineChanged, summary }) => {
      return { at, wordsAdded, wordsRemoved, minor, headlineChanged, summary }
    }),
    revisions: changes.length + 1,
    unseen: changes.filter(({ minor, at }) => !minor && at > readAt).length,
    headlineChanged: changes.some(({ headlineChanged }) => headlineChanged)
  }
}
