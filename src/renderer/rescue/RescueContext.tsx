import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Failure } from '../../contract/failure.ts'
import type { CopyRestored, LibraryCopy, Repaired } from '../../contract/rescue.ts'
import { failureOf, valueOf } from '../app/ask.ts'
import type { Way } from './ways.ts'

/** What came of a way that was taken; it stays until it is closed. */
export type Outcome =
  | { readonly kind: 'repaired'; readonly result: Repaired }
  | { readonly kind: 'restored'; readonly copy: LibraryCopy; readonly result: CopyRestored }
  | { readonly kind: 'failed'; readonly failure: Failure }

interface Rescue {
  readonly outcome: Outcome | null
  readonly dismiss: () => void
  /** The way that is being taken at present. */
  readonly busy: Way | null
  readonly take: (way: Exclude<Way, 'backups'>) => Promise<void>
  readonly restore: (copy: LibraryCopy) => Promise<void>
  readonly undo: (name: string) => Promise<void>
}

const Context = createContext<Rescue | null>(null)

export function useRescue(): Rescue {
  const rescue = use(Context)
  if (rescue === null) throw new Error('useRescue outside RescueProvider')
  return rescue
}

/** Takes the ways out of trouble. It stands above the library, which comes and goes meanwhile. */
export function RescueProvider({ children }: { readonly children: ReactNode }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState<Way | null>(null)
  const queries = useQueryClient()
  const run = useCallback(
    async (way: Way, work: () => Promise<Outcome | null>) => {
      setBusy(way)
      setOutcome(null)
      setOutcome(await attempt(work))
      setBusy(null)
      await queries.invalidateQueries()
    },
    [queries]
  )
  const rescue = useMemo(
    (): Rescue => ({
      outcome,
      busy,
      dismiss: () => setOutcome(null),
      take: (way) => run(way, acts[way]),
      restore: (copy) => run('backups', async () => ({ kind: 'restored', copy, result: await restoreCopy(copy.name) })),
      undo: (name) => run('backups', () => nothing(restoreCopy(name)))
    }),
    [outcome, busy, run]
  )
  return <Context value={rescue}>{children}</Context>
}

async function attempt(work: () => Promise<Outcome | null>): Promise<Outcome | null> {
  try {
    return await work()
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) }
  }
}

const restoreCopy = (copy: string) => valueOf(window.palimpsest.rescue.restoreCopy({ copy }))

async function nothing(answer: Promise<unknown>): Promise<null> {
  await answer
  return null
}

const acts: Readonly<Record<Exclude<Way, 'backups'>, () => Promise<Outcome | null>>> = {
  repair: async () => ({ kind: 'repaired', result: await valueOf(window.palimpsest.rescue.repair({})) }),
  again: () => nothing(valueOf(window.palimpsest.shell.reopenLibrary({}))),
  read: () => nothing(valueOf(window.palimpsest.rescue.openForReading({}))),
  folder: () => nothing(valueOf(window.palimpsest.shell.chooseLibrary({ kind: 'folder' }))),
  file: () => nothing(valueOf(window.palimpsest.shell.chooseLibrary({ kind: 'file' }))),
  usual: () => nothing(valueOf(window.palimpsest.shell.usualLibrary({})))
}
