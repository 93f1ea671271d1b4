import { createContext, use, useEffect, useMemo, useReducer, type Dispatch, type ReactNode } from 'react'
import { readStored, writeStored } from '../ui/stored.ts'
import { isRemembered, start, step, type Place, type Step } from './place.ts'

interface Held {
  readonly place: Place
  readonly go: Dispatch<Step>
}

const Context = createContext<Held | null>(null)

export function PlaceProvider({ children }: { readonly children: ReactNode }) {
  const [place, go] = useReducer(step, start, (from) => ({ ...from, ...readStored('place', from, isRemembered) }))
  const { list, view, article } = place
  useEffect(() => writeStored('place', { list, view, article }), [list, view, article])
  const held = useMemo(() => ({ place, go }), [place])
  return <Context value={held}>{children}</Context>
}

export function usePlace(): Held {
  const held = use(Context)
  if (held === null) throw new Error('usePlace outside PlaceProvider')
  return held
}
