import type { ExportWord } from '../../contract/exporting.ts'
import type { Capture } from '../../domain/capture.ts'
import type { Comparison } from '../../domain/diff/comparison.ts'
import type { Content } from '../../domain/revision.ts'
import type { Article, RevisionInfo } from '../../domain/timemap.ts'
import { compareRevisions } from '../compare.ts'
import { findRevision } from '../content.ts'
import {
  chainOf,
  proofsOf,
  recordText,
  sealedWords,
  writtenNotes,
  type Proof,
  type WrittenNote
} from '../store/export-facts.ts'
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
  /** What was observed while these versions stood, in order of time. */
  readonly captures: readonly Capture[]
  /** The article's chain; with the records of these versions, and the hashes alone of the others. */
  readonly chain: readonly WrittenLink[]
  /** What the records of the older and the newer version hold hashes of. */
  readonly sealed: readonly [Sealed, Sealed]
}

type Sealed = ReturnType<typeof sealedWords>

/** A record in an article's chain as it is written out: null where it is that of another version. */
interface WrittenLink {
  readonly seq: number
  readonly hash: string
  readonly record: string | null
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
  const { article, revisions, captures } = readTimemap(store, id)
  const proofs = proofsOf(store, id)
  const at = (revision: number) => revisions.findIndex((one) => one.id === revision)
  const versions = revisions.slice(at(pair.older), at(pair.newer) + 1).flatMap((version) => {
    const proof = proofs.get(version.id)
    return proof === undefined ? [] : [{ ...version, proof }]
  })
  const after = revisions[at(pair.newer) + 1]?.at ?? '~'
  return {
    article,
    versions,
    ...compareRevisions(store, pair.older, pair.newer),
    notes: notes ? writtenNotes(store, id) : [],
    captures: captures.filter((capture) => capture.at >= (versions[0]?.at ?? '') && capture.at < after),
    chain: writtenChain(store, id, new Set(versions.map((version) => version.id))),
    sealed: [sealedWords(store, pair.older), sealedWords(store, pair.newer)]
  }
}

function writtenChain(store: Store, article: number, versions: ReadonlySet<number>): WrittenLink[] {
  let prev: string | null = null
  return chainOf(store, article).map(({ seq, hash, revision }) => {
    const record = revision !== null && versions.has(revision) ? recordText(store, revision, prev) : null
    prev = hash
    return { seq, hash, record }
  })
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

/** When the older of two texts became the newer: after the older was last seen, and not later than the newer was first. */
export function pairWindow({ say, moment }: Saying, versions: readonly RevisionInfo[]): string {
  const [first, second, last] = [versions[0], versions[1], versions.at(-1)]
  if (first === undefined || last === undefined) return ''
  return say('between', moment(second?.lastSeenBefore ?? first.at), moment(last.at))
}
