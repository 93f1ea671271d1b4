import { createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react'
import type { Counts, SourceCount } from '../../contract/lists.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'

const MoveDialog = lazy(async () => ({ default: (await import('./MoveDialog.tsx')).MoveDialog }))

interface FilingActs {
  /** Asks for the folder that the sources of some articles shall lie in. */
  readonly moveArticles: (articles: readonly number[]) => void
  readonly moveSources: (sources: readonly number[]) => void
  /** The sources of some articles, each once. */
  readonly sourcesOf: (articles: readonly number[]) => Promise<readonly SourceCount[]>
}

const Context = createContext<FilingActs | null>(null)

export function useFiling(): FilingActs {
  const acts = use(Context)
  if (acts === null) throw new Error('useFiling outside FilingProvider')
  return acts
}

/** Rows are asked for so many at a time. */
const page = 200

async function sourceIds(articles: readonly number[]): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  for (let at = 0; at < articles.length; at += page) {
    const rows = await valueOf(window.palimpsest.library.articles({ articles: articles.slice(at, at + page) }))
    for (const { sourceId } of rows) found.add(sourceId)
  }
  return found
}

/** Holds the dialog that asks for a folder. */
export function FilingProvider({ counts, children }: { readonly counts: Counts; readonly children: ReactNode }) {
  const [moving, setMoving] = useState<readonly SourceCount[] | null>(null)
  const { act } = useActs()
  const { sources } = counts
  const acts = useMemo((): FilingActs => {
    const named = (ids: ReadonlySet<number>) => sources.filter(({ id }) => ids.has(id))
    const sourcesOf = async (articles: readonly number[]) => named(await sourceIds(articles))
    return {
      sourcesOf,
      moveSources: (ids) => setMoving(named(new Set(ids))),
      moveArticles: (articles) => act(async () => setMoving(await sourcesOf(articles)))
    }
  }, [sources, act])
  return (
    <Context value={acts}>
      {children}
      {moving !== null && moving.length > 0 && (
        <Suspense>
          <MoveDialog sources={moving} counts={counts} onClose={() => setMoving(null)} />
        </Suspense>
      )}
    </Context>
  )
}
