import { useState, type DragEvent } from 'react'
import { draggedIn, holdsOurs, type Dragged } from './dragging.ts'

/** What makes an element a place to let go of articles and sources; `data-drop` while something is held over it. */
export function useDrop(onDrop: (dragged: Dragged) => void) {
  const [over, setOver] = useState(false)
  return {
    ...(over ? { 'data-drop': '' } : {}),
    onDragOver: (event: DragEvent) => {
      if (!holdsOurs(event.dataTransfer)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget
      if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      setOver(false)
      const dragged = draggedIn(event.dataTransfer)
      if (dragged === null) return
      event.preventDefault()
      event.stopPropagation()
      onDrop(dragged)
    }
  }
}
