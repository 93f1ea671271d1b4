import { useAction } from '../app/actions.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { useSearch } from './SearchContext.tsx'
import { focusSearchField } from './SearchField.tsx'
import type { Found } from './searching.ts'

interface Room {
  /** Nothing is there to be searched. */
  readonly isEmpty: boolean
  /** The sidebar with the field stands beside the list. */
  readonly hasSidebar: boolean
}

interface SearchPanes {
  /** What was found stands in place of the list. */
  readonly isShown: boolean
  /** A hit stands in place of the article. */
  readonly found: Found | null
  readonly open: () => void
}

/** When a search takes the place of the list and the reader, and the keys that begin and end it. */
export function useSearchPanes({ isEmpty, hasSidebar }: Room): SearchPanes {
  const { searching, take, clear } = useSearch()
  const { go } = useWhere()
  const open = () => {
    if (isEmpty) return
    take({ type: 'open' })
    go({ type: 'pane', pane: 'list' })
    // At once where it stands already, so that no letter is lost that is typed next.
    if (!focusSearchField()) requestAnimationFrame(focusSearchField)
  }
  useAction('search', open, { enabled: !isEmpty })
  useAction('leave', clear, { enabled: searching.isOpen })
  const isShown = !isEmpty && searching.isOpen && (searching.text.trim() !== '' || !hasSidebar)
  const { found } = searching
  return { isShown, found: isShown && found?.compared === false ? found : null, open }
}
