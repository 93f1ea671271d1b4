import { t } from '../../catalogue/words.ts'
import { useCallback, type ClipboardEvent, type RefObject } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { PointingProvider } from '../noise/PointingContext.tsx'
import { useFound, useIsFound } from '../search/useFound.ts'
import { plainText } from './copy.ts'
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
}

/** The scrolling text with its ribbon. What a search leads to leaves the reader's own place in the article as it is. */
export function TextPane({ box, timemap, shown, folds, onJump }: Props) {
  const { article } = timemap
  const own = usePlaces(article.id)
  const places = useIsFound(article.id) ? nowhere : own
  const { rows, view, ends } = shown
  const drawn = `${view} ${'answer' in shown ? ends.older : ''} ${ends.newer} ${folds.drawn}`
  useKeptPlace(box, rows, drawn, places)
  useFound(box, rows, { drawn, article: article.id })
  const copied = useCallback(
    (event: ClipboardEvent) => {
      const selection = getSelection()
      if (selection === null || selection.isCollapsed) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', plainText(selection.getRangeAt(0), rows))
    },
    [rows]
  )
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
      <Ribbon box={box} stops={stopsOf(rows)} drawn={drawn} />
    </div>
  )
}

/** The text as the chosen view draws it. */
function ShownText({ timemap, shown, folds, onJump }: Omit<Props, 'box'>) {
  const { rows, ends } = shown
  if ('answer' in shown) {
    const props = { timemap, rows, folds, onJump, answer: shown.answer, ...ends }
    return (
      <PointingProvider article={timemap.article.id} answer={shown.answer}>
        {shown.view === 'side' && <SideText {...props} />}
        {shown.view === 'changes' && <ChangesText {...props} />}
        {shown.view === 'inline' && <InlineText {...props} />}
      </PointingProvider>
    )
  }
  const props = { timemap, rows, index: ends.newer, content: shown.content }
  return shown.view === 'blame' ? <BlameText {...props} /> : <ReadText {...props} />
}
