import { createContext, use, useMemo, type ReactNode } from 'react'
import type { ComparisonAnswer } from '../../contract/contract.ts'
import { useNoise } from './NoiseContext.tsx'

const Context = createContext<((edit: number) => void) | null>(null)

/** Points at a change of the text that is shown, by its place in the edits; null where none can be pointed at. */
export function usePointing(): ((edit: number) => void) | null {
  return use(Context)
}

interface Props {
  readonly article: number
  readonly answer: ComparisonAnswer
  readonly children: ReactNode
}

/** Stands around two compared versions. */
export function PointingProvider({ article, answer, children }: Props) {
  const { hide } = useNoise()
  const point = useMemo(() => (edit: number) => hide({ article, answer, edit }), [hide, article, answer])
  return <Context value={point}>{children}</Context>
}
