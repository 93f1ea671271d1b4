import { createContext, lazy, Suspense, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import type { Counts } from '../../contract/lists.ts'
import { useAction } from '../app/actions.ts'

const palette = () => import('./Palette.tsx')
const Palette = lazy(async () => ({ default: (await palette()).Palette }))

const Context = createContext<(text: string) => void>(() => undefined)

/** Opens the palette with something typed already. */
export function useOpenPalette(): (text: string) => void {
  return use(Context)
}

interface Props {
  readonly counts: Counts
  readonly children: ReactNode
}

/** Holds the palette. What draws it is fetched once the window has nothing else to do, so that it opens at once. */
export function PaletteProvider({ counts, children }: Props) {
  const [open, setOpen] = useState<string | null>(null)
  const show = useCallback((text: string) => setOpen(text), [])
  useAction('palette', () => setOpen(''))
  useEffect(() => {
    const waiting = requestIdleCallback(() => void palette(), { timeout: 5000 })
    return () => cancelIdleCallback(waiting)
  }, [])
  return (
    <Context value={show}>
      {children}
      {open !== null && (
        <Suspense>
          <Palette counts={counts} text={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </Context>
  )
}
