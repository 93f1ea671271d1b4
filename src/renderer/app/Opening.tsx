import type { CSSProperties } from 'react'
import { t } from '../../catalogue/words.ts'
import { useAfter } from '../compare/LoadingText.tsx'
import { useRoom } from './media.ts'
import { useSidebar, useSideWidth } from './usePanes.ts'

/** The window's frame while the library is being opened; what comes into it then moves nothing. Words after 600 ms. */
export function Opening() {
  const { beside } = useSidebar(useRoom().panes)
  const [width] = useSideWidth()
  const said = useAfter(600)
  return (
    <div
      className="window"
      style={{ '--w-side': `${width}px` } as CSSProperties}
      data-side={beside}
      data-empty="true"
      aria-busy="true"
    >
      {beside && (
        <div className="side">
          <div className="bar side-bar">
            <span className="side-name">{t('app.name')}</span>
          </div>
        </div>
      )}
      <main className="full">{said && <p className="loading-words">{t('app.opening')}</p>}</main>
    </div>
  )
}
