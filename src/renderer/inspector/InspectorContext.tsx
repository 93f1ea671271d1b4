import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useAction } from '../app/actions.ts'
import { useRoom } from '../app/media.ts'
import { useStored } from '../ui/stored.ts'
import { useBegun, type BegunNotes } from './begun.ts'

export const tabs = ['version', 'article', 'notes'] as const
export type Tab = (typeof tabs)[number]

/** Beside the reader; over its end side; or in its place, where there is no room for both. */
type Room = 'beside' | 'over' | 'full'

interface Inspecting {
  readonly room: Room
  readonly isOpen: boolean
  readonly tab: Tab
  readonly setTab: (tab: Tab) => void
  readonly toggle: () => void
  readonly close: () => void
  /** Opens the notes with a new one. */
  readonly beginNote: BegunNotes['begin']
  readonly begun: BegunNotes
  /** Whether the focus is to go into it, once: where it was opened by the reader, and not with the window. */
  readonly takesFocus: () => boolean
}

const Context = createContext<Inspecting | null>(null)
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isTab = (value: unknown): value is Tab => tabs.some((tab) => tab === value)

export function useInspector(): Inspecting {
  const held = use(Context)
  if (held === null) throw new Error('useInspector outside InspectorProvider')
  return held
}

/** Whether the inspector is open, and what it shows. Where it stands beside the reader, the window remembers that. */
export function InspectorProvider({ children }: { readonly children: ReactNode }) {
  const { room, isOpen, setOpen } = useOpen()
  const [tab, setTab] = useStored<Tab>('inspectorTab', 'version', isTab)
  const begun = useBegun()
  const returning = useReturning(isOpen)
  const close = () => {
    returning.leave()
    setOpen(false)
  }
  const open = () => {
    returning.arrive()
    setOpen(true)
  }
  const toggle = isOpen ? close : open
  useAction('inspector', toggle)
  useAction('leave', close, { enabled: isOpen && room !== 'beside' })
  const beginNote: BegunNotes['begin'] = (wanted) => {
    if (!isOpen) open()
    setTab('notes')
    begun.begin(wanted)
  }
  const held = useLatest({
    room,
    isOpen,
    tab,
    setTab,
    toggle,
    close,
    beginNote,
    begun,
    takesFocus: returning.takesFocus
  })
  return <Context value={held}>{children}</Context>
}

/** The same object for as long as what it says is the same; what it does is always what was meant last. */
function useLatest(inspecting: Inspecting): Inspecting {
  const current = useRef(inspecting)
  useEffect(() => {
    current.current = inspecting
  })
  const { room, isOpen, tab, begun } = inspecting
  return useMemo(
    () => ({
      room,
      isOpen,
      tab,
      begun,
      takesFocus: () => current.current.takesFocus(),
      setTab: (next) => current.current.setTab(next),
      toggle: () => current.current.toggle(),
      close: () => current.current.close(),
      beginNote: (wanted) => current.current.beginNote(wanted)
    }),
    [room, isOpen, tab, begun]
  )
}

/** Over the reader it is open for a moment only: it never covers a text that nobody has asked about. */
function useOpen() {
  const { panes, four } = useRoom()
  const room: Room = four ? 'beside' : panes === 3 ? 'over' : 'full'
  const [wanted, setWanted] = useStored('inspector', false, isBoolean)
  const [over, setOver] = useState<Room | null>(null)
  const isOpen = room === 'beside' ? wanted : over === room
  const setOpen = (open: boolean) => (room === 'beside' ? setWanted(open) : setOver(open ? room : null))
  return { room, isOpen, setOpen }
}

/** The focus goes into what was opened, and back to where it was before where it is in what is closed. */
function useReturning(isOpen: boolean) {
  const before = useRef<Element | null>(null)
  const goesIn = useRef(false)
  const goesBack = useRef(false)
  useEffect(() => {
    if (isOpen || !goesBack.current) return
    goesBack.current = false
    if (before.current instanceof HTMLElement) before.current.focus()
  }, [isOpen])
  return {
    arrive: () => {
      before.current = document.activeElement
      goesIn.current = true
    },
    takesFocus: () => {
      const takes = goesIn.current
      goesIn.current = false
      return takes
    },
    leave: () => {
      goesBack.current = document.querySelector('.inspector')?.contains(document.activeElement) === true
    }
  }
}
