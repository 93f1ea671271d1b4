import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'
import { Toast, type Offer } from '../ui/Toast.tsx'
import { failureOf } from './ask.ts'
import { failureWords } from './failureWords.ts'
import { useKeys } from './keys.ts'

/** Takes an act back, and says so in words. */
export type Undo = () => Promise<string>

interface Acts {
  /** Says something in the corner of the window, perhaps with something that can be done about it. */
  readonly tell: (words: string, offer?: Offer) => void
  /** Says what went wrong. */
  readonly tellFailure: (error: unknown) => void
  /** Carries out an act that may be undone; undoing waits for it. Says what went wrong, if it failed. */
  readonly act: (work: () => Promise<void>) => void
  /** Says what was done, with what undoes it; for as long as the window is open the keys undo it too. */
  readonly did: (words: string, undo: Undo) => void
}

const Context = createContext<Acts | null>(null)

export function useActs(): Acts {
  const acts = use(Context)
  if (acts === null) throw new Error('useActs outside ActsProvider')
  return acts
}

interface Said {
  readonly words: string
  readonly undo: Undo | null
  readonly offer: Offer | null
  readonly turn: number
}

/** What was done last, in one toast at a time, and what can be undone. */
export function ActsProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null)
  const done = useRef<readonly Undo[]>([])
  const underWay = useRef<Promise<unknown>>(Promise.resolve())
  const show = useCallback(
    (words: string, undo: Undo | null = null, offer: Offer | null = null) =>
      setSaid((last) => ({ words, undo, offer, turn: (last?.turn ?? 0) + 1 })),
    []
  )
  const acts = useMemo((): Acts => {
    const tellFailure = (error: unknown) => {
      const { title, text } = failureWords(failureOf(error))
      show(t('failure.sentence', { title, text }))
    }
    return {
      tell: (words, offer) => show(words, null, offer ?? null),
      tellFailure,
      act: (work) => {
        const ended = work().catch(tellFailure)
        underWay.current = Promise.allSettled([underWay.current, ended])
      },
      did: (words, undo) => {
        done.current = [...done.current, undo]
        show(words, undo)
      }
    }
  }, [show])
  const close = useCallback(() => setSaid(null), [])
  const takeBack = (undo: Undo) => {
    done.current = done.current.filter((one) => one !== undo)
    undo().then((words) => show(words), acts.tellFailure)
  }
  // What is deleted leaves the list a moment before the library has answered.
  const last = async () => {
    await underWay.current
    const undo = done.current.at(-1)
    if (undo !== undefined) takeBack(undo)
    else show(t('app.nothingToUndo'))
  }
  useKeys({ 'Ctrl+z': () => void last() })
  return (
    <Context value={acts}>
      {children}
      {said !== null && (
        <Toast
          key={said.turn}
          words={said.words}
          onUndo={said.undo === null ? null : () => said.undo !== null && takeBack(said.undo)}
          offer={said.offer}
          onClose={close}
        />
      )}
    </Context>
  )
}
