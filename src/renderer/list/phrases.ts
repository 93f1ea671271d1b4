import type { ArticleRow } from '../../contract/contract.ts'
import type { ListKey } from '../app/place.ts'
import { capital, count } from '../ui/words.ts'

/** What an article's row says in one phrase. */
export function phraseOf(row: ArticleRow): string {
  if (row.outcome === 'gone') return `Page gone (${row.status ?? 404})`
  const last = row.changes.at(-1)
  if (last === undefined) return 'No changes yet'
  if (last.summary !== '') return capital(last.summary)
  return last.minor ? 'Minor wording' : count(row.revisions, 'version')
}

export interface Words {
  readonly title: string
  readonly text: string
}

/** What a list without articles says. */
export function emptyWords(list: ListKey, articles: number): Words {
  if (list.kind !== 'smart') return { title: 'Nothing here yet', text: 'Drop files here or add an article.' }
  if (list.name === 'unread') {
    return { title: 'Nothing unread', text: `You have seen every change in ${count(articles, 'article')}.` }
  }
  if (list.name === 'recent') {
    return { title: 'Nothing changed recently', text: 'No article has changed in the last 7 days.' }
  }
  return { title: 'No headline changed', text: 'Every article still has the headline it was first seen with.' }
}
