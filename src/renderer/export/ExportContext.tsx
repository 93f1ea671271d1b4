import { createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react'
import { usualChoice, type ListKey } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { useAction } from '../app/actions.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import type { Exported } from './ExportDialog.tsx'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))

interface Exports {
  readonly exportArticles: (articles: readonly number[]) => void
  /** A folder or a source, under its name. */
  readonly exportList: (list: ListKey, name: string) => void
}

const Context = createContext<Exports>({ exportArticles: () => undefined, exportList: () => undefined })

/** Exporting of more than the article that is open. */
export const useExports = (): Exports => use(Context)

/** Holds the dialog in which articles are exported, and offers to export the whole library. */
export function ExportProvider({ children }: { readonly children: ReactNode }) {
  const [exported, setExported] = useState<Exported | null>(null)
  const { act } = useActs()
  const library = t('export.libraryName')
  useAction('export-library', () =>
    setExported({ articles: null, name: library, title: t('export.titleLibrary'), pair: null })
  )
  const exports = useMemo((): Exports => {
    const many = (articles: readonly number[]) => t('export.titleMany', { n: articles.length })
    return {
      exportArticles: (articles) =>
        setExported({ articles, name: t('export.articlesName'), title: many(articles), pair: null }),
      exportList: (list, name) =>
        act(async () => {
          const choice = { ...usualChoice(list), filter: { ...usualChoice(list).filter, hideMinor: false } }
          const { ids } = await valueOf(window.palimpsest.library.openList({ list, limit: 1, choice }))
          const title = t('export.titleList', { name, n: ids.length })
          if (ids.length > 0) setExported({ articles: [...ids], name, title, pair: null })
        })
    }
  }, [act])
  return (
    <Context value={exports}>
      {children}
      {exported !== null && (
        <Suspense>
          <ExportDialog {...exported} onClose={() => setExported(null)} />
        </Suspense>
      )}
    </Context>
  )
}
