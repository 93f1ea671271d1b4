import { X } from 'lucide-react'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ArticleRow } from '../../contract/lists.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { useTimemap } from '../app/queries.ts'
import { useReading } from '../compare/useReading.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { ArticleTab } from './ArticleTab.tsx'
import { tabs, useInspector, type Tab as Name } from './InspectorContext.tsx'
import { NotesTab } from './NotesTab.tsx'
import { VersionTab } from './VersionTab.tsx'

/** What is known of the open version and its article, and what the reader noted. */
export function Inspector({ row }: { readonly row: ArticleRow }) {
  const { room, tab, setTab, close, takesFocus } = useInspector()
  const timemap = useTimemap(row.id).data
  const inside = useRef<HTMLElement>(null)
  // Tabs are there a moment later than what they stand in.
  const arrived = useCallback(
    (chosen: HTMLElement | null) => {
      if (chosen !== null && takesFocus()) chosen.focus()
    },
    [takesFocus]
  )
  useGivingWay(inside, room === 'over', close)
  useEscape(inside, room !== 'beside', close)
  return (
    <aside className="inspector" aria-label={t('inspector.title')} data-pane="inspector" data-room={room} ref={inside}>
      <Tabs className="inspector-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(key as Name)}>
        <div className="bar inspector-bar">
          <TabList className="inspector-tablist" aria-label={t('inspector.title')}>
            {tabs.map((one) => (
              <Tab
                key={one}
                id={one}
                ref={one === tab ? arrived : undefined}
                className="inspector-tab"
                data-focus={one === tab ? '' : undefined}
              >
                {t(`inspector.${one}`)}
              </Tab>
            ))}
          </TabList>
          {room !== 'beside' && <IconButton icon={X} large label={t('inspector.close')} keys="Esc" onPress={close} />}
        </div>
        {tabs.map((one) => (
          <TabPanel key={one} id={one} className="inspector-panel scroller">
            {timemap !== undefined && timemap.revisions.length > 0 && <Panel {...{ row, timemap }} tab={one} />}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  )
}

/** What has the focus is never hidden: over the reader, the inspector goes where the focus moves to what it covers. */
function useGivingWay(inside: RefObject<HTMLElement | null>, isOver: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOver) return
    const moved = ({ target }: FocusEvent) => {
      const pane = inside.current
      if (pane === null || !(target instanceof HTMLElement) || pane.contains(target)) return
      const [cover, own] = [pane.getBoundingClientRect(), target.getBoundingClientRect()]
      if (target.matches(':focus-visible') && own.left >= cover.left && own.right <= cover.right) close()
    }
    document.addEventListener('focusin', moved)
    return () => document.removeEventListener('focusin', moved)
  }, [inside, isOver, close])
}

/** Esc closes what lies over the reader from inside of a note too; what is open above it takes the key itself. */
function useEscape(inside: RefObject<HTMLElement | null>, isOver: boolean, close: () => void): void {
  useEffect(() => {
    const pane = inside.current
    if (!isOver || pane === null) return
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      close()
    }
    pane.addEventListener('keydown', pressed)
    return () => pane.removeEventListener('keydown', pressed)
  }, [inside, isOver, close])
}

interface PanelProps {
  readonly row: ArticleRow
  readonly timemap: Timemap
  readonly tab: Name
}

function Panel({ row, timemap, tab }: PanelProps) {
  const { ends, setEnds } = useReading(timemap)
  const { revisions } = timemap
  const index = Math.min(ends.newer, revisions.length - 1)
  if (tab === 'version') return <VersionTab {...{ timemap, index }} />
  if (tab === 'article') return <ArticleTab {...{ row, timemap }} />
  const show = (to: number) => setEnds({ older: Math.max(0, to - 1), newer: to })
  return <NotesTab key={row.id} {...{ timemap, index }} onShow={show} />
}
