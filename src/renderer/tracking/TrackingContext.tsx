import { createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react'
import { useWhere } from '../app/PlaceContext.tsx'
import type { SettingsPage } from '../settings/pages.ts'
import { useMenu } from '../app/useMenu.ts'
import { useChecksNews } from './queries.ts'
import { useChecking } from './useChecking.ts'

const ChecksDialog = lazy(async () => ({ default: (await import('./ChecksDialog.tsx')).ChecksDialog }))
const ActivityDialog = lazy(async () => ({ default: (await import('./ActivityDialog.tsx')).ActivityDialog }))
const LeftOutDialog = lazy(async () => ({ default: (await import('./LeftOutDialog.tsx')).LeftOutDialog }))
const SettingsDialog = lazy(async () => ({ default: (await import('../settings/SettingsDialog.tsx')).SettingsDialog }))

export type TrackingDialog =
  | { readonly kind: 'checks' }
  /** What was done on the web for one article, or (null) at all. */
  | { readonly kind: 'activity'; readonly article: number | null }
  | { readonly kind: 'left-out'; readonly capture: number; readonly version: string }
  | { readonly kind: 'settings'; readonly page?: SettingsPage | undefined }

const Context = createContext<(dialog: TrackingDialog) => void>(() => undefined)

/** Opens a dialog about following the web. */
export function useTrackingDialogs(): (dialog: TrackingDialog) => void {
  return use(Context)
}

/** Follows the checks, and holds the dialogs and menu commands about them. */
export function TrackingProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<TrackingDialog | null>(null)
  const show = useMemo(() => (dialog: TrackingDialog) => setOpen(dialog), [])
  const { place } = useWhere()
  const { checkNow, checkDue } = useChecking()
  useChecksNews()
  useMenu({
    'check-now': () => place.article !== null && checkNow(place.article),
    'check-due': checkDue,
    activity: () => show({ kind: 'activity', article: null }),
    settings: () => show({ kind: 'settings' })
  })
  const close = () => setOpen(null)
  return (
    <Context value={show}>
      {children}
      <Suspense>
        {open?.kind === 'checks' && (
          <ChecksDialog onActivity={() => show({ kind: 'activity', article: null })} onClose={close} />
        )}
        {open?.kind === 'activity' && <ActivityDialog article={open.article} onClose={close} />}
        {open?.kind === 'left-out' && <LeftOutDialog {...open} onClose={close} />}
        {open?.kind === 'settings' && <SettingsDialog first={open.page} onClose={close} />}
      </Suspense>
    </Context>
  )
}
