import { useSyncExternalStore } from 'react'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches
  )
}

/** How many panes there is room for, whether the inspector fits beside them, and whether the timeline has its full height. */
export function useRoom(): { readonly panes: 1 | 2 | 3; readonly four: boolean; readonly tall: boolean } {
  const four = useMedia('(min-width: 1400px)')
  const three = useMedia('(min-width: 1080px)')
  const two = useMedia('(min-width: 820px)')
  const tall = useMedia('(min-height: 560px)')
  return { panes: three ? 3 : two ? 2 : 1, four, tall }
}
