// A native option holds one line of text, not a row.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { CircleAlert, EyeOff, RefreshCw, Star } from 'lucide-react'
import { memo } from 'react'
import type { ArticleRow } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { outcomeLine, outcomeWords } from '../tracking/outcomeWords.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { clock } from '../ui/clock.ts'
import { windowTitle } from '../ui/time.ts'
import { phraseOf } from './phrases.ts'
import { Sparkline } from './Sparkline.tsx'

interface Props {
  readonly id: number
  /** Undefined until it has arrived. */
  readonly row: ArticleRow | undefined
  readonly now: number
  readonly selected: boolean
  /** It is being looked at on the web. */
  readonly checking: boolean
  readonly tabbable: boolean
  readonly index: number
  readonly total: number
  /** Its distance from the top of the list, in pixels. */
  readonly start: number
  readonly measure: (element: HTMLElement | null) => void
}

/** One article in the list. */
export const ArticleOption = memo(function ArticleOption(props: Props) {
  const { id, row, now, selected, checking, tabbable, index, total, start, measure } = props
  return (
    <div
      ref={measure}
      role="option"
      className={`article ${row !== undefined && row.unread > 0 ? '' : 'article-seen'}`}
      style={{ transform: `translateY(${start}px)` }}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      tabIndex={tabbable ? 0 : -1}
      draggable={row !== undefined}
      data-index={index}
      data-article={id}
    >
      {row === undefined ? <Waiting /> : <Row row={row} now={now} checking={checking} />}
    </div>
  )
})

interface RowProps extends Pick<Props, 'now' | 'checking'> {
  readonly row: ArticleRow
}

function Row({ row, now, checking }: RowProps) {
  return (
    <>
      <div className="article-top">
        <bdi className="article-source" lang={row.lang ?? undefined}>
          {row.source}
        </bdi>
        <time dateTime={row.changedAt} title={windowTitle(clock, { at: row.changedAt, lastSeenBefore: null })}>
          {clock.relative(row.changedAt, now)}
        </time>
      </div>
      <div className="article-headline" lang={row.lang ?? undefined} dir={row.dir === 'rtl' ? 'rtl' : 'auto'}>
        {row.headline}
      </div>
      <div className="article-foot">
        <Sparkline row={row} />
        <span className="article-phrase">
          <Arrowed text={phraseOf(row)} />
        </span>
        {checking && (
          <RefreshCw
            className="icon article-checking"
            strokeWidth={1.75}
            role="img"
            aria-label={t('list.row.checking')}
          />
        )}
        {!checking && <Failed row={row} />}
        {row.starred && (
          <Star className="icon article-star" strokeWidth={1.75} role="img" aria-label={t('list.row.starred')} />
        )}
        {row.silent && <Silent />}
        {row.unread > 0 && <Unseen versions={row.unseen} />}
      </div>
    </>
  )
}

/** As high as a row will most likely be, so that nothing moves when it comes. */
function Waiting() {
  return (
    <>
      <span className="hidden-text">{t('list.loading')}</span>
      <div className="article-bar article-bar-short" />
      <div className="article-bar" />
      <div className="article-bar" />
      <div className="article-bar article-bar-short" />
    </>
  )
}

/** The newest check found no article; what was stored before is not affected. Of a page that is gone the phrase tells. */
function Failed({ row: { outcome, status } }: { readonly row: ArticleRow }) {
  if (outcome === 'gone' || outcomeWords[outcome].tone !== 'failed') return null
  const words = t('list.row.failed', { why: outcomeLine(outcome, status) })
  return (
    <span title={words}>
      <CircleAlert className="icon" strokeWidth={1.75} role="img" aria-label={words} />
    </span>
  )
}

function Silent() {
  return (
    <span title={t('list.row.silentTip')}>
      <EyeOff className="icon" strokeWidth={1.75} role="img" aria-label={t('list.row.silent')} />
    </span>
  )
}

function Unseen({ versions }: { readonly versions: number }) {
  const words = t('list.row.unseen', { n: versions })
  return (
    <span className="badge" title={words}>
      <span aria-hidden="true">{versions > 99 ? '99+' : versions}</span>
      <span className="hidden-text">{words}</span>
    </span>
  )
}
