import { t } from '../../catalogue/words.ts'
import type { SavedQuery } from '../../contract/saved.ts'
import type { SearchHit } from '../../contract/search.ts'

/** How many articles were found: `5 articles`, `About 1,200 articles` where they were not counted. */
export function foundWords({ total, exact }: { readonly total: number; readonly exact: boolean }): string {
  if (exact) return t('search.found', { n: total })
  const unit = 10 ** Math.max(0, String(total).length - 2)
  return t('search.found.about', { n: Math.round(total / unit) * unit })
}

/** What is not on the page any more. */
export function goneTitle({ headline }: Pick<SearchHit, 'headline'>): string {
  return t(headline ? 'search.gone.headline' : 'search.gone.text')
}

/** What a search is called until the reader calls it otherwise: `“forced out”, removed text`. */
export function nameOf({ text, scope }: Pick<SavedQuery, 'text' | 'scope'>, source: string | null): string {
  const name = scope === 'anywhere' ? text : t(`search.named.${scope}`, { text })
  return (source === null ? name : t('search.named.source', { name, source })).slice(0, 200)
}
