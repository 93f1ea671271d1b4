import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../../catalogue/words.ts'
import type { ArticleLink, Linked } from '../../contract/link.ts'
import { useActs } from './ActsContext.tsx'
import { valueOf } from './ask.ts'
import { useWhere } from './PlaceContext.tsx'
import { askArticle } from './queries.ts'
import { listed } from '../ui/words.ts'

/**
 * Opens what a link names. Anyone can write one: what is not in the library is only offered to be added, by `onAdd`, and
 * nothing is asked for until the reader says so.
 */
export function useOpenLink(onAdd: (address: string) => void): void {
  const queries = useQueryClient()
  const { go } = useWhere()
  const { tell, tellFailure } = useActs()
  useEffect(() => {
    const show = async ({ article, versions, missing }: Linked) => {
      const row = await queries.fetchQuery({ ...askArticle(article), staleTime: 0 })
      go({ type: 'open', article, unseen: row.unseen, show: true })
      if (missing.length > 0) tell(t('link.missing', { n: missing.length, list: listed(missing) }))
      if (versions === null) return
      const { older, newer } = versions
      go({ type: 'view', view: older === null ? 'read' : 'inline' })
      go({ type: 'pair', article, pair: { older: older ?? newer, newer } })
    }
    const open = async (link: ArticleLink | null) => {
      if (link === null) return tell(t('link.unreadable'))
      const linked = await valueOf(window.palimpsest.library.linked({ link }))
      if (linked !== null) return show(linked)
      if (link.named.by !== 'address') return tell(t('link.unknown'))
      const { url } = link.named
      tell(t('link.unknown'), { words: t('link.add', { host: new URL(url).host }), act: () => onAdd(url) })
    }
    return window.palimpsest.onShell('openLink', ({ link }) => void open(link).catch(tellFailure))
  }, [queries, go, tell, tellFailure, onAdd])
}
