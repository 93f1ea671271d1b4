import type { Comparison } from '../../domain/diff/comparison.ts'
import type { Content } from '../../domain/revision.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { CallFailure } from '../../contract/failure.ts'
import { compare } from '../../domain/diff/compare.ts'
import { findRevision } from '../content.ts'
import { Folding } from '../noise.ts'
import { writtenArticle, type WrittenArticle } from '../store/export-facts.ts'
import { rulesFor } from '../store/noise-rules.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import { contentOf } from '../store/revisions.ts'
import { readTimemap } from '../timemap.ts'
import type { ArticlesWanted } from './export-articles.ts'

/** An article that is written out, with its versions in order of time. */
export interface Exported {
  readonly article: WrittenArticle
  readonly id: number
  readonly headline: string
  readonly revisions: readonly RevisionInfo[]
}

/** Every chosen article that is still there, and has a version; tells how many are done. */
export async function* exportedArticles({ store, articles, done }: ArticlesWanted): AsyncGenerator<Exported> {
  for (const [at, id] of articles.entries()) {
    const found = exportedArticle(store, id)
    if (found !== null) yield found
    await done(at + 1)
  }
}

function exportedArticle(store: Store, id: number): Exported | null {
  const article = writtenArticle(store, id)
  if (article === undefined) return null
  try {
    const { article: shown, revisions } = readTimemap(store, id)
    return { article, id, headline: shown.headline, revisions }
  } catch (error) {
    // It was deleted meanwhile.
    if (error instanceof CallFailure && error.failure.code === 'not-found') return null
    throw error
  }
}

/** A version and the one before it. */
export interface ExportedPair {
  readonly before: RevisionInfo
  readonly after: RevisionInfo
  readonly older: Content
  readonly newer: Content
  readonly comparison: Comparison
}

/** What changed in an article's versions, each against the one before; others are let in between. */
export async function* exportedPairs(store: Store, { id, article, revisions }: Exported, rest: () => Promise<void>) {
  // One for all pairs: what two versions have in common is unpacked, and worked out, once.
  const text = new ArticleText(store, id)
  const { options } = new Folding(rulesFor(store, id))
  const content = (revision: number) => contentOf(text, findRevision(store, revision))
  let older: Content | null = null
  for (const [at, after] of revisions.entries()) {
    const newer = content(after.id)
    const before = revisions[at - 1]
    if (before !== undefined && older !== null) {
      const comparison = compare(older, newer, { lang: article.lang, ...options })
      yield { before, after, older, newer, comparison } satisfies ExportedPair
    }
    older = newer
    await rest()
  }
}
