import { useInfiniteQuery } from '@tanstack/react-query'
import { t } from '../../catalogue/words.ts'
import { valueOf } from '../app/ask.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { keys } from '../app/queries.ts'
import { TextError } from '../compare/TextError.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ActivityList } from './ActivityList.tsx'

interface Props {
  /** One article, or null for everything. */
  readonly article: number | null
  readonly onClose: () => void
}

const page = 100

/** Everything that was done on the web, the latest first, page by page. */
export function ActivityDialog({ article, onClose }: Props) {
  const { go } = useWhere()
  const log = useInfiniteQuery({
    queryKey: keys.activity(article),
    queryFn: ({ pageParam }) =>
      valueOf(window.palimpsest.library.activity({ before: pageParam, article, limit: page })),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < page ? null : (last.at(-1)?.id ?? null)),
    staleTime: 0,
    gcTime: 0
  })
  const open = (id: number) => {
    go({ type: 'open', article: id, unseen: 0, show: true })
    onClose()
  }
  const activities = log.data?.pages.flat() ?? []
  return (
    <Dialog
      wide
      title={article === null ? t('activity.title') : t('check.activityHere')}
      onClose={onClose}
      footer={
        <>
          <span className="grow">{t('activity.local')}</span>
          <button type="button" className="button button-primary" data-first onClick={onClose}>
            {t('app.close')}
          </button>
        </>
      }
    >
      {log.error !== null && (
        <TextError error={log.error} onRetry={() => void log.refetch()} inline={activities.length > 0} />
      )}
      {log.isPending && <p className="about-lead">{t('activity.reading')}</p>}
      {log.data !== undefined && activities.length === 0 && (
        <p className="about-lead">{article === null ? t('activity.none') : t('activity.noneHere')}</p>
      )}
      <ActivityList label={t('activity.title')} activities={activities} whole onOpen={open} />
      {log.hasNextPage && (
        <button
          type="button"
          className="button activity-more"
          disabled={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {log.isFetchingNextPage ? t('activity.loading') : t('activity.earlier')}
        </button>
      )}
    </Dialog>
  )
}
