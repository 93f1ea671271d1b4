import { Component, type ReactNode } from 'react'

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
          <h2>This window could not be drawn</h2>
          <p>Something in Palimpsest failed ({error.message}). Everything stored is safe.</p>
          <button type="button" className="button" onClick={() => location.reload()}>
            Draw the window again
          </button>
        </div>
      </div>
    )
  }
}
