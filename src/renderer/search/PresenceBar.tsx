import { runsOf } from './presenceRuns.ts'

/** So many versions have a cell each; of more the bar is continuous. */
const mostCells = 12

/** In which versions a text stands, as a bar with the oldest at its left; the sentence beside it says the same. */
export function PresenceBar({ versions }: { readonly versions: string }) {
  const isContinuous = versions.length > mostCells
  const runs = isContinuous
    ? runsOf(versions)
    : [...versions].map((digit, at) => ({ at, length: 1, has: digit === '1' }))
  return (
    <span className="presence" dir="ltr" data-continuous={isContinuous} aria-hidden="true">
      {runs.map(({ at, length, has }) => (
        <i key={at} data-has={has} style={{ flexGrow: length }} />
      ))}
    </span>
  )
}
