import { FilePlus, Link } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../catalogue/words.ts'
import { useImports } from '../app/ImportContext.tsx'
import { addressesIn } from '../tracking/addresses.ts'

/** What is held over the window. How many links there are is known only once they are let go. */
type Held = { readonly kind: 'files'; readonly count: number } | { readonly kind: 'links' } | null

/** Files or links held over the window: what letting go will do. */
export function DropOverlay({ onLinks }: { readonly onLinks: (addresses: readonly string[]) => void }) {
  const held = useDrops(useImports().addPaths, onLinks)
  if (held === null) return null
  const Icon = held.kind === 'files' ? FilePlus : Link
  return (
    <output className="drop-overlay">
      <span className="drop-frame" />
      <span className="drop-words">
        <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
        {held.kind === 'files' ? t('drop.files', { n: held.count }) : t('drop.links')}
      </span>
    </output>
  )
}

function heldIn({ dataTransfer }: DragEvent): Held {
  const files = [...(dataTransfer?.items ?? [])].filter((item) => item.kind === 'file').length
  if (files > 0) return { kind: 'files', count: files }
  return dataTransfer?.types.includes('text/uri-list') === true ? { kind: 'links' } : null
}

/** The addresses that were dropped: a link, or text that holds nothing but addresses. */
function droppedLinks({ dataTransfer }: DragEvent): readonly string[] | null {
  const list = addressesIn(dataTransfer?.getData('text/uri-list') ?? '')
  return list ?? addressesIn(dataTransfer?.getData('text/plain') ?? '')
}

/** A field takes what is dropped on it as text; a link of our own window that is dragged is none to be added. */
const isField = ({ target }: DragEvent): boolean =>
  target instanceof Element && target.closest('input, textarea') !== null

function useDrops(
  addPaths: (paths: readonly string[]) => Promise<void>,
  onLinks: (addresses: readonly string[]) => void
): Held {
  const [held, setHeld] = useState<Held>(null)
  const depth = useRef(0)
  const take = useRef({ addPaths, onLinks })
  useEffect(() => {
    take.current = { addPaths, onLinks }
  })
  useEffect(() => {
    let isOwn = false
    const started = () => (isOwn = true)
    const ended = () => (isOwn = false)
    const entered = (event: DragEvent) => {
      depth.current += 1
      if (!isOwn) setHeld(heldIn(event))
    }
    const left = () => {
      depth.current -= 1
      if (depth.current <= 0) setHeld(null)
    }
    const over = (event: DragEvent) => {
      if (!isField(event)) event.preventDefault()
    }
    const dropped = (event: DragEvent) => {
      depth.current = 0
      setHeld(null)
      const paths = window.palimpsest.pathsOf([...(event.dataTransfer?.files ?? [])])
      if (isField(event) && paths.length === 0) return
      event.preventDefault()
      if (paths.length > 0) return void take.current.addPaths(paths)
      const links = isOwn ? null : droppedLinks(event)
      if (links !== null) take.current.onLinks(links)
    }
    const listeners = {
      dragstart: started,
      dragend: ended,
      dragenter: entered,
      dragleave: left,
      dragover: over,
      drop: dropped
    }
    const all = Object.entries(listeners) as [keyof WindowEventMap, EventListener][]
    for (const [name, listener] of all) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of all) window.removeEventListener(name, listener)
    }
  }, [])
  return held
}
