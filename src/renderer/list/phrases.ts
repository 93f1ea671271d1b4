import type { ArticleRow, ListKey, SmartList } from '../../contract/lists.ts'
import { capital, count } from '../ui/words.ts'

/** What an article's row says in one phrase. */
export function phraseOf(row: ArticleRow): string {
  if (row.outcome === 'gone') return `Page gone (${row.status ?? 404})`
  if (row.revisions < 2) return 'No changes yet'
  if (row.summary !== '') return capital(row.summary)
  return row.minor ? 'Minor wording' : count(row.revisions, 'version')
}

export interface Words {
  readonly title: string
  readonly text: string
}

/** What a list without articles says. */
export function emptyWords(list: ListKey, articles: number): Words {
  if (list.kind !== 'smart') return { title: 'Nothing here yet', text: 'Drop links or files here, or add an article.' }
  return smartWords[list.name](articles)
}

const smartWords: Readonly<Record<SmartList, (articles: number) => Words>> = {
  recent: () => ({ title: 'Nothing changed recently', text: 'No article has changed in the last 7 days.' }),
  unread: (articles) => ({
    title: 'Nothing unread',
    text: `You have seen every change in ${count(articles, 'article')}.`
  }),
  headline: () => ({
    title: 'No headline changed',
    text: 'Every article still has the headline it was first seen with.'
  }),
  silent: () => ({
    title: 'No silent edits',
    text: "Wherever a text changed, the page's visible update note changed with it."
  }),
  starred: () => ({ title: 'Nothing starred', text: 'Press S to star the open article. It then stands here too.' }),
  all: () => ({ title: 'Nothing here yet', text: 'Drop links or files here, or add an article.' }),
  deleted: () => ({ title: 'Nothing deleted', text: 'What you delete stays here for 30 days.' })
}
