import { CircleAlert, CircleCheck, Lock, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Failure } from '../../contract/failure.ts'
import { failureWords } from '../app/failureWords.ts'
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
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
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
        <b>Read only.</b> The library cannot be written, so you read a copy of it. Nothing is stored, not even what you
        mark as read.{' '}
        <button type="button" className="text-button" onClick={() => void take('again')}>
          Try again
        </button>
      </Banner>
    )
  }
  if (trouble === null) return null
  const { title, text } = failureWords(trouble)
  const damaged = trouble.code === 'corrupt'
  return (
    <Banner icon={CircleAlert}>
      <b>{title}.</b> {text}{' '}
      {damaged ? (
        <button type="button" className="text-button" onClick={onBackups}>
          Restore or repair
        </button>
      ) : (
        <button type="button" className="text-button" onClick={() => void window.palimpsest.rescue.tryAgain({})}>
          Try again
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
        <b>{title}.</b> {text}
      </Banner>
    )
  }
  if (outcome.kind === 'repaired') {
    return (
      <Banner icon={CircleCheck} onClose={dismiss}>
        <b>{repairedWords(outcome.result)}</b> The damaged file is kept as “{outcome.result.kept}”.
      </Banner>
    )
  }
  const { kept } = outcome.result
  return (
    <Banner icon={CircleCheck} onClose={dismiss}>
      <b>The library of {clock.moment(outcome.copy.at)} is open.</b>{' '}
      {kept !== null && (
        <>
          The library as it was before is kept as “{kept}”.{' '}
          <button type="button" className="text-button" onClick={() => void undo(kept)}>
            Undo
          </button>
        </>
      )}
    </Banner>
  )
}
