import { createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react'
import type { ComparisonAnswer } from '../../contract/contract.ts'

const HideDialog = lazy(async () => ({ default: (await import('./HideDialog.tsx')).HideDialog }))
const RulesDialog = lazy(async () => ({ default: (await import('./RulesDialog.tsx')).RulesDialog }))

/** A change that the reader points at. */
export interface Pointed {
  readonly article: number
  readonly answer: ComparisonAnswer
  /** Its place in the edits of the comparison. */
  readonly edit: number
}

interface Noise {
  /** Asks which changes like this one shall be folded. */
  readonly hide: (pointed: Pointed) => void
  /** Shows the rules that hold for an article, or all there are. */
  readonly showRules: (article: number | null) => void
}

const Context = createContext<Noise | null>(null)

export function useNoise(): Noise {
  const noise = use(Context)
  if (noise === null) throw new Error('useNoise outside NoiseProvider')
  return noise
}

type Open = { readonly pointed: Pointed } | { readonly rules: number | null } | null

/** Holds the dialogs about what the reader calls noise. */
export function NoiseProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<Open>(null)
  const noise = useMemo((): Noise => {
    return { hide: (pointed) => setOpen({ pointed }), showRules: (rules) => setOpen({ rules }) }
  }, [])
  const close = () => setOpen(null)
  return (
    <Context value={noise}>
      {children}
      <Suspense>
        {open !== null && 'pointed' in open && <HideDialog pointed={open.pointed} onClose={close} />}
        {open !== null && 'rules' in open && <RulesDialog article={open.rules} onClose={close} />}
      </Suspense>
    </Context>
  )
}
