import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useActs } from './ActsContext.tsx'
import { useWhere } from './PlaceContext.tsx'
import { askArticle } from './queries.ts'

/** Opens what a notice was about when it is clicked: its article, at the two versions that it named. */
export function useOpenPair(): void {
  const queries = useQueryClient()
  const { go } = useWhere()
  const { tellFailure } = useActs()
  useEffect(
    () =>
      window.palimpsest.onShell('openPair', ({ article, older, newer }) => {
        const open = async () => {
          const row = await queries.fetchQuery({ ...askArticle(article), staleTime: 0 })
          go({ type: 'open', article, unseen: row.unseen, show: true })
          if (older === null || newer === null) return
          go({ type: 'view', view: 'inline' })
          go({ type: 'pair', article, pair: { older, newer } })
        }
        open().catch(tellFailure)
      }),
    [queries, go, tellFailure]
  )
}
