import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { emptyDraft, withAddresses } from '../add/draft.ts'
import { TextError } from '../compare/TextError.tsx'
import { DropOverlay } from '../dialogs/DropOverlay.tsx'
import { ExportProvider } from '../export/ExportContext.tsx'
import { FilingProvider } from '../list/FilingContext.tsx'
import { SelectionProvider } from '../list/SelectionContext.tsx'
import { InspectorProvider } from '../inspector/InspectorContext.tsx'
import { askList } from '../list/useOpenedList.ts'
import { NoiseProvider } from '../noise/NoiseContext.tsx'
import { PaletteProvider } from '../palette/PaletteContext.tsx'
import { SearchProvider } from '../search/SearchContext.tsx'
import { TourProvider } from '../tour/TourContext.tsx'
import { TrackingProvider } from '../tracking/TrackingContext.tsx'
import { ContextMenus } from './ContextMenus.tsx'
import { Opening } from './Opening.tsx'
import { Panes } from './Panes.tsx'
import { useWhere } from './PlaceContext.tsx'
import { askArticle, useCounts } from './queries.ts'
import { useDialogs } from './useDialogs.ts'
import { useOpenLink } from './useOpenLink.ts'
import { useOpenPair } from './useOpenPair.ts'
import { useNewer } from './useNewer.ts'
import { useLibraryNews } from './useLibraryNews.ts'
import { Verifying } from '../verify/Verifying.tsx'

const AddDialog = lazy(async () => ({ default: (await import('../add/AddDialog.tsx')).AddDialog }))
const AboutDialog = lazy(async () => ({ default: (await import('../dialogs/AboutDialog.tsx')).AboutDialog }))
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../dialogs/ShortcutsDialog.tsx')).ShortcutsDialog
}))

const StorageDialog = lazy(async () => ({ default: (await import('../storage/StorageDialog.tsx')).StorageDialog }))

/** The whole window once the library can be asked. */
export function Window() {
  const counts = useCounts()
  const { open, setOpen, close } = useDialogs()
  const [draft, setDraft] = useState(emptyDraft)
  const addLinks = useCallback(
    (addresses: readonly string[]) => {
      setDraft((last) => withAddresses(last, addresses))
      setOpen('add')
    },
    [setOpen]
  )
  useLibraryNews()
  useOpenPair()
  useNewer(useCallback(() => setOpen('updates'), [setOpen]))
  useOpenLink(useCallback((address) => addLinks([address]), [addLinks]))
  useHeadStart()
  return (
    <>
      <Verifying />
      {counts.data !== undefined ? (
        <TrackingProvider>
          <SearchProvider>
            <SelectionProvider>
              <ExportProvider>
                <ContextMenus />
                <FilingProvider counts={counts.data}>
                  <NoiseProvider>
                    <PaletteProvider counts={counts.data}>
                      <TourProvider onAdd={() => setOpen('add')}>
                        <InspectorProvider>
                          <Panes counts={counts.data} onAdd={() => setOpen('add')} />
                        </InspectorProvider>
                      </TourProvider>
                    </PaletteProvider>
                  </NoiseProvider>
                </FilingProvider>
              </ExportProvider>
            </SelectionProvider>
          </SearchProvider>
        </TrackingProvider>
      ) : counts.error !== null ? (
        <main className="full">
          <TextError error={counts.error} onRetry={() => void counts.refetch()} inline={false} />
        </main>
      ) : (
        <Opening />
      )}
      <Suspense>
        {open === 'add' && (
          <AddDialog sources={counts.data?.sources ?? []} draft={draft} onDraft={setDraft} onClose={close} />
        )}
        {open === 'about' && <AboutDialog onClose={close} />}
        {open === 'updates' && <AboutDialog asks onClose={close} />}
        {open === 'storage' && <StorageDialog onClose={close} />}
        {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      </Suspense>
      <DropOverlay onLinks={addLinks} />
    </>
  )
}

/** What the panes will ask for first is asked for while they wait to be drawn. */
function useHeadStart(): void {
  const queries = useQueryClient()
  const [{ list, sorting, article }] = useState(useWhere().place)
  useEffect(() => {
    void queries.prefetchQuery(askList({ list, sorting }))
    if (article !== null) void queries.prefetchQuery(askArticle(article))
  }, [queries, list, sorting, article])
}
