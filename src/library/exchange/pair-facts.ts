import type { ExportWord } from '../../contract/exporting.ts'
import type { Comparison } from '../../domain/diff/comparison.ts'
import type { Content } from '../../domain/revision.ts'
import type { Article, RevisionInfo } from '../../domain/timemap.ts'
import { compareRevisions } from '../compare.ts'
import { findRevision } from '../content.ts'
import { proofsOf, writtenNotes, type Proof, type WrittenNote } from '../store/export-facts.ts'
import type { Store } from '../store/open.ts'
import { readTimemap } from '../timemap.ts'

/** A version as it is written out. */
export interface WrittenVersion extends RevisionInfo {
  readonly proof: Proof
}

/** Everything that is written of two versions of an article, whatever the format. */
export interface PairFacts {
  readonly article: Article
  /** The two and all between them. */
  readonly versions: readonly WrittenVersion[]
  readonly older: Content
  readonly newer: Content
  readonly comparison: Comparison
  readonly notes: readonly WrittenNote[]
}

/** How a written comparison says things. */
export interface Saying {
  readonly say: (word: ExportWord, a?: string, b?: string) => string
  /** A moment with its time zone. */
  readonly moment: (iso: string) => string
  readonly lang: string
}

/** Reads what is to be written. Throws `CallFailure` `not-found`. */
export function pairFacts(
  store: Store,
  pair: { readonly older: number; readonly newer: number },
  notes: boolean
): PairFacts {
  const { article: id } = findRevision(store, pair.newer)
  const { article, revisions } = readTimemap(store, id)
  const proofs = proofsOf(store, id)
  const at = (revision: number) => revisions.findIndex((one) => one.id === revision)
  const versions = revisions.slice(at(pair.older), at(pair.newer) + 1).flatMap((version) => {
    const proof = proofs.get(version.id)
    return proof === undefined ? [] : [{ ...version, proof }]
  })
  const answer = compareRevisions(store, pair.older, pair.newer)
  return { article, versions, ...answer, notes: notes ? writtenNotes(store, id) : [] }
}

export function sayingOf(words: Readonly<Record<string, string>>, locale: string, timeZone: string): Saying {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: timeZone === '' ? 'UTC' : timeZone
  })
  return {
    lang: locale,
    moment: (iso) => format.format(new Date(iso)),
    // A function, because `$` means something in what replaces.
    say: (word, a = '', b = '') => (words[word] ?? word).replace(/\{([ab])\}/gu, (_, name) => (name === 'a' ? a : b))
  }
}

/** When a version changed: never a moment where it is a window. */
export function windowWords({ say, moment }: Saying, { at, lastSeenBefore }: RevisionInfo): string {
  return lastSeenBefore === null ? say('firstSeen', moment(at)) : say('between', moment(lastSeenBefore), moment(at))
}
