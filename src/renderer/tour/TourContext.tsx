import { createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react'
import { useAction } from '../app/actions.ts'

const Tour = lazy(async () => ({ default: (await import('./Tour.tsx')).Tour }))

const Context = createContext<() => void>(() => undefined)

/** Starts the tour of the sample library. */
export function useStartTour(): () => void {
  return use(Context)
}

/** Holds the tour while it is under way. */
export function TourProvider({ onAdd, children }: { readonly onAdd: () => void; readonly children: ReactNode }) {
  const [turn, setTurn] = useState(0)
  const start = useMemo(() => () => setTurn((last) => last + 1), [])
  useAction('tour', start)
  return (
    <Context value={start}>
      {children}
      <Suspense>{turn > 0 && <Tour key={turn} onAdd={onAdd} onEnd={() => setTurn(0)} />}</Suspense>
    </Context>
  )
}
