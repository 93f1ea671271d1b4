import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../catalogue/words.ts'
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
      <summary>{t('sent.title')}</summary>
      {log.data?.map((activity) => (
        <p key={activity.id} className="mono">
          {sentLine(activity)}
        </p>
      ))}
      {log.data?.length === 0 && <p>{t('sent.none')}</p>}
      {log.error !== null && <p>{t('sent.failed')}</p>}
    </details>
  )
}
