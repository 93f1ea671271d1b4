// A text that scrolls takes the focus, so that keys can scroll it.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */
import { useLayoutEffect, useMemo, useRef } from 'react'
import { t } from '../../catalogue/words.ts'
import { parseQuery } from '../../domain/search/query.ts'
import type { Content } from '../../domain/revision.ts'
import { BlockText } from '../compare/BlockText.tsx'
import { Kicker } from '../compare/Kicker.tsx'
import { keyed } from '../ui/keyed.ts'
import { GoneBar } from './GoneBar.tsx'
import { MarkedText } from './Marked.tsx'
import type { Found } from './searching.ts'

interface Props {
  readonly found: Found
  readonly content: Content
  /** Whether this is the version that the hit is in. */
  readonly isShown: boolean
}

/** A version with what was found marked in it; scrolled to the hit where that lies too far down to be seen. */
export function FoundText({ found, content, isShown }: Props) {
  const box = useRef<HTMLElement>(null)
  const { article, block } = found.hit
  const terms = useMemo(() => parseQuery(found.text).terms, [found.text])
  useLayoutEffect(() => {
    const scroller = box.current
    const row = scroller?.querySelector(`[data-block="${block}"]`)
    if (scroller === null || row === null || row === undefined || !isShown) return
    scroller.scrollTop = 0
    const [place, pane] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()]
    if (place.bottom > pane.bottom) scroller.scrollTop = place.top - pane.top - pane.height * 0.3
  }, [block, isShown])
  return (
    <div className="text-pane">
      <section ref={box} className="text scroller" aria-label={t('search.reader.text')} tabIndex={0} data-focus>
        <article className="text-grid text-found" lang={article.lang ?? undefined} dir={article.dir}>
          {isShown && <GoneBar hit={found.hit} />}
          <Kicker article={article} />
          {keyed(content.blocks, ({ text }) => text).map(({ key, item }, at) => (
            <div key={key} className="row" data-block={at}>
              <div className="row-text">
                <BlockText block={item}>
                  <MarkedText text={item.text} terms={terms} />
                </BlockText>
              </div>
            </div>
          ))}
        </article>
      </section>
    </div>
  )
}
