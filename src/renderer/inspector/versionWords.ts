import { locale, t } from '../../catalogue/words.ts'
import type { Captured } from '../../contract/captured.ts'
import type { Claim } from '../../domain/revision.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { statusWords } from '../tracking/outcomeWords.ts'

/** `346, up 29 since v4`. */
export function countWords(revision: RevisionInfo, before: RevisionInfo | undefined): string {
  const { words } = revision
  if (before === undefined) return words.toLocaleString(locale())
  const by = words - before.words
  const values = { words, by: Math.abs(by), label: before.label }
  if (by === 0) return t('inspector.wordsSame', values)
  return by > 0 ? t('inspector.wordsUp', values) : t('inspector.wordsDown', values)
}

/** `41 words added, 12 removed since v4`. */
export function changeWords({ change }: RevisionInfo, before: RevisionInfo): string {
  const { wordsAdded: added = 0, wordsRemoved: removed = 0 } = change ?? {}
  return t('inspector.changeWords', { added, removed, label: before.label })
}

/** `200 OK`; what came from a file had no response. */
export function responseWords({ status, origin }: Pick<Captured, 'status' | 'origin'>): string {
  if (status === 200) return '200 OK'
  if (status !== null) return statusWords(status)
  return origin === null ? t('inspector.responseUnknown') : t('inspector.noResponse')
}

/** What the page itself says of its time: its visible words, and its data. */
export function claimWords(claims: readonly Claim[], where: Claim['where']): string[] {
  const own = claims.filter((claim) => claim.where === where)
  if (where === 'visible') return own.map(({ text }) => t('inspector.quoted', { words: text }))
  return own.map(({ kind, text }) =>
    kind === 'published' ? t('inspector.dataPublished', { words: text }) : t('inspector.dataUpdated', { words: text })
  )
}

/** A hash in groups of four, as it is read aloud and compared by eye. */
export function grouped(hash: string): string {
  return (hash.match(/.{1,4}/gu) ?? []).join(' ')
}

/** An address without what every address begins with. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '')
}
