import { t } from '../../catalogue/words.ts'
import type { Article, RevisionInfo } from '../../domain/timemap.ts'

/** Words of one version. */
export interface Quoted {
  readonly article: Article
  readonly revision: RevisionInfo
  readonly quote: string
  /** The version the words were first seen in, where that is another. */
  readonly since?: RevisionInfo | null
}

/** Words that one version has and another has otherwise, or not at all. */
export interface Changed {
  readonly article: Article
  readonly older: RevisionInfo
  readonly newer: RevisionInfo
  readonly before: string
  readonly after: string
}

/** `"quote" (headline, source, v3, captured 2026-03-03 12:40 UTC+0, address, SHA-256 0123456789abcdef)` */
export function citation({ quote, ...source }: Quoted): string {
  return `${t('cite.quote', { quote: oneLine(quote) })} (${sourceOf(source)})`
}

/** Where a quotation is from, without it. */
export function sourceOf({ article, revision, since }: Omit<Quoted, 'quote'>): string {
  return listed([
    revision.headline,
    article.source,
    `v${revision.label}`,
    captured(revision),
    since !== undefined && since !== null && since.id !== revision.id
      ? t('cite.since', { v: since.label, when: utc(since.at) })
      : '',
    article.url ?? '',
    hash(revision)
  ])
}

/** Both wordings, and of both versions when they were captured, since when they can have stood, and their hashes. */
export function changeCitation(change: Changed): string {
  return `${changeWords(change)} (${changeSource(change)})`
}

function changeWords({ before, after }: Changed): string {
  const [old, now] = [oneLine(before), oneLine(after)]
  if (old === '') return t('cite.added', { now })
  return now === '' ? t('cite.removed', { old }) : t('cite.changed', { old, now })
}

export function changeSource({ article, older, newer }: Omit<Changed, 'before' | 'after'>): string {
  const version = (revision: RevisionInfo) => {
    const { lastSeenBefore } = revision
    const window = lastSeenBefore === null ? '' : t('cite.after', { when: utc(lastSeenBefore) })
    return listed([`v${revision.label}`, captured(revision), window, hash(revision)])
  }
  return [listed([newer.headline, article.source, article.url ?? '']), version(older), version(newer)].join('; ')
}

const captured = ({ at }: RevisionInfo): string => t('cite.captured', { when: utc(at) })

/** `2026-03-03 12:40 UTC+0`: one time for readers everywhere. */
function utc(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC+0`
}

/** Of the bytes the version was read from; where none were stored, of its text. */
function hash({ bodyHash, textHash }: RevisionInfo): string {
  return bodyHash === null
    ? t('cite.textHash', { hash: textHash.slice(0, 16) })
    : t('cite.hash', { hash: bodyHash.slice(0, 16) })
}

const listed = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

/** In one line, without quotation marks around the whole of it: the citation has its own. */
export function oneLine(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ')
  const [, inside] = /^["“„«「『]([^"“”„«»「」『』]*)["”“»」』]$/u.exec(line) ?? []
  return inside ?? line
}
