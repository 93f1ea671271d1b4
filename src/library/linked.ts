import type { ArticleLink, LinkAnswers, Linked } from '../contract/link.ts'
import { articleByUid, identityOf } from './store/articles.ts'
import { namedAmong } from './store/named-articles.ts'
import type { Store } from './store/open.ts'
import { revisionsOf } from './store/revisions.ts'
import { readArticle } from './list.ts'

interface Parts {
  readonly store: Store
  readonly articleAt: (url: string) => Promise<number | null>
}

/** Answers what links name, from the library alone. */
export function linkHandlers({ store, articleAt }: Parts) {
  return {
    linked: async ({ link }: { readonly link: ArticleLink }): Promise<Linked | null> => {
      const article = await articleNamed(link.named, { store, articleAt })
      if (article === null || namedAmong(store, [article]).length === 0) return null
      return { article, ...versionsNamed(store, article, link.versions) }
    },
    articleUid: ({ article }: { readonly article: number }): LinkAnswers['articleUid'] => {
      readArticle(store, article)
      return identityOf(store, article).uid
    }
  }
}

async function articleNamed(named: ArticleLink['named'], { store, articleAt }: Parts): Promise<number | null> {
  if (named.by === 'number') return named.article
  return named.by === 'uid' ? (articleByUid(store, named.uid) ?? null) : articleAt(named.url)
}

function versionsNamed(
  store: Store,
  article: number,
  versions: ArticleLink['versions']
): Pick<Linked, 'versions' | 'missing'> {
  if (versions === null) return { versions: null, missing: [] }
  const idOf = new Map(revisionsOf(store, article).map(({ label, id }) => [label, id]))
  const { older, newer } = versions
  const missing = [older, newer].filter((label) => label !== null && !idOf.has(label)) as string[]
  if (missing.length > 0) return { versions: null, missing }
  return { versions: { older: older === null ? null : idOf.get(older)!, newer: idOf.get(newer)! }, missing }
}
