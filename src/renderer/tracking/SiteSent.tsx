import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { sentLine } from './outcomeWords.ts'

/** What the site answered to the last checks of an article, line by line; asked for when it is opened. */
export function SiteSent({ article }: { readonly article: number }) {
  const [open, setOpen] = useState(false)
  const log = useQuery({
    queryKey: [...keys.activity(article), 'sent'],
    queryFn: () => valueOf(window.palimpsest.library.activity({ before: null, article, limit: 8 })),
    enabled: open,
    retry: false
  })
  return (
    <details className="site-sent" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>What the site sent</summary>
      {log.data?.map((activity) => (
        <p key={activity.id} className="mono">
          {sentLine(activity)}
        </p>
      ))}
      {log.data?.length === 0 && <p>Nothing is stored of these checks.</p>}
      {log.error !== null && <p>This could not be read. Stored versions are not affected.</p>}
    </details>
  )
}
