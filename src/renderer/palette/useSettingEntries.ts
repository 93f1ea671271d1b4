import { Settings } from 'lucide-react'
import { useMemo } from 'react'
import { t } from '../../catalogue/words.ts'
import { settingsPages, settingsPageName } from '../settings/pages.ts'
import { useTrackingDialogs } from '../tracking/TrackingContext.tsx'
import { known, type Known } from './entries.ts'

/** The pages of the settings. */
export function useSettingEntries(): readonly Known[] {
  const show = useTrackingDialogs()
  return useMemo(
    () =>
      settingsPages.map((page) => {
        const words = t('palette.settings', { page: settingsPageName(page) })
        const run = () => show({ kind: 'settings', page })
        return known({ key: `setting:${page}`, group: 'settings', icon: Settings, words, run })
      }),
    [show]
  )
}
