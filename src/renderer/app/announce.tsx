import { createContext, use, useMemo, useState, type ReactNode } from 'react'

const Context = createContext<(words: string) => void>(() => undefined)

/** A polite live region for the whole window; saying the same twice is heard twice. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 })
  const say = useMemo(() => (words: string) => setSaid((last) => ({ words, turn: last.turn + 1 })), [])
  return (
    <Context value={say}>
      {children}
      <output className="hidden-text" aria-live="polite">
        <span key={said.turn}>{said.words}</span>
      </output>
    </Context>
  )
}

export function useAnnounce(): (words: string) => void {
  return use(Context)
}
