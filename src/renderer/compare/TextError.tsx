import { t } from '../../catalogue/words.ts'
import { CircleAlert } from 'lucide-react'
import { failureOf } from '../app/ask.ts'
import { failureWords } from '../app/failureWords.ts'

interface Props {
  readonly error: Error
  readonly onRetry: () => void
  /** A text is already shown: the words stand above it and never replace it. */
  readonly inline: boolean
}

export function TextError({ error, onRetry, inline }: Props) {
  const { title, text } = failureWords(failureOf(error))
  if (inline) {
    return (
      <div className="banner" role="alert">
        <CircleAlert className="icon" strokeWidth={1.75} aria-hidden="true" />
        <span>
          <b>{title}.</b> {text}{' '}
          <button type="button" className="text-button" onClick={onRetry}>
            {t('reader.again')}
          </button>
        </span>
      </div>
    )
  }
  return (
    <div className="words" role="alert">
      <CircleAlert className="icon" strokeWidth={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('reader.again')}
      </button>
    </div>
  )
}
