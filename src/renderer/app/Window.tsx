import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { TextError } from '../compare/TextError.tsx'
import { useAfter } from '../compare/LoadingText.tsx'
import { DropOverlay } from '../dialogs/DropOverlay.tsx'
import { Panes } from './Panes.tsx'
import { keys, useArticles } from './queries.ts'
import { useDialogs } from './useDialogs.ts'

const AddDialog = lazy(async () => ({ default: (await import('../dialogs/AddDialog.tsx')).AddDialog }))
const AboutDialog = lazy(async () => ({ default: (await import('../dialogs/AboutDialog.tsx')).AboutDialog }))
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../dialogs/ShortcutsDialog.tsx')).ShortcutsDialog
}))

/** The whole window once the library can be asked. */
export function Window() {
  const articles = useArticles()
  const { open, setOpen, close } = useDialogs()
  const [draft, setDraft] = useState('')
  useLibraryNews()
  return (
    <>
      {articles.data !== undefined ? (
        <Panes rows={articles.data} onAdd={() => setOpen('add')} />
      ) : articles.error !== null ? (
        <main className="full">
          <TextError error={articles.error} onRetry={() => void articles.refetch()} inline={false} />
        </main>
      ) : (
        <Opening />
      )}
      <Suspense>
        {open === 'add' && <AddDialog draft={draft} onDraft={setDraft} onClose={close} />}
        {open === 'about' && <AboutDialog onClose={close} />}
        {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      </Suspense>
      <DropOverlay />
    </>
  )
}

function Opening() {
  const said = useAfter(600)
  return <main className="full">{said && <p className="loading-words">Opening the library</p>}</main>
}

/** What the library says has changed is asked for again. */
function useLibraryNews(): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      window.palimpsest.onLibrary('changed', ({ articles }) => {
        void queries.invalidateQueries({ queryKey: keys.articles })
        for (const article of articles) void queries.invalidateQueries({ queryKey: keys.timemap(article) })
      }),
    [queries]
  )
}
