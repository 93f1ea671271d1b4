import { t } from '../../catalogue/words.ts'
import {
  memo,
  useCallback,
  useState,
  type ClipboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject
} from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { PointingProvider } from '../noise/PointingContext.tsx'
import { useFound, useIsFound } from '../search/useFound.ts'
import { copyPlain } from './copy.ts'
import { BlameText } from './blame/BlameText.tsx'
import { ChangesText } from './changes/ChangesText.tsx'
import { InlineText, type Folds } from './InlineText.tsx'
import { useKeptPlace } from './keepPlace.ts'
import { nowhere, usePlaces } from './places.ts'
import { ReadText } from './ReadText.tsx'
import { Ribbon } from './Ribbon.tsx'
import { noteOf } from './notes.ts'
import { editsOf, type Row } from './rows.ts'
import type { Side } from './Runs.tsx'
import { useSpokenMarks } from '../app/useSpokenMarks.ts'
import { SpokenMarks } from './spokenMarks.ts'
import type { Filter, Item } from './changes/items.ts'
import { useReadingPreferences } from '../ui/reading.ts'
import { SideText } from './side/SideText.tsx'
import type { Shown } from './useShown.ts'

interface Props {
  readonly box: RefObject<HTMLDivElement | null>
  readonly timemap: Timemap
  readonly shown: Shown
  readonly folds: Folds & { readonly drawn: string }
  /** What next and previous change stop at. */
  readonly stops: readonly Row[]
  readonly onJump: (key: string) => void
  readonly changes: {
    readonly items: readonly Item[]
    readonly filter: Filter
    readonly onFilter: (filter: Filter) => void
    readonly onOpen: (key: string) => void
  }
  /** The bar that finds words in the text, over its top. */
  readonly find: ReactNode
}

/** The scrolling text with its ribbon. What a search leads to leaves the reader's own place in the article as it is. */
export function TextPane({ box, timemap, shown, folds, stops, onJump, changes, find }: Props) {
  const { article } = timemap
  const own = usePlaces(article.id)
  const places = useIsFound(article.id) ? nowhere : own
  const { rows, view, ends } = shown
  const [preferences] = useReadingPreferences()
  const liked = Object.values(preferences).join(' ')
  const drawn = `${view} ${'answer' in shown ? ends.older : ''} ${ends.newer} ${folds.drawn} ${changes.filter} ${liked}`
  const [column, setColumn] = useState<Side>('newer')
  useKeptPlace(box, rows, drawn, places)
  useFound(box, rows, { drawn, article: article.id })
  const copied = useCallback(
    (event: ClipboardEvent) => copyPlain(event.nativeEvent, rows, view === 'side' ? column : null),
    [rows, view, column]
  )
  const pressed = (event: PointerEvent) => {
    const side = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-side]')?.dataset.side : null
    setColumn(side === 'older' ? 'older' : 'newer')
  }
  return (
    <div className="text-pane">
      <div
        ref={box}
        id="reader-text"
        className="text scroller"
        role="tabpanel"
        aria-label={t('answer' in shown ? 'reader.compared' : 'reader.text')}
        tabIndex={0}
        data-focus
        onCopy={copied}
        onPointerDown={pressed}
      >
        <article
          className={`text-grid text-${view}`}
          lang={article.lang ?? undefined}
          dir={article.dir}
          data-strike={preferences.strikeParagraphs}
          data-selecting={view === 'side' ? column : undefined}
        >
          <SpokenMarks value={useSpokenMarks()}>
            <ShownText {...{ timemap, shown, folds, onJump, changes }} />
          </SpokenMarks>
        </article>
      </div>
      {find}
      <Ribbon box={box} stops={stops} drawn={drawn} nameOf={(row) => nameOf(row, shown)} />
    </div>
  )
}

type ShownProps = Omit<Props, 'box' | 'stops' | 'find'>

/**
 * The text as the chosen view draws it. Drawn anew only when it is another text or other parts of it are open: while the
 * next one is waited for, a handle is held or the text is scrolled, it is left alone. What its buttons do hangs on the same.
 */
const ShownText = memo(function ShownText({ timemap, shown, folds, onJump, changes }: ShownProps) {
  const { rows, ends } = shown
  if ('answer' in shown) {
    const props = { timemap, rows, folds, onJump, answer: shown.answer, ...ends }
    return (
      <PointingProvider article={timemap.article.id} answer={shown.answer}>
        {shown.view === 'side' && <SideText {...props} />}
        {shown.view === 'changes' && <ChangesText {...props} {...changes} />}
        {shown.view === 'inline' && <InlineText {...props} />}
      </PointingProvider>
    )
  }
  const props = { timemap, rows, index: ends.newer, content: shown.content }
  return shown.view === 'blame' ? <BlameText {...props} folds={folds} /> : <ReadText {...props} />
}, isSameText)

function isSameText(before: ShownProps, now: ShownProps): boolean {
  const isSame = before.timemap === now.timemap && before.shown === now.shown && before.folds.drawn === now.folds.drawn
  return isSame && before.changes.items === now.changes.items && before.changes.filter === now.changes.filter
}

/** What the ribbon says of a row. */
function nameOf(row: Row, shown: Shown): string {
  if (!('answer' in shown)) return ''
  return noteOf(row, editsOf(row, shown.answer.comparison), '')?.title ?? ''
}
