import { useMemo, useState } from 'react'
import type { Folds } from './InlineText.tsx'

interface Opened {
  readonly pair: string
  readonly all: boolean
  readonly keys: ReadonlySet<string>
}

/** Which folds are open; a new pair starts with all closed unless all were opened at once. */
export function useFolds(pair: string): Folds & { readonly toggleAll: () => void; readonly drawn: string } {
  const [opened, setOpened] = useState<Opened>({ pair, all: false, keys: new Set() })
  return useMemo(() => {
    const at = (last: Opened): Opened => (last.pair === pair ? last : { ...last, pair, keys: new Set() })
    const { all, keys } = at(opened)
    const set = (key: string, isOpen: (last: Opened) => boolean) => {
      setOpened((before) => {
        const last = at(before)
        const others = [...last.keys].filter((one) => one !== key)
        return { ...last, keys: new Set(isOpen(last) ? [...others, key] : others) }
      })
    }
    return {
      isOpen: (key) => all || keys.has(key),
      open: (key) => set(key, () => true),
      toggle: (key) => set(key, (last) => !last.keys.has(key)),
      toggleAll: () => setOpened((last) => ({ pair, all: !last.all && at(last).keys.size === 0, keys: new Set() })),
      drawn: all ? 'all' : [...keys].join(' ')
    }
  }, [opened, pair])
}
