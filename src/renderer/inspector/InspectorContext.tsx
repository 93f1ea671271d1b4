import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { NoteAbout } from '../../contract/notes.ts'
import { useKeys } from '../app/keys.ts'
import { useRoom } from '../app/media.ts'
import { useMenu } from '../app/useMenu.ts'
import { useStored } from '../ui/stored.ts'

export const tabs = ['version', 'article', 'notes'] as const
export type Tab = (typeof tabs)[number]

/** Beside the reader; over its end side; or in its place, where there is no room for both. */
export type Room = 'beside' | 'over' | 'full'

/** A note that is to be begun. */
export interface Wanted {
  readonly article: number
  readonly about: NoteAbout
  /** What it is on, in words, where the library cannot say that yet. */
  readonly more: string
}

interface Inspecting {
  readonly room: Room
  readonly isOpen: boolean
  readonly tab: Tab
  readonly setTab: (tab: Tab) => void
  readonly toggle: () => void
  readonly close: () => void
  /** Opens the notes with a new one. */
  readonly beginNote: (wanted: Wanted) => void
  readonly wanted: Wanted | null
  readonly begun: () => void
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
  const [wanted, setWanted] = useState<Wanted | null>(null)
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
  useKeys({ 'Ctrl+i': toggle, ...(isOpen && room !== 'beside' ? { Escape: close } : {}) })
  useMenu({ inspector: toggle })
  const begun = useCallback(() => setWanted(null), [])
  const beginNote = (next: Wanted) => {
    if (!isOpen) open()
    setTab('notes')
    setWanted(next)
  }
  const held = useLatest({ room, isOpen, tab, setTab, toggle, close, beginNote, wanted, begun })
  return <Context value={held}>{children}</Context>
}

/** The same object for as long as what it says is the same; what it does is always what was meant last. */
function useLatest(inspecting: Inspecting): Inspecting {
  const current = useRef(inspecting)
  useEffect(() => {
    current.current = inspecting
  })
  const { room, isOpen, tab, wanted, begun } = inspecting
  return useMemo(
    () => ({
      room,
      isOpen,
      tab,
      wanted,
      begun,
      setTab: (next) => current.current.setTab(next),
      toggle: () => current.current.toggle(),
      close: () => current.current.close(),
      beginNote: (next) => current.current.beginNote(next)
    }),
    [room, isOpen, tab, wanted, begun]
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

/** The focus goes into what was opened, and back to where it came from. */
function useReturning(isOpen: boolean) {
  const before = useRef<Element | null>(null)
  const next = useRef<'in' | 'back' | null>(null)
  useEffect(() => {
    if (next.current === 'back' && before.current instanceof HTMLElement) before.current.focus()
    next.current = null
  }, [isOpen])
  return {
    arrive: () => {
      before.current = document.activeElement
      next.current = 'in'
    },
    leave: () => {
      const inside = document.querySelector('.inspector')?.contains(document.activeElement) === true
      next.current = inside ? 'back' : null
    }
  }
}
