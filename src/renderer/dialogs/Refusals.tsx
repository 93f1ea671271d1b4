import { FileX } from 'lucide-react'
import type { Refusal } from '../../contract/importing.ts'
import { t } from '../../catalogue/words.ts'
import { refusalWords } from '../app/importWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { keyed } from '../ui/keyed.ts'

interface Props {
  readonly refused: readonly Refusal[]
  readonly onClose: () => void
}

/** Files that were not taken, each with its reason. */
export function Refusals({ refused, onClose }: Props) {
  return (
    <Dialog
      title={t('refusal.title', { n: refused.length })}
      onClose={onClose}
      footer={
        <>
          <span className="grow">{t('refusal.nothing', { n: refused.length })}</span>
          <button type="button" className="button button-primary" data-first onClick={onClose}>
            {t('app.close')}
          </button>
        </>
      }
    >
      <ul className="refused">
        {keyed(refused, (refusal) => refusal.file).map(({ key, item: refusal }) => (
          <li key={key}>
            <FileX className="icon" strokeWidth={1.75} aria-hidden="true" />
            <span>{refusalWords(refusal)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
