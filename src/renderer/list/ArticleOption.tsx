// A native option holds one line of text, not a row.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, type KeyboardEvent } from 'react'
import type { ArticleRow } from '../../contract/contract.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { clock } from '../ui/clock.ts'
import { windowTitle } from '../ui/time.ts'
import { count } from '../ui/words.ts'
import { phraseOf } from './phrases.ts'
import { Sparkline } from './Sparkline.tsx'

interface Props {
  readonly row: ArticleRow
  readonly now: number
  readonly selected: boolean
  readonly tabbable: boolean
  readonly position: number
  readonly total: number
  readonly onOpen: (row: ArticleRow) => void
  readonly onKey: (event: KeyboardEvent) => void
}

/** One article in the list. */
export const ArticleOption = memo(function ArticleOption(props: Props) {
  const { row, now, selected, tabbable, position, total, onOpen, onKey } = props
  return (
    <div
      role="option"
      className={`article ${row.unseen > 0 ? '' : 'article-seen'}`}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={tabbable ? 0 : -1}
      data-article={row.id}
      onClick={() => onOpen(row)}
      onKeyDown={onKey}
    >
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
        {row.unseen > 0 && <Unseen versions={row.unseen} />}
      </div>
    </div>
  )
})

function Unseen({ versions }: { readonly versions: number }) {
  return (
    <span className="badge" title={`${count(versions, 'version')} not read yet`}>
      {versions > 99 ? '99+' : versions}
      <span className="hidden-text"> {versions === 1 ? 'version' : 'versions'} not read yet</span>
    </span>
  )
}
