import { useEffect, useState } from 'react'
import type { Article } from '../../domain/timemap.ts'
import { isSingle } from '../app/place.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { Kicker } from './Kicker.tsx'

const lines = [96, 100, 90, 98, 62, 99, 94, 97, 40]

/**
 * What is known, still bars after 150 ms, words after 600 ms. Most texts arrive before 80 ms have passed: until then
 * nothing shows, so that a headline does not appear in one place and then move to another.
 */
export function LoadingText({ article, words }: { readonly article: Article; readonly words: string }) {
  const { place } = usePlace()
  const known = useAfter(80)
  const bars = useAfter(150)
  const said = useAfter(600)
  if (!known) return <div className="text-pane" aria-busy="true" />
  return (
    <div className="text-pane">
      <div className="text scroller">
        <div className="text-grid text-read" lang={article.lang ?? undefined} dir={article.dir} aria-busy="true">
          {!isSingle(place.view) && (
            <div className="summary">
              <p>{'\u00a0'}</p>
            </div>
          )}
          <Kicker article={article} />
          <div className="row">
            <div className="row-text">
              <h1 className="block block-headline">{article.headline}</h1>
              {bars && (
                <div className="bars" aria-hidden="true">
                  {lines.map((width) => (
                    <span key={width} style={{ inlineSize: `${width}%` }} />
                  ))}
                </div>
              )}
              {said && <p className="loading-words">{words}</p>}
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}

export function useAfter(ms: number): boolean {
  const [after, setAfter] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return after
}
