import { useQueryClient } from '@tanstack/react-query'
import { createContext, lazy, Suspense, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { ImportResult, Looked, Refusal } from '../../contract/importing.ts'
import { t } from '../../catalogue/words.ts'
import { asksFirst } from '../importing/asks.ts'
import type { Imported } from '../dialogs/ImportResults.tsx'
import { Refusals } from '../dialogs/Refusals.tsx'
import { useActs } from './ActsContext.tsx'
import { valueOf } from './ask.ts'
import { importWords } from './importWords.ts'
import { useWhere } from './PlaceContext.tsx'
import { askArticle, keys } from './queries.ts'

const ImportResults = lazy(async () => ({ default: (await import('../dialogs/ImportResults.tsx')).ImportResults }))

const LookDialog = lazy(async () => ({ default: (await import('../importing/LookDialog.tsx')).LookDialog }))
const ReadingDialog = lazy(async () => ({ default: (await import('../importing/ReadingDialog.tsx')).ReadingDialog }))

interface LookedAt {
  readonly paths: readonly string[]
  readonly looked: Looked
  readonly add: (zone: string | null) => void
}

interface Imports {
  /** Adds files and opens the first article; what was refused is shown in words. */
  readonly addPaths: (paths: readonly string[]) => Promise<void>
  /** Adds pasted text; answers why it was refused, or null when it was added. */
  readonly addText: (text: string) => Promise<Refusal | null>
  /** Whether it was opened. */
  readonly openSample: () => Promise<boolean>
  readonly chooseFiles: () => Promise<void>
  readonly chooseFolder: () => Promise<void>
  readonly busy: boolean
}

const Context = createContext<Imports | null>(null)

export function useImports(): Imports {
  const imports = use(Context)
  if (imports === null) throw new Error('useImports outside ImportProvider')
  return imports
}

const always = () => true

export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const { tell, tellFailure } = useActs()
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const [imported, setImported] = useState<Imported | null>(null)
  const [busy, setBusy] = useState(false)
  const [looked, setLooked] = useState<LookedAt | null>(null)
  const [isReading, setReading] = useState(false)
  const show = useShowResult(tell)
  const reading = useCallback(async <T,>(work: () => Promise<T>): Promise<T> => {
    setReading(true)
    try {
      return await work()
    } finally {
      setReading(false)
    }
  }, [])

  const run = useCallback(
    async (
      ask: () => Promise<ImportResult>,
      tells: (result: ImportResult) => boolean = always
    ): Promise<ImportResult | null> => {
      setBusy(true)
      try {
        const result = await ask()
        await show(result, tells(result))
        return result
      } catch (error) {
        tellFailure(error)
        return null
      } finally {
        setBusy(false)
      }
    },
    [tellFailure, show]
  )
  const imports = useMemo((): Imports => {
    const { library, shell } = window.palimpsest
    const take = async (paths: readonly string[], zone: string | null) => {
      const since = performance.now()
      const isLarge = (result: ImportResult) => result.isStopped === true || needsResults(result)
      const result = await run(
        () => reading(() => valueOf(library.importFiles({ paths: [...paths], zone }))),
        (one) => !isLarge(one)
      )
      if (result === null) return
      if (isLarge(result)) setImported({ paths, result, ms: performance.now() - since })
      else setRefused(result.refused)
    }
    /** Whoever opens what is more than a page or two sees first what it holds. */
    const addPaths = async (paths: readonly string[]) => {
      if (paths.length === 0) return
      try {
        const looked = await reading(() => valueOf(library.lookInto({ paths: [...paths] })))
        if (looked.isStopped) return tell(t('look.stopped'))
        if (!asksFirst(looked)) return await take(paths, null)
        setLooked({ paths, looked, add: (zone) => void take(paths, zone) })
      } catch (error) {
        tellFailure(error)
      }
    }
    return {
      busy,
      addPaths,
      addText: async (text) => (await run(() => valueOf(library.importText({ text }))))?.refused[0] ?? null,
      openSample: async () => (await run(() => valueOf(library.openSampleLibrary({})))) !== null,
      chooseFiles: async () => addPaths(await valueOf(shell.chooseFiles({}))),
      chooseFolder: async () => addPaths(await valueOf(shell.chooseFolder({})))
    }
  }, [run, reading, tell, tellFailure, busy])
  useOpenedFiles(imports.addPaths)
  return (
    <Context value={imports}>
      {children}
      {isReading && (
        <Suspense>
          <ReadingDialog />
        </Suspense>
      )}
      {looked !== null && (
        <Suspense>
          <LookDialog
            paths={looked.paths}
            looked={looked.looked}
            onAdd={(zone) => {
              setLooked(null)
              looked.add(zone)
            }}
            onClose={() => setLooked(null)}
          />
        </Suspense>
      )}
      {imported !== null && (
        <Suspense>
          <ImportResults
            imported={imported}
            onShow={() => void show(imported.result, false)}
            onClose={() => setImported(null)}
          />
        </Suspense>
      )}
      {refused.length > 0 && <Refusals refused={refused} onClose={() => setRefused([])} />}
    </Context>
  )
}

/** More than one line can say: several articles, or some files taken and others not. */
function needsResults({ articles, refused, newFeeds = 0, newAddresses = 0 }: ImportResult): boolean {
  const taken = articles.length + newFeeds + newAddresses
  return articles.length > 1 || (taken > 0 && refused.length > 0)
}

/** Lists the articles anew, says what was added and opens the first of them. */
function useShowResult(tell: (words: string) => void): (result: ImportResult, tells: boolean) => Promise<void> {
  const queries = useQueryClient()
  const { go } = useWhere()
  return useCallback(
    async (result, tells) => {
      const first = result.articles[0]
      const row = first === undefined ? null : await queries.fetchQuery({ ...askArticle(first), staleTime: 0 })
      if (first !== undefined) await queries.invalidateQueries({ queryKey: keys.timemap(first) })
      const words = importWords(result, () => row?.headline ?? null)
      if (words !== null && tells) tell(words)
      if (row === null) return
      go({ type: 'list', list: { kind: 'smart', name: 'all' } })
      go({ type: 'added', article: row.id, unseen: row.unseen })
    },
    [queries, go, tell]
  )
}

/** Files that the system hands to the application are added and shown. */
function useOpenedFiles(addPaths: (paths: readonly string[]) => Promise<void>): void {
  useEffect(() => window.palimpsest.onShell('openFiles', ({ paths }) => void addPaths(paths)), [addPaths])
  useEffect(() => {
    void window.palimpsest.shell.ready({})
  }, [])
}
