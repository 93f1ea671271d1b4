import { Component, type ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'

interface State {
  readonly error: Error | null
}

/** A part of the window that failed shows words, never nothing. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <div className="full" role="alert">
        <div className="words">
          <h2>{t('failure.window')}</h2>
          <p>{t('failure.brokenText', { has: 'yes', detail: error.message })}</p>
          <button type="button" className="button" onClick={() => location.reload()}>
            {t('failure.drawAgain')}
          </button>
        </div>
      </div>
    )
  }
}
