import type { LucideIcon } from 'lucide-react'
import { likeness, wordsOf } from '../../domain/search/likeness.ts'

/** In the order in which they stand. Articles come last: they arrive a moment later, and nothing moves for them. */
export const groups = [
  'recent',
  'actions',
  'versions',
  'lists',
  'folders',
  'sources',
  'saved',
  'settings',
  'articles'
] as const
export type Group = (typeof groups)[number]

/** Something the palette offers. */
export interface Entry {
  /** The same from one opening to the next: by it the entry is known again as recent. */
  readonly key: string
  readonly group: Group
  readonly icon: LucideIcon
  readonly words: string
  /** What else it is known by, smaller beside it: a source. */
  readonly note?: string
  /** And under it: a headline that it had. */
  readonly below?: string
  /** The keys that do the same. */
  readonly keys?: string
  readonly lang?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | 'auto'
  readonly run: () => void
}

/** An entry with its words as they are compared, so that this is worked out once. */
export interface Known extends Entry {
  readonly compared: readonly string[]
}

export function known(entry: Entry): Known {
  const { words, note = '', below = '' } = entry
  return { ...entry, compared: [words, below, note].flatMap(wordsOf) }
}

export interface Shown {
  readonly group: Group
  readonly entries: readonly Entry[]
}

/** So many of a group are shown, where nothing is typed and where something is. */
const most: Readonly<Record<Group, readonly [open: number, typed: number]>> = {
  recent: [6, 4],
  actions: [8, 8],
  versions: [6, 8],
  lists: [7, 7],
  folders: [0, 5],
  sources: [0, 6],
  saved: [6, 6],
  settings: [0, 6],
  articles: [0, 12]
}

/**
 * What to show: with nothing typed what was chosen last, and the first of each group; else what is meant, the likeliest
 * first in its group, and what was chosen before ahead of all.
 */
export function shown(entries: readonly Known[], typed: string, recent: readonly string[]): readonly Shown[] {
  const words = wordsOf(typed)
  const isOpen = words.length === 0
  const meant = isOpen ? entries : likeliest(entries, words)
  const again = recent.flatMap((key) => meant.find((entry) => entry.key === key) ?? [])
  const first = again.slice(0, most.recent[isOpen ? 0 : 1])
  const chosen = new Set(first.map(({ key }) => key))
  return groups.flatMap((group) => {
    const own = group === 'recent' ? first : meant.filter((entry) => entry.group === group && !chosen.has(entry.key))
    const few = own.slice(0, most[group][isOpen ? 0 : 1])
    return few.length === 0 ? [] : [{ group, entries: few }]
  })
}

function likeliest(entries: readonly Known[], typed: readonly string[]): readonly Known[] {
  return entries
    .flatMap((entry) => {
      const score = likeness(typed, entry.compared)
      return score === null ? [] : [{ entry, score }]
    })
    .toSorted((one, other) => other.score - one.score)
    .map(({ entry }) => entry)
}

/** So many choices are remembered. */
const mostRecent = 12

export function withRecent(recent: readonly string[], key: string): readonly string[] {
  return [key, ...recent.filter((one) => one !== key)].slice(0, mostRecent)
}
