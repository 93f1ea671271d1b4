import { lazy } from 'react'

/** What a start has no time for. */
export const Inspector = lazy(async () => ({ default: (await import('./Inspector.tsx')).Inspector }))
