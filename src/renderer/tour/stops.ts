import type { Key } from '../../catalogue/words.ts'
import type { SearchScope } from '../../contract/search.ts'
import type { ListKey } from '../../contract/lists.ts'
import type { View } from '../app/place.ts'

/** One stop of the tour: what the window shows, what is said of it, and what to look at. */
export interface Stop {
  readonly name: 'changes' | 'timeline' | 'side' | 'list' | 'blame' | 'removed' | 'gone' | 'silent' | 'yours'
  readonly list?: ListKey
  /** The address of an article of the sample library. */
  readonly article?: string
  readonly view?: View
  /** Versions to compare, by their labels. */
  readonly pair?: readonly [older: string, newer: string]
  readonly search?: { readonly text: string; readonly scope: SearchScope }
  /** What has a ring around it, as a selector. */
  readonly looksAt: string
}

const quayRow = 'https://orrinmouthcourier.example/news/quay-row-sea-wall'
const mayor = 'https://portbrannockecho.example/news/mayors-driver-overtime'
const all: ListKey = { kind: 'smart', name: 'all' }
const story = { list: all, article: quayRow, pair: ['2', '5'] } as const

/** What the product can do, in nine looks. */
export const stops: readonly Stop[] = [
  { ...story, name: 'changes', view: 'inline', looksAt: '.text-pane' },
  { ...story, name: 'timeline', view: 'inline', looksAt: '.timeline' },
  { ...story, name: 'side', view: 'side', looksAt: '.text-pane' },
  { ...story, name: 'list', view: 'changes', looksAt: '.text-pane' },
  { ...story, name: 'blame', view: 'blame', looksAt: '.text-pane' },
  { name: 'removed', search: { text: '“forced out”', scope: 'removed' }, looksAt: '.list' },
  { name: 'gone', list: all, article: mayor, view: 'inline', looksAt: '.timeline' },
  { name: 'silent', list: { kind: 'smart', name: 'silent' }, looksAt: '.list' },
  { name: 'yours', list: all, looksAt: '.sidebar' }
]

export const titleOf = ({ name }: Stop): Key => `tour.${name}`
export const wordsOf = ({ name }: Stop): Key => `tour.${name}.words`
