import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { isSingle, type View } from '../app/place.ts'
import { t } from '../../catalogue/words.ts'
import { useAction } from '../app/actions.ts'
import { useAnnounce } from '../app/announce.tsx'
import { useKeys } from '../app/keys.ts'
import { useMenu } from '../app/useMenu.ts'
import { keysOf } from '../inspector/reviewKeys.ts'
import { useReviews } from '../inspector/useReviews.ts'
import { InspectorButton } from '../inspector/InspectorButton.tsx'
import { ExportButton } from '../export/ExportButton.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { ArticleMenu } from '../tracking/ArticleMenu.tsx'
import { ReaderBanners } from '../tracking/ReaderBanners.tsx'
import { CopyMenu } from '../copy/CopyMenu.tsx'
import { useCopying } from '../copy/useCopying.ts'
import { useCopyLink } from '../copy/useCopyLink.ts'
import { useFinding } from '../find/useFinding.tsx'
import { BlameContext, useBlamingReader } from './blame/BlameContext.ts'
import { BlameLegend } from './blame/BlameLegend.tsx'
import { LoadingText } from './LoadingText.tsx'
import { noteOf } from './notes.ts'
import { ReaderHeader } from './ReaderHeader.tsx'
import { passes, type Filter, type Item } from './changes/items.ts'
import { useItems } from './changes/versions.ts'
import { editsOf, hiddenMinor, stopsOf, type Row } from './rows.ts'
import { useReadingPreferences } from '../ui/reading.ts'
import { TextError } from './TextError.tsx'
import { TextPane } from './TextPane.tsx'
import { useFolds } from './useFolds.ts'
import { useMarkRead, useReading, type Reading } from './useReading.ts'
import { useShown, type Shown } from './useShown.ts'
import { useStops } from './useStops.ts'

interface Props {
  readonly timemap: Timemap
  readonly unseen: number
  readonly folded: boolean
  readonly onFold: (folded: boolean) => void
  readonly onBack: (() => void) | null
  readonly lead: ReactNode
  readonly onPastEnd: () => void
}

/** An article that has arrived: its header, its timeline, its text. */
export function ArticleReader({ timemap, unseen, folded, onFold, onBack, lead, onPastEnd }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const say = useAnnounce()
  const { revisions } = timemap
  const [{ hideMinor }] = useReadingPreferences()
  const reading = useReading(timemap)
  const { view, ends, single } = reading
  const showing = useShown(view, ends, revisions)
  const { shown } = showing
  const drawn = shown?.ends ?? ends
  const folds = useFolds(`${drawn.older} ${drawn.newer}`)
  const [filter, setFilter] = useState<Filter>('all')
  const items = useItems(timemap, shown)
  const stopRows = useMemo(() => (shown === null ? [] : listedStops(shown, items, filter)), [shown, items, filter])
  const spoken = useCallback((stop: number) => say(jumpWords(shown, stopRows, stop)), [say, shown, stopRows])
  const stops = useStops(box, stopRows, spoken)
  const blaming = useBlamingReader(timemap, shown, stops.jumpTo)
  const change = single ? null : (stopRows[stops.current - 1] ?? null)
  const copy = useCopying(box, { timemap, shown, change })
  useAction('copy-source', () => copy('source'))
  useAction('copy-marks', () => copy('marks'))
  const copyLink = useCopyLink(timemap, single ? { older: null, newer: ends.newer } : ends)
  useAction('copy-article-link', copyLink)
  const find = useFinding({ box, rows: shown?.rows ?? [], onOpenFold: folds.open })
  const opened = useOpened(reading, shown, stops.jumpTo)
  const hidden = shown !== null && 'answer' in shown && hideMinor ? hiddenMinor(shown.answer.comparison) : 0
  const { toggle } = useReviews()
  useMarkRead(timemap, ends.newer, unseen)
  useAnnounced(timemap, shown)
  const page = (by: number) => {
    const text = box.current
    if (text === null) return
    const isAtEnd = text.scrollTop + text.clientHeight >= text.scrollHeight - 2
    if (by > 0 && isAtEnd) onPastEnd()
    else text.scrollBy({ top: by * text.clientHeight * 0.9 })
  }
  useKeys({
    ...reading.keymap,
    n: stops.next,
    p: stops.previous,
    F7: stops.next,
    'Shift+F7': stops.previous,
    e: folds.toggleAll,
    r: () => toggle(changeOf(shown, change)),
    t: () => onFold(!folded),
    Space: () => page(1),
    'Shift+Space': () => page(-1)
  })
  useMenu({
    'next-change': stops.next,
    'previous-change': stops.previous
  })
  const unavailable = (one: View) => (!isSingle(one) && revisions.length < 2 ? t('view.needsTwo') : null)
  return (
    <BlameContext value={blaming}>
      <ReaderHeader
        article={timemap.article.id}
        {...{ view, unavailable, onBack, lead }}
        onView={reading.setView}
        stops={single ? null : { ...stops, hidden }}
        menu={
          <>
            <ExportButton {...{ timemap, ends, single }} />
            <CopyMenu onCopy={copy} onCopyLink={copyLink} />
            <ArticleMenu timemap={timemap} index={ends.newer} />
          </>
        }
        end={<InspectorButton />}
      />
      <Timeline
        {...{ timemap, ends, single, folded, onFold }}
        since={reading.since}
        onEnds={reading.setEnds}
        onHeld={reading.onHeld}
        legend={view === 'blame' ? <BlameLegend revisions={revisions} at={ends.newer} /> : undefined}
      />
      <ReaderBanners timemap={timemap} />
      {showing.error !== null && <TextError error={showing.error} onRetry={showing.retry} inline={shown !== null} />}
      {shown !== null ? (
        <TextPane
          {...{ box, timemap, shown, folds, find }}
          stops={stopRows}
          onJump={stops.jumpTo}
          changes={{ items, filter, onFilter: setFilter, onOpen: opened }}
        />
      ) : (
        showing.error === null && <LoadingText article={timemap.article} words={waitingWords(timemap, ends, single)} />
      )}
    </BlameContext>
  )
}

/** The rows that next and previous change stop at: in the list of changes, those that are listed. */
function listedStops(shown: Shown, items: readonly Item[], filter: Filter): readonly Row[] {
  if (shown.view !== 'changes') return stopsOf(shown.rows)
  return items.flatMap((item) => (passes(item, filter) ? [item.row] : []))
}

/** Opens a change of the list where it stands in the text. */
function useOpened(reading: Reading, shown: Shown | null, jumpTo: (key: string) => void): (key: string) => void {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null || shown?.view !== 'inline') return
    jumpTo(wanted.current)
    document.getElementById('reader-text')?.focus({ preventScroll: true })
    wanted.current = null
  })
  return (key) => {
    wanted.current = key
    reading.setView('inline')
  }
}

function waitingWords(timemap: Timemap, ends: { older: number; newer: number }, single: boolean): string {
  const number = (index: number) => timemap.revisions[index]?.label
  if (single) return t('reader.opening', { v: number(ends.newer) })
  return t('reader.comparing', { older: number(ends.older), newer: number(ends.newer) })
}

function jumpWords(shown: Shown | null, stops: readonly Row[], stop: number): string {
  if (shown === null || 'content' in shown) return ''
  const row = stops[stop]
  const note = row === undefined ? null : noteOf(row, editsOf(row, shown.answer.comparison), '')
  const at = { n: stop + 1, total: stops.length }
  if (note === null) return t('reader.saysJump', at)
  return t('reader.saysJumpTo', { ...at, what: `${note.title.charAt(0).toLocaleLowerCase()}${note.title.slice(1)}` })
}

/** What a change that is marked as reviewed is kept under. */
function changeOf(shown: Shown | null, row: Row | null): readonly string[] {
  return shown === null || 'content' in shown || row === null ? [] : keysOf(shown.answer.comparison, row.edits)
}

/** Says which versions are open once they have been for a moment, so that a drag stays quiet. */
function useAnnounced(timemap: Timemap, shown: Shown | null): void {
  const say = useAnnounce()
  useEffect(() => {
    if (shown === null) return
    const number = (index: number) => timemap.revisions[index]?.label
    const words =
      'content' in shown
        ? t('reader.saysReading', { v: number(shown.ends.newer) })
        : t('reader.saysComparing', {
            older: number(shown.ends.older),
            newer: number(shown.ends.newer),
            n: stopsOf(shown.rows).length
          })
    const timer = setTimeout(() => say(words), 400)
    return () => clearTimeout(timer)
  }, [say, shown, timemap.revisions])
}
