import { FilePlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useImports } from '../app/ImportContext.tsx'
import { count } from '../ui/words.ts'

/** Files held over the window: what letting go will do. */
export function DropOverlay() {
  const files = useDrops(useImports().addPaths)
  if (files === 0) return null
  return (
    <output className="drop-overlay">
      <span className="drop-frame" />
      <span className="drop-words">
        <FilePlus className="icon" strokeWidth={1.75} aria-hidden="true" />
        Add {count(files, 'file')} to the library
      </span>
    </output>
  )
}

function useDrops(addPaths: (paths: readonly string[]) => Promise<void>): number {
  const [files, setFiles] = useState(0)
  const depth = useRef(0)
  useEffect(() => {
    const filesIn = (event: DragEvent) =>
      [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file').length
    const entered = (event: DragEvent) => {
      depth.current += 1
      if (filesIn(event) > 0) setFiles(filesIn(event))
    }
    const left = () => {
      depth.current -= 1
      if (depth.current <= 0) setFiles(0)
    }
    const over = (event: DragEvent) => event.preventDefault()
    const dropped = (event: DragEvent) => {
      event.preventDefault()
      depth.current = 0
      setFiles(0)
      void addPaths(window.palimpsest.pathsOf([...(event.dataTransfer?.files ?? [])]))
    }
    window.addEventListener('dragenter', entered)
    window.addEventListener('dragleave', left)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', dropped)
    return () => {
      window.removeEventListener('dragenter', entered)
      window.removeEventListener('dragleave', left)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', dropped)
    }
  }, [addPaths])
  return files
}
