// A native option holds one line of text, not a row; its list takes keys and clicks for all.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from 'react'
import { t } from '../../catalogue/words.ts'
import type { SearchHit } from '../../contract/search.ts'
import { clock } from '../ui/clock.ts'
import { Tile } from '../ui/Tile.tsx'
import { windowTitle } from '../ui/time.ts'
import { MarkedParts } from './Marked.tsx'
import { PresenceBar } from './PresenceBar.tsx'
import { presenceParts } from './presenceWords.ts'

interface Props {
  readonly hit: SearchHit
  readonly now: number
  readonly selected: boolean
  readonly tabbable: boolean
  readonly index: number
  /** -1 where nobody knows how many there are. */
  readonly total: number
}

/** One article that was found: its headline now, the place that has the words, and in which versions it stands. */
export const HitOption = memo(function HitOption({ hit, now, selected, tabbable, index, total }: Props) {
  const { article, snippet } = hit
  const lang = article.lang ?? undefined
  const dir = article.dir === 'rtl' ? 'rtl' : 'auto'
  return (
    <div
      role="option"
      className="hit"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      tabIndex={tabbable ? 0 : -1}
      data-hit={index}
      data-article={article.id}
    >
      <div className="hit-top">
        <Tile name={article.source} />
        <bdi className="hit-source" lang={lang}>
          {article.source}
        </bdi>
        <time dateTime={article.changedAt} title={windowTitle(clock, { at: article.changedAt, lastSeenBefore: null })}>
          {clock.relative(article.changedAt, now)}
        </time>
      </div>
      <div className="hit-headline" lang={lang} dir={dir}>
        {article.headline}
      </div>
      <p className="hit-snippet" lang={lang} dir={dir}>
        {hit.headline && hit.gone !== null && (
          <>
            <bdi className="hit-until">{t('search.until', { version: hit.gone.label })}</bdi>{' '}
          </>
        )}
        <MarkedParts parts={snippet} />
      </p>
      <div className="hit-foot">
        <PresenceBar versions={hit.versions} />
        <span>
          {presenceParts(hit.presence, (words) => (
            <b key="removed">{words}</b>
          ))}
        </span>
      </div>
    </div>
  )
})
