import { smartLists, type ListKey } from '../../contract/lists.ts'

/** Where the reader is. Pure; the window draws it. */
export const views = ['read', 'inline', 'side', 'changes', 'blame'] as const
export type View = (typeof views)[number]

/** Views of one version alone; the others compare two. */
export type SingleView = 'read' | 'blame'
export type ComparingView = Exclude<View, SingleView>

export function isSingle(view: View): view is SingleView {
  return view === 'read' || view === 'blame'
}

/** Two revisions by id. */
interface Pair {
  readonly older: number
  readonly newer: number
}

export interface Place {
  readonly list: ListKey
  /** Counts up when the list shall be sorted anew. */
  readonly sorting: number
  readonly article: number | null
  readonly view: View
  /** The versions chosen in each article, for as long as the window is open. */
  readonly pairs: Readonly<Record<number, Pair>>
  /** How many revisions of an article were unread when it was opened. */
  readonly unseenAtOpening: Readonly<Record<number, number>>
  /** The pane that shows where there is room for one. */
  readonly pane: 'list' | 'reader'
}

export type Step =
  | { readonly type: 'list'; readonly list: ListKey }
  | { readonly type: 'sort' }
  | { readonly type: 'open'; readonly article: number; readonly unseen: number; readonly show: boolean }
  /** Opened because of what was just added: with its newest versions, whatever was open in it before. */
  | { readonly type: 'added'; readonly article: number; readonly unseen: number }
  /** The open article was deleted, and no other takes its place. */
  | { readonly type: 'closed' }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'pair'; readonly article: number; readonly pair: Pair }
  | { readonly type: 'pane'; readonly pane: 'list' | 'reader' }
  /** Back to what was open before, with its versions and view. */
  | { readonly type: 'return'; readonly to: Place }

export const start: Place = {
  list: { kind: 'smart', name: 'all' },
  sorting: 0,
  article: null,
  view: 'inline',
  pairs: {},
  unseenAtOpening: {},
  pane: 'list'
}

export function step(place: Place, taken: Step): Place {
  switch (taken.type) {
    case 'list':
      return { ...place, list: taken.list, sorting: place.sorting + 1, pane: 'list' }
    case 'sort':
      return { ...place, sorting: place.sorting + 1 }
    case 'open':
      return opened(place, taken.article, taken.unseen, taken.show)
    case 'added': {
      const { [taken.article]: _, ...pairs } = place.pairs
      return opened({ ...place, pairs, article: null }, taken.article, taken.unseen, true)
    }
    case 'closed':
      return { ...place, article: null, pane: 'list' }
    case 'view':
      return { ...place, view: taken.view }
    case 'pair':
      return { ...place, pairs: { ...place.pairs, [taken.article]: taken.pair } }
    case 'pane':
      return { ...place, pane: taken.pane }
    case 'return': {
      const { article, view, pairs, pane } = taken.to
      return { ...place, article, view, pairs, pane }
    }
  }
}

function opened(place: Place, article: number, unseen: number, show: boolean): Place {
  const known = article in place.unseenAtOpening && place.article === article
  return {
    ...place,
    article,
    pane: show ? 'reader' : place.pane,
    unseenAtOpening: known ? place.unseenAtOpening : { ...place.unseenAtOpening, [article]: unseen }
  }
}

export function sameList(a: ListKey, b: ListKey | null): boolean {
  return b !== null && listId(a) === listId(b)
}

export function listId(list: ListKey): string {
  if (list.kind === 'smart') return `smart:${list.name}`
  return list.kind === 'folder' ? `folder:${list.folder}` : `source:${list.source}`
}

/** The window remembers its list, its view and the article that was open. */
export interface Remembered {
  readonly list: ListKey
  readonly view: View
  readonly article: number | null
}

export function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false
  if (!('list' in value) || !('view' in value) || !('article' in value)) return false
  if (value.article !== null && typeof value.article !== 'number') return false
  return isListKey(value.list) && views.some((view) => view === value.view)
}

function isListKey(value: unknown): value is ListKey {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  if (value.kind === 'smart') return 'name' in value && smartLists.some((name) => name === value.name)
  if (value.kind === 'folder') return 'folder' in value && typeof value.folder === 'string'
  return value.kind === 'source' && 'source' in value && Number.isInteger(value.source)
}
