import type { NoiseScope, StoredNoiseRule } from '../../contract/noise.ts'
import type { Proposal } from '../../domain/noise-proposals.ts'
import type { EditKind } from '../../domain/diff/comparison.ts'
import { filterKinds } from '../../contract/lists.ts'
import type { NoiseRule, Touch } from '../../domain/noise-rule.ts'
import { locale, t } from '../../catalogue/words.ts'
import { reasonOf, reasonTitle } from '../compare/reasons.ts'
import { shortened } from '../ui/words.ts'

/** A pattern as the reader sees it: what stays the same, with … for anything. */
function patternWords(parts: readonly string[]): string {
  const cut = parts.length < 2 ? parts : [parts[0]!, ...parts.slice(1, -1), parts.at(-1)!]
  const shown = cut.map((part) => shortened(part, 60))
  return shown.join(' … ').replace(/^ … /u, '… ').replace(/ … $/u, ' …')
}

/** What a rule, or one that could be made, folds. */
export function ruleWords(rule: NoiseRule | Proposal): string {
  if (rule.kind === 'text') return t('noise.rule.text', { pattern: patternWords(rule.parts) })
  if (rule.kind === 'begins') return t('noise.rule.begins', { words: rule.words })
  return t('noise.rule.kind', { kind: kindWords(rule.edit) })
}

function kindWords(kind: EditKind): string {
  const known = filterKinds.find((one) => one === kind)
  return known === undefined ? reasonTitle(reasonOf(reasons[kind] ?? 'words changed')) : t(`list.kind.${known}`)
}

/** The reason that names a kind best, for the kinds that no list is filtered by. */
const reasons: Partial<Record<EditKind, string>> = {
  standfirst: 'standfirst replaced',
  byline: 'byline replaced',
  'date-claim': 'date line replaced',
  image: 'image changed',
  caption: 'caption replaced',
  link: 'link changed',
  typo: 'spelling',
  punctuation: 'punctuation',
  typography: 'typography alone',
  boilerplate: 'a line of the page, not of the article',
  split: 'paragraph split in 2',
  merged: '2 paragraphs merged'
}

/** `a name and a link`. */
export const touchWords = (touches: readonly Touch[]): string =>
  new Intl.ListFormat(locale()).format(touches.map((touch) => t(`noise.touch.${touch}`)))

export const scopeWords = (scope: NoiseScope, name: string): string =>
  t(scope.kind === 'article' ? 'noise.scope.article' : 'noise.scope.source', { name: shortened(name, 60) })

/** A stored rule in one line. */
export function storedWords({ rule }: StoredNoiseRule): string {
  const words = ruleWords(rule)
  return rule.allow.length === 0 ? words : `${words}, ${t('noise.allowed', { what: touchWords(rule.allow) })}`
}
