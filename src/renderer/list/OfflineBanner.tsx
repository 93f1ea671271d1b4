import { WifiOff } from 'lucide-react'
import type { ReactElement } from 'react'
import { tell } from '../../catalogue/words.ts'
import { useChecks } from '../tracking/queries.ts'
import { keyed } from '../ui/keyed.ts'

const bold = (inside: (string | ReactElement)[]): ReactElement => <b>{inside}</b>

/** Above the list while there is no connection: what that means for checks, and how many versions are here to read. */
export function OfflineBanner({ versions }: { readonly versions: number }) {
  if (typeof useChecks()?.offlineSince !== 'string') return null
  const parts = tell<ReactElement>('list.offline', { n: versions, b: bold })
  return (
    <output className="banner list-offline">
      <WifiOff className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>
        {keyed(parts, (part) => (typeof part === 'string' ? part : 'b')).map(({ key, item }) => (
          <span key={key}>{item}</span>
        ))}
      </span>
    </output>
  )
}
