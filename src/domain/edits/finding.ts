import type { Block } from '../revision.ts'
import { editKinds, type EditKind, type FoundEdit } from '../diff/comparison.ts'

/** A number that became another, with what it counts. */
export interface FigureChange {
  readonly before: string
  readonly after: string
  readonly noun: string | null
  readonly nounFollows: boolean
}

/** An edit together with what the summary needs to know of it. */
export interface Finding {
  readonly edit: FoundEdit
  readonly figures: readonly FigureChange[]
  /** Whole sentences came, went or were replaced. */
  readonly sentence: boolean
  /** It stands in the headline, the standfirst or the like, not in the body. */
  readonly head: boolean
  readonly wordsAdded: number
  readonly wordsRemoved: number
}

/** What edits are judged against: both revisions as a whole. */
export interface Setting {
  readonly lang: string | null
  readonly olds: readonly Block[]
  readonly news: readonly Block[]
  /** Capitalised words that stand in the middle of a sentence somewhere: names, unless the language writes so. */
  readonly names: () => ReadonlySet<string>
  /** Every word that either revision writes in small letters. */
  readonly smallWords: () => ReadonlySet<string>
  readonly olderText: () => string
  readonly newerText: () => string
}

export function newSetting(olds: readonly Block[], news: readonly Block[], lang: string | null): Setting {
  const olderText = once(() => olds.map(({ text }) => text).join('\n'))
  const newerText = once(() => news.map(({ text }) => text).join('\n'))
  const names = once(() => namesIn(`${olderText()}\n${newerText()}`))
  const smallWords = once(() => new Set(`${olderText()}\n${newerText()}`.match(/(?<!\p{L})\p{Ll}[\p{L}\p{M}]*/gu)))
  return { lang, olds, news, names, smallWords, olderText, newerText }
}

function namesIn(text: string): Set<string> {
  return new Set(text.match(/(?<=[\p{Ll}\p{N},;:][’']?[ \u00a0])\p{Lu}[\p{L}\p{M}\p{N}’'-]*/gu))
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** Kinds in their order of rank, each once. */
export function ranked(kinds: readonly EditKind[]): EditKind[] {
  return editKinds.filter((kind) => kinds.includes(kind))
}
