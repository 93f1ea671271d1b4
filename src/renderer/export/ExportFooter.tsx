import { useEffect, useState, type ReactNode } from 'react'
import type { ExportProgress } from '../../contract/exporting.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'

interface Props {
  readonly busy: boolean
  /** What can be chosen, where nothing is being written. */
  readonly children: ReactNode
  readonly onWrite: () => void
  readonly onClose: () => void
}

/** The foot of an export: writes; while articles are being written, how far that has come, and its end. */
export function ExportFooter({ busy, children, onWrite, onClose }: Props) {
  const { tellFailure } = useActs()
  const progress = useProgress()
  const stop = () => void valueOf(window.palimpsest.library.stopExport({})).catch(tellFailure)
  const isLong = busy && progress !== null
  return (
    <>
      {isLong ? <Progress {...progress} /> : children}
      <span className="grow" />
      <button type="button" className="button" onClick={isLong ? stop : onClose}>
        {t(isLong ? 'export.stop' : 'export.cancel')}
      </button>
      <button type="button" className="button button-primary" disabled={busy} onClick={onWrite}>
        {t(busy ? 'export.busy' : 'export.act')}
      </button>
    </>
  )
}

function Progress({ done, total }: ExportProgress) {
  const words = t('export.progress', { done, total })
  return (
    <>
      <progress className="host-bar" max={Math.max(1, total)} value={done} aria-label={words} />
      <output>{words}</output>
    </>
  )
}

function useProgress(): ExportProgress | null {
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  useEffect(() => window.palimpsest.onLibrary('exporting', setProgress), [])
  return progress
}
