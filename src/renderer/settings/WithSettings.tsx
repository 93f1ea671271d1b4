import type { ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'
import type { TrackingSettings } from '../../contract/tracking.ts'
import { TextError } from '../compare/TextError.tsx'
import { useSettings } from './useSettings.ts'

interface Props {
  readonly children: (settings: TrackingSettings, change: (some: Partial<TrackingSettings>) => void) => ReactNode
}

/** A page of choices that the library keeps: waits for them, or says why they cannot be shown. */
export function WithSettings({ children }: Props) {
  const { settings, error, retry, change } = useSettings()
  if (settings !== undefined) return children(settings, change)
  if (error !== null) return <TextError error={error} onRetry={retry} inline={false} />
  return <p className="help">{t('settings.reading.waiting')}</p>
}
