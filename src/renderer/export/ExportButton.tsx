import { Share } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { useAction } from '../app/actions.ts'
import type { Ends } from '../timeline/pairs.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { shortened } from '../ui/words.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))

interface Props {
  readonly timemap: Timemap
  readonly ends: Ends
  /** One version is read alone: then it is exported against the one before. */
  readonly single: boolean
}

/** Writes what changed between two versions to a file, or the whole article. One version has nothing to be compared with. */
export function ExportButton({ timemap, ends, single }: Props) {
  const [open, setOpen] = useState(false)
  useAction('export', () => setOpen(true))
  const newer = Math.max(1, ends.newer)
  const pair = { newer, older: single ? newer - 1 : Math.min(ends.older, newer - 1) }
  const { id, headline } = timemap.article
  return (
    <>
      <IconButton icon={Share} label={t('export.act')} keys="Ctrl E" onPress={() => setOpen(true)} />
      {open && (
        <Suspense>
          <ExportDialog
            articles={[id]}
            name={headline}
            title={t('export.titleArticle', { headline: shortened(headline, 36) })}
            pair={timemap.revisions.length > 1 ? { timemap, ends: pair } : null}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
