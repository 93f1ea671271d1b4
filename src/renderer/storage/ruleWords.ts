import type { RetentionPreview } from '../../contract/keeping.ts'
import { count, listed } from '../ui/words.ts'

const reasons: Readonly<Record<keyof RetentionPreview['protects'], string>> = {
  noted: 'with a note',
  pinned: 'pinned',
  cited: 'cited',
  exported: 'exported',
  newest: 'the newest of an article',
  first: 'the first of an article',
  sole: 'the only copy of a text'
}

/** What a preview says first, for those who hear it. */
export function spokenWords({ versions, articles }: Pick<RetentionPreview, 'versions' | 'articles'>): string {
  if (versions === 0) return 'There is nothing to delete.'
  return `${count(versions, 'version')} of ${count(articles, 'article')} would be deleted.`
}

/** Why versions stay though they fall under the rule; empty where none does. */
export function protectedWords(protects: RetentionPreview['protects']): string {
  const names = Object.keys(reasons) as (keyof typeof reasons)[]
  const parts = names.filter((name) => protects[name] > 0).map((name) => `${protects[name]} ${reasons[name]}`)
  const total = names.reduce((sum, name) => sum + protects[name], 0)
  return total === 0 ? '' : `${count(total, 'other version stays', 'other versions stay')}: ${listed(parts)}.`
}
