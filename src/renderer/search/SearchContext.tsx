import { createContext, use, useEffect, useMemo, useReducer, type Dispatch, type ReactNode } from 'react'
import { useWhere } from '../app/PlaceContext.tsx'
import { rememberSearch } from './recent.ts'
import { notSearching, searchStep, type Searching, type SearchStep } from './searching.ts'

interface Held {
  readonly searching: Searching
  readonly take: Dispatch<SearchStep>
  /** Ends the search; the reader is where it was before. */
  readonly clear: () => void
}

const Context = createContext<Held | null>(null)

export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const [searching, take] = useReducer(searchStep, notSearching)
  const { go } = useWhere()
  const opened = searching.found?.text
  useEffect(() => {
    if (opened !== undefined) rememberSearch(opened)
  }, [opened])
  const held = useMemo(() => {
    const clear = () => {
      if (searching.before !== null) go({ type: 'return', to: searching.before })
      take({ type: 'close' })
    }
    return { searching, take, clear }
  }, [searching, go])
  return <Context value={held}>{children}</Context>
}

export function useSearch(): Held {
  const held = use(Context)
  if (held === null) throw new Error('useSearch outside SearchProvider')
  return held
}
