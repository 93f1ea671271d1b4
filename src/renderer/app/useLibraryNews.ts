import { useQueryClient, type Query } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from './queries.ts'

/** What the library says has changed is asked for again, once it is in view: rows in place, never a list's order. */
export function useLibraryNews(): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      window.palimpsest.onLibrary('changed', ({ articles }) => {
        const changed = new Set(articles)
        void queries.invalidateQueries({ predicate: (query) => isStale(query, changed) })
      }),
    [queries]
  )
}

/** Their keys name an article. */
const ofArticle: ReadonlySet<string> = new Set(
  [keys.article, keys.timemap, keys.tracking, keys.articleBytes, keys.notes, keys.reviews].map((key) => key(0)[0])
)

/** `rows` holds rows, an empty `list` has no order to keep, and the others are told apart by what stands in their key. */
function isStale({ queryKey: [kind, id], state }: Query, changed: ReadonlySet<number>): boolean {
  const whole: unknown[] = [...keys.counts, ...keys.blames, ...keys.deleted, ...keys.storage, ...keys.saved, 'top']
  if (whole.includes(kind)) return true
  if (ofArticle.has(String(kind))) return changed.has(Number(id))
  if (kind === 'list') return (state.data as { readonly ids: Int32Array } | undefined)?.ids.length === 0
  if (kind !== 'rows') return false
  return (state.data as readonly { readonly id: number }[] | undefined)?.some((row) => changed.has(row.id)) ?? false
}
