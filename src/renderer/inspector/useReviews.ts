import { useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { keys } from '../app/queries.ts'

interface Reviews {
  /** Whether all of a change's edits were looked at. */
  readonly isReviewed: (changes: readonly string[]) => boolean
  /** Marks a change as looked at, or takes that back where it was; says how to undo that. */
  readonly toggle: (changes: readonly string[]) => void
}

/** Which changes of the open article the reader has looked at. */
export function useReviews(): Reviews {
  const queries = useQueryClient()
  const { act, did } = useActs()
  const article = usePlace().place.article ?? 0
  const queryKey = keys.reviews(article)
  const asked = useQuery({
    queryKey,
    queryFn: async () => {
      const reviews = await valueOf(window.palimpsest.library.reviews({ article }))
      return new Set(reviews.map(({ hash }) => hash))
    },
    enabled: article > 0
  })
  const reviewed: ReadonlySet<string> = asked.data ?? new Set()
  const isReviewed = (changes: readonly string[]) => changes.length > 0 && changes.every((key) => reviewed.has(key))
  const set = async (changes: readonly string[], to: boolean) => {
    await valueOf(window.palimpsest.library.review({ article, hashes: [...changes], reviewed: to }))
    await queries.invalidateQueries({ queryKey })
  }
  const words = (to: boolean) => (to ? t('review.done', { n: 1 }) : t('review.undone', { n: 1 }))
  const mark = async (changes: readonly string[], to: boolean) => {
    const moved = changes.filter((key) => reviewed.has(key) !== to)
    await set(moved, to)
    did(words(to), async () => {
      await set(moved, !to)
      return words(!to)
    })
  }
  return {
    isReviewed,
    toggle: (changes) => {
      if (changes.length > 0) act(() => mark(changes, !isReviewed(changes)))
    }
  }
}
