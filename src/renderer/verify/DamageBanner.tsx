import { CircleAlert, X } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import type { Finding } from '../../domain/verification.ts'
import { damageWords } from './words.ts'

interface Props {
  readonly findings: readonly Finding[]
  readonly onShow: () => void
  readonly onClose: () => void
}

/** Says that something is broken: what happened, what is safe, and where to read more. */
export function DamageBanner({ findings, onShow, onClose }: Props) {
  return (
    <span className="banner">
      <CircleAlert className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>
        <b>{damageWords(findings)}</b> {t('verify.leftAlone')}{' '}
        <button type="button" className="text-button" onClick={onShow}>
          {t('verify.show')}
        </button>
      </span>
      <button type="button" className="icon-button" aria-label={t('verify.close')} onClick={onClose}>
        <X className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </span>
  )
}
