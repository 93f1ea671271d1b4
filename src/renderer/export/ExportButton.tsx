import { Share } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { useAction } from '../app/actions.ts'
import type { Ends } from '../timeline/pairs.ts'
import { IconButton } from '../ui/IconButton.tsx'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))

interface Props {
  readonly timemap: Timemap
  readonly ends: Ends
  /** One version is read alone: then it is exported against the one before. */
  readonly single: boolean
}

/** Writes what changed between two versions to a file. An article with one version has nothing to write. */
export function ExportButton({ timemap, ends, single }: Props) {
  const [open, setOpen] = useState(false)
  const enabled = timemap.revisions.length > 1
  useAction('export', () => setOpen(true), { enabled })
  if (!enabled) return null
  const newer = Math.max(1, ends.newer)
  const pair = { newer, older: single ? newer - 1 : Math.min(ends.older, newer - 1) }
  return (
    <>
      <IconButton icon={Share} label={t('export.act')} keys="Ctrl E" onPress={() => setOpen(true)} />
      {open && (
        <Suspense>
          <ExportDialog timemap={timemap} ends={pair} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
