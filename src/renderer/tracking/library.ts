import type { Answer } from '../../contract/failure.ts'
import type { TrackingAnswers, TrackingEvents, trackingRequests } from '../../contract/tracking.ts'

type Requests = typeof trackingRequests

interface Tracking {
  readonly ask: {
    readonly [K in keyof Requests]: (args: Requests[K]['_zod']['input']) => Promise<Answer<TrackingAnswers[K]>>
  }
  readonly on: <K extends keyof TrackingEvents>(name: K, listener: (payload: TrackingEvents[K]) => void) => () => void
}

/** The calls and events of following the web, which the library answers with all others. */
export function tracking(): Tracking {
  const { library, onLibrary } = window.palimpsest
  return { ask: library as unknown as Tracking['ask'], on: onLibrary as unknown as Tracking['on'] }
}
