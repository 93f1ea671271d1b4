import { use, useEffect } from 'react'
import { isActionId } from '../../contract/actions.ts'
import type { ContextItem } from '../../contract/shell.ts'
import { useExports } from '../export/ExportContext.tsx'
import { useSelection } from '../list/SelectionContext.tsx'
import { useSearch } from '../search/SearchContext.tsx'
import { OffersContext } from './actions.ts'
import { useActs } from './ActsContext.tsx'
import { valueOf } from './ask.ts'
import { menuOf, type OpenedOn } from './contextItems.ts'
import { useDragOut } from './useDragOut.ts'
import { useWhere } from './PlaceContext.tsx'

/** The menus that a press with the other button, or the menu key, opens: on an article, a version, a link, a text. */
export function ContextMenus() {
  const offers = use(OffersContext)
  const { tellFailure } = useActs()
  const { place } = useWhere()
  const { take } = useSearch()
  const { exportArticles } = useExports()
  const chosen = useSelection().selection.articles
  useDragOut()
  useEffect(() => {
    const acts = (on: OpenedOn): Readonly<Partial<Record<ContextItem, () => void>>> => ({
      'open-article': () => on.element.click(),
      'export-articles': () => {
        const article = Number(on.element.dataset['article'])
        exportArticles(chosen.has(article) ? [...chosen] : [article])
      },
      'choose-version': () => press(on.element, 'click'),
      'compare-before': () => press(on.element, 'dblclick'),
      copy: () => void document.execCommand('copy'),
      'search-text': () => {
        take({ type: 'open' })
        take({ type: 'text', text: `"${on.about.replaceAll('"', ' ')}"` })
      },
      'open-link': () => void valueOf(window.palimpsest.shell.openExternal({ url: on.about })).catch(tellFailure),
      'copy-link': () => void navigator.clipboard.writeText(on.about)
    })
    const choose = async (on: OpenedOn, { clientX: x, clientY: y }: MouseEvent) => {
      if (on.items.length === 0) return
      const asked = { items: [...on.items], about: on.shown, x, y }
      const chosen = await valueOf(window.palimpsest.shell.contextMenu(asked))
      if (chosen !== null && isActionId(chosen)) offers.run(chosen)
      else if (chosen !== null) acts(on)[chosen]?.()
    }
    const opened = (event: MouseEvent) => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return
      const on = menuOf(event.target, { open: place.article, offered: offers.ids() })
      if (on === null) return
      event.preventDefault()
      if (on.kind === 'own') return on.element.click()
      if (on.kind === 'article') on.element.focus()
      void choose(on, event).catch(tellFailure)
    }
    window.addEventListener('contextmenu', opened)
    return () => window.removeEventListener('contextmenu', opened)
  }, [offers, place.article, take, tellFailure, exportArticles, chosen])
  return null
}

function press(element: Element, type: 'click' | 'dblclick'): void {
  element.dispatchEvent(new MouseEvent(type, { bubbles: true }))
}
