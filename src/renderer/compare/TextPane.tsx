import { t } from '../../catalogue/words.ts'
import { useCallback, type ClipboardEvent, type ReactNode, type RefObject } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { useFound, useIsFound } from '../search/useFound.ts'
import { copyPlain } from './copy.ts'
import { BlameText } from './blame/BlameText.tsx'
import { ChangesText } from './changes/ChangesText.tsx'
import { InlineText, type Folds } from './InlineText.tsx'
import { useKeptPlace } from './keepPlace.ts'
import { nowhere, usePlaces } from './places.ts'
import { ReadText } from './ReadText.tsx'
import { Ribbon } from './Ribbon.tsx'
import { stopsOf } from './rows.ts'
import { SideText } from './side/SideText.tsx'
import type { Shown } from './useShown.ts'

interface Props {
  readonly box: RefObject<HTMLDivElement | null>
  readonly timemap: Timemap
  readonly shown: Shown
  readonly folds: Folds & { readonly drawn: string }
  readonly onJump: (key: string) => void
  /** The bar that finds words in the text, over its top. */
  readonly find: ReactNode
}

/** The scrolling text with its ribbon. What a search leads to leaves the reader's own place in the article as it is. */
export function TextPane({ box, timemap, shown, folds, onJump, find }: Props) {
  const { article } = timemap
  const own = usePlaces(article.id)
  const places = useIsFound(article.id) ? nowhere : own
  const { rows, view, ends } = shown
  const drawn = `${view} ${'answer' in shown ? ends.older : ''} ${ends.newer} ${folds.drawn}`
  useKeptPlace(box, rows, drawn, places)
  useFound(box, rows, { drawn, article: article.id })
  const copied = useCallback((event: ClipboardEvent) => copyPlain(event.nativeEvent, rows), [rows])
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
      >
        <article className={`text-grid text-${view}`} lang={article.lang ?? undefined} dir={article.dir}>
          <ShownText {...{ timemap, shown, folds, onJump }} />
        </article>
      </div>
      {find}
      <Ribbon box={box} stops={stopsOf(rows)} drawn={drawn} />
    </div>
  )
}

/** The text as the chosen view draws it. */
function ShownText({ timemap, shown, folds, onJump }: Omit<Props, 'box' | 'find'>) {
  const { rows, ends } = shown
  if ('answer' in shown) {
    const props = { timemap, rows, folds, onJump, answer: shown.answer, ...ends }
    if (shown.view === 'side') return <SideText {...props} />
    if (shown.view === 'changes') return <ChangesText {...props} />
    return <InlineText {...props} />
  }
  const props = { timemap, rows, index: ends.newer, content: shown.content }
  return shown.view === 'blame' ? <BlameText {...props} folds={folds} /> : <ReadText {...props} />
}
