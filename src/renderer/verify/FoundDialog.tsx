import { t } from '../../catalogue/words.ts'
import type { Finding } from '../../domain/verification.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FindingList } from './FindingList.tsx'
import { damageWords } from './words.ts'

interface Props {
  readonly findings: readonly Finding[]
  readonly onVerify: () => void
  readonly onClose: () => void
}

/** What was found in the background. */
export function FoundDialog({ findings, onVerify, onClose }: Props) {
  return (
    <Dialog
      title={damageWords(findings).replace(/\.$/u, '')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onVerify}>
            {t('verify.library')}
          </button>
          <button type="button" className="button button-primary" data-first onClick={onClose}>
            {t('verify.close')}
          </button>
        </>
      }
    >
      <FindingList findings={findings} found={findings.length} derived={[]} />
    </Dialog>
  )
}
