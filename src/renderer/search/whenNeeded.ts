import { lazy } from 'react'

const results = () => import('./SearchResults.tsx')
const reader = () => import('./FoundReader.tsx')

/** The panes of a search, which a start has no time for. */
export const SearchResults = lazy(async () => ({ default: (await results()).SearchResults }))
export const FoundReader = lazy(async () => ({ default: (await reader()).FoundReader }))

/** Fetches them before they are shown: once the cursor stands in the field. */
export function fetchSearch(): void {
  void results()
  void reader()
}
