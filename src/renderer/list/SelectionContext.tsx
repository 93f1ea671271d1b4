import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { nothingSelected, select, type Selecting, type Selection } from './selection.ts'

interface Selected {
  readonly selection: Selection
  readonly choose: (step: Selecting) => void
  readonly clear: () => void
}

const Context = createContext<Selected>({ selection: nothingSelected, choose: () => undefined, clear: () => undefined })

/** The articles that are chosen together; what is done by a key is done to all of them. */
export function useSelection(): Selected {
  return use(Context)
}

export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const [selection, setSelection] = useState(nothingSelected)
  const choose = useCallback((step: Selecting) => setSelection((last) => select(last, step)), [])
  const clear = useCallback(() => setSelection(nothingSelected), [])
  const selected = useMemo((): Selected => ({ selection, choose, clear }), [selection, choose, clear])
  return <Context value={selected}>{children}</Context>
}
