import { t } from '../../catalogue/words.ts'
import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ArticleRow } from '../../contract/lists.ts'
import { useKeys } from '../app/keys.ts'
import { isSingle, views, type View } from '../app/place.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { useTimemap } from '../app/queries.ts'
import { useMenu } from '../app/useMenu.ts'
import { ArticleReader } from './ArticleReader.tsx'
import { DeletedBanner } from './DeletedBanner.tsx'
import { LoadingText } from './LoadingText.tsx'
import { TextError } from './TextError.tsx'

interface Props {
  /** Undefined while it is asked for. */
  readonly row: ArticleRow | null | undefined
  readonly folded: boolean
  readonly onFold: (folded: boolean) => void
  readonly onBack: (() => void) | null
  readonly lead: ReactNode
  readonly onPastEnd: () => void
}

/** The reader pane: an article, or what to do to have one. */
export function Reader(props: Props) {
  return (
    <main className="reader" aria-label={t('reader.label')} data-pane="reader">
      {props.row === null && <Nothing lead={props.lead} />}
      {props.row?.deletedAt && <DeletedBanner article={props.row.id} deletedAt={props.row.deletedAt} />}
      {props.row && <Article key={props.row.id} {...props} row={props.row} />}
    </main>
  )
}

function Article({ row, ...rest }: Props & { readonly row: ArticleRow }) {
  const timemap = useTimemap(row.id)
  const { place, go } = usePlace()
  const to = (view: View) => () => (isSingle(view) || row.revisions > 1) && go({ type: 'view', view })
  // Here and not with the text, so that they count while the article is still opening.
  useKeys(Object.fromEntries(views.map((view, at) => [String(at + 1), to(view)])))
  useMenu({ read: to('read'), inline: to('inline'), side: to('side'), changes: to('changes'), blame: to('blame') })
  const unseen = place.unseenAtOpening[row.id] ?? row.unseen
  if (timemap.data !== undefined && timemap.data.revisions.length > 0) {
    return <ArticleReader timemap={timemap.data} unseen={Math.max(unseen, row.unseen)} {...rest} />
  }
  return (
    <>
      <div className="bar reader-bar">{rest.lead}</div>
      <TimelineSpace folded={rest.folded} />
      {timemap.error === null ? (
        <LoadingText article={row} words={t('reader.openingAll', { n: row.revisions })} />
      ) : (
        <TextError error={timemap.error} onRetry={() => void timemap.refetch()} inline={false} />
      )}
    </>
  )
}

/** As high as the timeline will be, so that nothing moves when it comes. */
function TimelineSpace({ folded }: { readonly folded: boolean }) {
  return (
    <div className="timeline" data-folded={folded}>
      <div className="timeline-head" />
    </div>
  )
}

function Nothing({ lead }: { readonly lead: ReactNode }) {
  return (
    <>
      <div className="bar reader-bar">{lead}</div>
      <div className="words">
        <BookOpen className="icon" strokeWidth={1.5} aria-hidden="true" />
        <h1>{t('reader.none')}</h1>
        <p>{t('reader.choose')}</p>
      </div>
    </>
  )
}
