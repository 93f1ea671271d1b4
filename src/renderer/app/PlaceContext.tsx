import { createContext, use, useEffect, useMemo, useReducer, type Dispatch, type ReactNode } from 'react'
import { readStored, writeStored } from '../ui/stored.ts'
import { isRemembered, start, step, type Place, type Step } from './place.ts'

interface Held {
  readonly place: Place
  readonly go: Dispatch<Step>
}

/** The list and the article, whichever versions of it are open and however they are shown. */
type Where = Omit<Place, 'pairs' | 'view'>

interface HeldWhere {
  readonly place: Where
  readonly go: Dispatch<Step>
}

const Context = createContext<Held | null>(null)
const WhereContext = createContext<HeldWhere | null>(null)

export function PlaceProvider({ children }: { readonly children: ReactNode }) {
  const [place, go] = useReducer(step, start, (from) => ({ ...from, ...readStored('place', from, isRemembered) }))
  const { list, view, article, sorting, unseenAtOpening, pane } = place
  useEffect(() => writeStored('place', { list, view, article }), [list, view, article])
  const held = useMemo(() => ({ place, go }), [place])
  const where = useMemo(
    () => ({ place: { list, article, sorting, unseenAtOpening, pane }, go }),
    [list, article, sorting, unseenAtOpening, pane]
  )
  return (
    <Context value={held}>
      <WhereContext value={where}>{children}</WhereContext>
    </Context>
  )
}

/** For what is around the text: drawn anew when another list or article is opened, and not at every step of a handle. */
export function useWhere(): HeldWhere {
  const held = use(WhereContext)
  if (held === null) throw new Error('useWhere outside PlaceProvider')
  return held
}

export function usePlace(): Held {
  const held = use(Context)
  if (held === null) throw new Error('usePlace outside PlaceProvider')
  return held
}
