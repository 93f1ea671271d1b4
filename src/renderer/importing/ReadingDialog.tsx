import { useEffect, useState } from 'react'
import type { ImportProgress } from '../../contract/importing.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** What is soon over needs no dialog: it is shown after so many milliseconds. */
const patience = 800

/** How far a look or an import has come, with a button that ends it. */
export function ReadingDialog() {
  const { tellFailure } = useActs()
  const progress = useProgress()
  const [stopping, setStopping] = useState(false)
  const stop = () => {
    setStopping(true)
    valueOf(window.palimpsest.library.stopImport({})).catch(tellFailure)
  }
  if (progress === null) return null
  const { doing, name, file, files, articles, versions } = progress
  return (
    <Dialog
      title={t(doing === 'looking' ? 'reading.looking' : 'reading.adding', { name })}
      onClose={stop}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" data-first disabled={stopping} onClick={stop}>
            {t(stopping ? 'reading.stopping' : 'reading.stop')}
          </button>
        </>
      }
    >
      <output>{t('reading.soFar', { articles, versions })}</output>
      {files > 1 && <p className="help">{t('reading.files', { file, files })}</p>}
      <p className="help">{t(doing === 'looking' ? 'look.nothingYet' : 'reading.kept')}</p>
    </Dialog>
  )
}

/** The last that was told; null until something takes long. */
function useProgress(): ImportProgress | null {
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  useEffect(() => {
    const since = performance.now()
    return window.palimpsest.onLibrary('importing', (told) => {
      if (told === null || performance.now() - since > patience) setProgress(told)
    })
  }, [])
  return progress
}
