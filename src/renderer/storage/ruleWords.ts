import { t, type Key } from '../../catalogue/words.ts'
import type { RetentionPreview } from '../../contract/keeping.ts'
import { listed } from '../ui/words.ts'

const reasons: Readonly<Record<keyof RetentionPreview['protects'], Key>> = {
  noted: 'rule.noted',
  pinned: 'rule.pinned',
  cited: 'rule.cited',
  exported: 'rule.exported',
  newest: 'rule.newest',
  first: 'rule.first',
  sole: 'rule.sole'
}

/** What a preview says first, for those who hear it. */
export function spokenWords({ versions, articles }: Pick<RetentionPreview, 'versions' | 'articles'>): string {
  return versions === 0 ? t('rule.nothing') : t('rule.would', { versions, articles })
}

/** Why versions stay though they fall under the rule; empty where none does. */
export function protectedWords(protects: RetentionPreview['protects']): string {
  const names = Object.keys(reasons) as (keyof typeof reasons)[]
  const some = names.filter((name) => protects[name] > 0)
  const total = some.reduce((sum, name) => sum + protects[name], 0)
  const why = listed(some.map((name) => t(reasons[name], { n: protects[name] })))
  return total === 0 ? '' : t('rule.protected', { n: total, why })
}
