import { CircleAlert, CircleCheck, Lock, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Failure } from '../../contract/failure.ts'
import { failureWords } from '../app/failureWords.ts'
import { Told } from '../compare/Told.tsx'
import { clock } from '../ui/clock.ts'
import { useRescue, type Outcome } from './RescueContext.tsx'
import { repairedWords } from './rescueWords.ts'

interface Props {
  readonly icon: typeof CircleAlert
  readonly children: ReactNode
  readonly onClose?: () => void
}

function Banner({ icon: Icon, children, onClose }: Props) {
  return (
    <span className="banner">
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>{children}</span>
      {onClose !== undefined && (
        <button type="button" className="icon-button" aria-label={t('app.close')} onClick={onClose}>
          <X className="icon" strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}

interface StateProps {
  readonly readOnly: boolean
  readonly trouble: Failure | null
  readonly onBackups: () => void
}

/** Why nothing is written at present, for as long as that is so. */
export function StateBanner({ readOnly, trouble, onBackups }: StateProps) {
  const { take } = useRescue()
  if (readOnly) {
    return (
      <Banner icon={Lock}>
        <Told say="rescue.readOnly" with={{}} />{' '}
        <button type="button" className="text-button" onClick={() => void take('again')}>
          {t('rescue.wayAgain')}
        </button>
      </Banner>
    )
  }
  if (trouble === null) return null
  const { title, text } = failureWords(trouble)
  const damaged = trouble.code === 'corrupt'
  return (
    <Banner icon={CircleAlert}>
      <Told say="rescue.trouble" with={{ title, text }} />{' '}
      {damaged ? (
        <button type="button" className="text-button" onClick={onBackups}>
          {t('rescue.restoreOrRepair')}
        </button>
      ) : (
        <button type="button" className="text-button" onClick={() => void window.palimpsest.rescue.tryAgain({})}>
          {t('rescue.wayAgain')}
        </button>
      )}
    </Banner>
  )
}

/** What came of a way out that was taken. */
export function OutcomeBanner({ outcome }: { readonly outcome: Outcome }) {
  const { dismiss, undo } = useRescue()
  if (outcome.kind === 'failed') {
    const { title, text } = failureWords(outcome.failure)
    return (
      <Banner icon={CircleAlert} onClose={dismiss}>
        <Told say="rescue.trouble" with={{ title, text }} />
      </Banner>
    )
  }
  if (outcome.kind === 'repaired') {
    return (
      <Banner icon={CircleCheck} onClose={dismiss}>
        <Told say="rescue.repaired" with={{ words: repairedWords(outcome.result), kept: outcome.result.kept }} />
      </Banner>
    )
  }
  const { kept } = outcome.result
  return (
    <Banner icon={CircleCheck} onClose={dismiss}>
      <Told say="rescue.open" with={{ at: clock.moment(outcome.copy.at) }} />{' '}
      {kept !== null && (
        <>
          {t('rescue.kept', { kept })}{' '}
          <button type="button" className="text-button" onClick={() => void undo(kept)}>
            {t('app.undo')}
          </button>
        </>
      )}
    </Banner>
  )
}
