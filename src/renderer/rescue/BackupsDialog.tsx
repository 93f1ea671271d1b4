import { useQuery } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import type { LibraryCopy } from '../../contract/rescue.ts'
import { valueOf } from '../app/ask.ts'
import { clock } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useRescue } from './RescueContext.tsx'
import { copyWords } from './rescueWords.ts'

interface Props {
  /** The library is known to be damaged, so that a repaired copy is a way out too. */
  readonly damaged: boolean
  readonly onClose: () => void
}

/** The copies of the library, each of which can take its place. */
export function BackupsDialog({ damaged, onClose }: Props) {
  const { busy, restore, take } = useRescue()
  const copies = useQuery({
    queryKey: ['copies'],
    queryFn: () => valueOf(window.palimpsest.rescue.copies({})),
    staleTime: 0,
    gcTime: 0
  })
  const chosen = async (copy: LibraryCopy) => {
    await restore(copy)
    onClose()
  }
  const repair = async () => {
    await take('repair')
    onClose()
  }
  return (
    <Dialog
      wide
      title={t('rescue.backups')}
      onClose={onClose}
      footer={
        <>
          <span className="grow">{t('rescue.undoable')}</span>
          {damaged && (
            <button type="button" className="button" disabled={busy !== null} onClick={() => void repair()}>
              {busy === 'repair' ? t('rescue.repairing') : t('rescue.wayRepair')}
            </button>
          )}
          <button type="button" className="button" data-first onClick={onClose}>
            {t('app.close')}
          </button>
        </>
      }
    >
      {copies.data?.length === 0 && <p className="about-lead">{t('rescue.none')}</p>}
      <ul className="copies">
        {copies.data?.map((copy) => (
          <CopyRow key={copy.name} copy={copy} busy={busy !== null} onRestore={() => void chosen(copy)} />
        ))}
      </ul>
      {copies.error !== null && <p className="about-lead">{t('rescue.notListed')}</p>}
    </Dialog>
  )
}

interface RowProps {
  readonly copy: LibraryCopy
  readonly busy: boolean
  readonly onRestore: () => void
}

function CopyRow({ copy, busy, onRestore }: RowProps) {
  const made = clock.moment(copy.at)
  return (
    <li>
      <Archive className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span className="grow">
        <b>{made}</b>
        <span className="copy-facts">{copyWords(copy)}</span>
      </span>
      <button
        type="button"
        className="button"
        disabled={busy || copy.versions === null}
        aria-label={t('rescue.restoreOf', { at: made })}
        onClick={onRestore}
      >
        {t('rescue.restore')}
      </button>
    </li>
  )
}
