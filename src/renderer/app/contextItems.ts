import { isActionId, type ActionId } from '../../contract/actions.ts'
import type { ContextItem } from '../../contract/shell.ts'
import { shortened } from '../ui/words.ts'

export interface OpenedOn {
  /** `own`: what was pressed has a button that opens a menu of its own, which is `element`. */
  readonly kind: 'own' | 'article' | 'version' | 'link' | 'selection' | 'text'
  readonly element: HTMLElement
  readonly items: readonly ContextItem[]
  /** The address of a link, the words that are selected. */
  readonly about: string
  /** The same, as short as a menu shows it. */
  readonly shown: string
}

interface Around {
  /** The article that is open. */
  readonly open: number | null
  readonly offered: readonly ActionId[]
}

const ofArticle: readonly ContextItem[] = ['open-article', 'line', 'toggle-read', 'star', 'move', 'line', 'delete']
/** What is done to the article that is open, and to no other. */
const ofOpen: readonly ContextItem[] = ['check-now', 'export', 'copy-article-link', 'verify-article']
const ofVersion: readonly ContextItem[] = [
  'choose-version',
  'compare-before',
  'line',
  'last-change',
  'since-read',
  'first-latest'
]
const ofSelection: readonly ContextItem[] = [
  'copy',
  'copy-source',
  'copy-marks',
  'copy-article-link',
  'line',
  'search-text'
]
const ofText: readonly ContextItem[] = [
  'previous-change',
  'next-change',
  'line',
  'copy-source',
  'copy-marks',
  'copy-article-link',
  'line',
  'unchanged',
  'ladder',
  'line',
  'read',
  'inline',
  'side',
  'changes',
  'blame'
]

/** Which menu belongs to what was pressed; null where none of ours does. */
export function menuOf(target: Element, { open, offered }: Around): OpenedOn | null {
  if (target.closest('input, textarea, [contenteditable], [data-overlay]') !== null) return null
  const found = (kind: OpenedOn['kind'], element: Element, items: readonly ContextItem[], about = ''): OpenedOn => {
    const there = items.filter((item) => !isActionId(item) || offered.includes(item))
    return { kind, element: element as HTMLElement, items: tidy(there), about, shown: shortened(about, 40) }
  }
  const article = target.closest<HTMLElement>('[role=option][data-article]')
  if (article !== null) {
    const isOpen = Number(article.dataset['article']) === open
    return found('article', article, [
      ...ofArticle.slice(0, -2),
      'line',
      ...(isOpen ? ofOpen : (['export-articles'] as const)),
      'line',
      'delete'
    ])
  }
  const version = target.closest('[data-version]')
  if (version !== null) return found('version', version, ofVersion)
  const own = target.closest('[role=treeitem], .feed')?.querySelector('[aria-haspopup]')
  if (own !== null && own !== undefined) return found('own', own, [])
  const selected = selectedIn(target)
  if (selected !== '') return found('selection', target, ofSelection, selected)
  const link = target.closest<HTMLAnchorElement>('a[href^="http"]')
  if (link !== null) return found('link', link, ['open-link', 'copy-link'], link.href)
  return target.closest('#reader-text') === null ? null : found('text', target, ofText)
}

/** The words that are selected, where the press was on them. */
function selectedIn(target: Element): string {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || !selection.containsNode(target, true)) return ''
  return selection.toString().replaceAll(/\s+/gu, ' ').trim()
}

/** No line at an end, and never two together. */
export function tidy(items: readonly ContextItem[]): readonly ContextItem[] {
  const kept = items.filter((item, at) => item !== 'line' || (at > 0 && items[at - 1] !== 'line'))
  return kept.at(-1) === 'line' ? kept.slice(0, -1) : kept
}
