import { useEffect } from 'react'
import { t } from '../../catalogue/words.ts'
import { useActs } from './ActsContext.tsx'

/** Says that there is a new version, with the way to what is known of it. */
export function useNewer(onShow: () => void): void {
  const { tell } = useActs()
  useEffect(
    () =>
      window.palimpsest.onShell('newer', ({ version }) =>
        tell(t('updates.newer', { version }), { words: t('updates.show'), act: onShow })
      ),
    [tell, onShow]
  )
}
