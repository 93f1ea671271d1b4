import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf } from '../app/ask.ts'
import { failureWords } from '../app/failureWords.ts'
import { draftOf, dropDraft, keepDraft } from './drafts.ts'

/** So long after the last key what was typed is saved. */
const pause = 700

export type Saving =
  | { readonly state: 'still' | 'typing' | 'saved' }
  /** Why the library could not take it. */
  | { readonly state: 'failed'; readonly why: string }

interface Saved {
  readonly text: string
  readonly type: (text: string) => void
  /** Saves at once what is not saved yet; resolved when that has ended. */
  readonly flush: () => Promise<void>
  readonly saving: Saving
}

interface Options {
  /** Where what is typed lies until it is saved. */
  readonly draft: string
  /** What the library has. */
  readonly stored: string
  readonly save: (text: string) => Promise<unknown>
}

/** A text that is saved as it is typed: after a pause, when it is left, and when the window goes. */
export function useSaved({ draft, stored, save }: Options): Saved {
  const [text, setText] = useState(() => draftOf(draft) ?? stored)
  const [saving, setSaving] = useState<Saving>({ state: 'still' })
  const unsaved = useRef<string | null>(draftOf(draft))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  /** One after the other: a new note that is being added must not be added twice. */
  const line = useRef<Promise<void>>(Promise.resolve())
  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    const send = async (before: Promise<void>): Promise<void> => {
      await before
      const sent = unsaved.current
      if (sent === null) return
      try {
        await latest.current(sent)
        if (unsaved.current !== sent) return
        unsaved.current = null
        dropDraft(draft)
        setSaving({ state: 'saved' })
      } catch (error) {
        const { title, text: more } = failureWords(failureOf(error))
        setSaving({ state: 'failed', why: `${title}. ${more}` })
      }
    }
    line.current = send(line.current)
    return line.current
  }, [draft])
  const type = (next: string) => {
    setText(next)
    setSaving({ state: 'typing' })
    unsaved.current = next
    keepDraft(draft, next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), pause)
  }
  useEffect(() => {
    const leave = () => void flush()
    leave()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [flush])
  return { text, type, flush, saving }
}
