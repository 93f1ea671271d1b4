import { useQuery } from '@tanstack/react-query'
import type { PageSource, SourceRow } from '../../contract/captured.ts'
import { valueOf } from '../app/ask.ts'

/** So many rows are asked for together. */
export const rowsAPart = 200

const askPart = (revision: number, part: number) => ({
  queryKey: ['page-source', revision, part],
  queryFn: () => valueOf(window.palimpsest.library.pageSource({ revision, from: part * rowsAPart, rows: rowsAPart })),
  // A page of megabytes is not kept once its dialog is closed.
  gcTime: 30_000,
  retry: false
})

interface Source {
  /** The first rows, and how many there are; null where the page was not kept. */
  readonly first: PageSource | null | undefined
  readonly error: Error | null
  readonly retry: () => void
}

export function useSource(revision: number): Source {
  const { data, error, refetch } = useQuery(askPart(revision, 0))
  return { first: data, error, retry: () => void refetch() }
}

/** One part of the rows; undefined until it is there. */
export function useSourcePart(revision: number, part: number): readonly SourceRow[] | undefined {
  return useQuery(askPart(revision, part)).data?.part
}
