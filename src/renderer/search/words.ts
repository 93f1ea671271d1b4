import type { SearchHit } from '../../contract/search.ts'
import { count } from '../ui/words.ts'

/** How many articles were found: `5 articles`, `About 1,200 articles` where they were not counted. */
export function foundWords({ total, exact }: { readonly total: number; readonly exact: boolean }): string {
  if (exact) return `${total.toLocaleString()} ${total === 1 ? 'article' : 'articles'}`
  const unit = 10 ** Math.max(0, String(total).length - 2)
  return `About ${count(Math.round(total / unit) * unit, 'article')}`.replace(/\d+/u, (n) => Number(n).toLocaleString())
}

/** What is not on the page any more. */
export function goneTitle({ headline }: Pick<SearchHit, 'headline'>): string {
  return headline ? 'This headline is no longer on the page.' : 'This text is no longer on the page.'
}
