import type { FoundArticle, FoundFeed, Looked, Pace } from '../../contract/tracking.ts'

export const addTabs = ['link', 'paste', 'files'] as const
export type AddTab = (typeof addTabs)[number]

/** What was put into the dialog and not added yet; it is kept when the dialog is closed. */
export interface Draft {
  readonly tab: AddTab
  /** The text of Paste text. */
  readonly text: string
  /** Addresses, one a line. */
  readonly address: string
  /** What was found, and at which addresses; null before the first look. */
  readonly found: { readonly at: string; readonly looked: readonly Looked[] } | null
  /** The addresses of the articles and feeds that are to be added. */
  readonly chosen: ReadonlySet<string>
  readonly folder: string
  readonly pace: Pace
}

export const emptyDraft: Draft = {
  tab: 'link',
  text: '',
  address: '',
  found: null,
  chosen: new Set<string>(),
  folder: '',
  pace: 'usual'
}

export type Found = FoundArticle | FoundFeed

/** Everything that was found, each once, articles first. */
export function foundIn(looked: readonly Looked[]): readonly Found[] {
  const all: Found[] = [...looked.flatMap(({ article }) => article ?? []), ...looked.flatMap(({ feeds }) => feeds)]
  return [...new Map(all.map((found) => [`${found.kind} ${found.url}`, found])).values()]
}

/** With what was found: the articles that are new are chosen, feeds are left to the reader. */
export function withFound(draft: Draft, looked: readonly Looked[]): Draft {
  const articles = foundIn(looked).filter(({ kind, known }) => kind === 'article' && known === null)
  return {
    ...draft,
    found: { at: draft.address, looked },
    chosen: new Set(articles.map(({ url }) => url))
  }
}

/** What was found and chosen; nothing while the address is another than the one that was looked at. */
export function chosenIn({ found, address, chosen }: Draft): readonly Found[] {
  if (found === null || found.at !== address) return []
  return foundIn(found.looked).filter(({ url, known }) => known === null && chosen.has(url))
}

export function toggled(chosen: ReadonlySet<string>, url: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(url)) next.add(url)
  return next
}

/** A draft with these addresses, to be looked at. */
export function withAddresses(draft: Draft, addresses: readonly string[]): Draft {
  return { ...draft, tab: 'link', address: addresses.join('\n'), found: null }
}
