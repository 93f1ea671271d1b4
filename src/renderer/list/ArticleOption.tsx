// A native option holds one line of text, not a row.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { EyeOff, Star } from 'lucide-react'
import { memo } from 'react'
import type { ArticleRow } from '../../contract/lists.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { clock } from '../ui/clock.ts'
import { windowTitle } from '../ui/time.ts'
import { count } from '../ui/words.ts'
import { phraseOf } from './phrases.ts'
import { Sparkline } from './Sparkline.tsx'

interface Props {
  readonly id: number
  /** Undefined until it has arrived. */
  readonly row: ArticleRow | undefined
  readonly now: number
  readonly selected: boolean
  readonly tabbable: boolean
  readonly index: number
  readonly total: number
  /** Its distance from the top of the list, in pixels. */
  readonly start: number
  readonly measure: (element: HTMLElement | null) => void
}

/** One article in the list. */
export const ArticleOption = memo(function ArticleOption(props: Props) {
  const { id, row, now, selected, tabbable, index, total, start, measure } = props
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
      data-index={index}
      data-article={id}
    >
      {row === undefined ? <Waiting /> : <Row row={row} now={now} />}
    </div>
  )
})

function Row({ row, now }: { readonly row: ArticleRow; readonly now: number }) {
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
        {row.starred && <Star className="icon article-star" strokeWidth={1.75} role="img" aria-label="Starred" />}
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
      <span className="hidden-text">Loading</span>
      <div className="article-bar article-bar-short" />
      <div className="article-bar" />
      <div className="article-bar" />
      <div className="article-bar article-bar-short" />
    </>
  )
}

function Silent() {
  return (
    <span title="The text changed and the page's visible update note did not.">
      <EyeOff className="icon" strokeWidth={1.75} role="img" aria-label="Silent edit" />
    </span>
  )
}

function Unseen({ versions }: { readonly versions: number }) {
  return (
    <span className="badge" title={`${count(versions, 'version')} not read yet`}>
      {versions > 99 ? '99+' : versions}
      <span className="hidden-text"> {versions === 1 ? 'version' : 'versions'} not read yet</span>
    </span>
  )
}
