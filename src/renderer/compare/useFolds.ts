import { useMemo, useState } from 'react'
import type { Folds } from './InlineText.tsx'

/** Which folds are open; a new pair starts with all closed unless all were opened at once. */
export function useFolds(pair: string): Folds & { readonly toggleAll: () => void; readonly drawn: string } {
  const [all, setAll] = useState(false)
  const [opened, setOpened] = useState<{ pair: string; keys: ReadonlySet<string> }>({ pair, keys: new Set() })
  const keys = useMemo(() => (opened.pair === pair ? opened.keys : new Set<string>()), [opened, pair])
  return {
    isOpen: (key) => all || keys.has(key),
    open: (key) => setOpened({ pair, keys: new Set([...keys, key]) }),
    toggleAll: () => {
      setOpened({ pair, keys: new Set() })
      setAll(!all && keys.size === 0)
    },
    drawn: all ? 'all' : [...keys].join(' ')
  }
}
