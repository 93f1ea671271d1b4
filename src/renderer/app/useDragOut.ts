import { useEffect } from 'react'
import { useActs } from './ActsContext.tsx'
import { articleFile } from './articleFile.ts'
import { valueOf } from './ask.ts'

/** With Alt held, an article is dragged out of the list as a file; without, it is filed inside the window. */
export function useDragOut(): void {
  const { tellFailure } = useActs()
  useEffect(() => {
    const dragged = (event: DragEvent) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-article]') : null
      if (!event.altKey || row === null) return
      event.preventDefault()
      event.stopPropagation()
      void dragOut(Number(row.dataset['article'])).catch(tellFailure)
    }
    window.addEventListener('dragstart', dragged, { capture: true })
    return () => window.removeEventListener('dragstart', dragged, { capture: true })
  }, [tellFailure])
}

async function dragOut(article: number): Promise<void> {
  const { library, shell } = window.palimpsest
  const timemap = await valueOf(library.timemap({ article }))
  const revision = timemap.revisions.at(-1)
  if (revision === undefined) return
  const content = await valueOf(library.content({ revision: revision.id }))
  await valueOf(shell.dragOut(articleFile({ article: timemap.article, revision, content })))
}
