import type { Marks } from '../../contract/filing.ts'
import { t, type Key } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { useSelection } from './SelectionContext.tsx'

/** What is done to many articles at once, each with one undo. */
export function useBulk() {
  const { act, did, tell } = useActs()
  const { place, go } = useWhere()
  const { clear } = useSelection()
  const { library } = window.palimpsest

  const mark = async (marks: Marks, said: Key) => {
    const back = await valueOf(library.markMany(marks))
    const n = back.stars.length + back.reads.length
    if (n === 0) return tell(t('list.did.nothing'))
    did(t(said, { n }), async () => {
      await valueOf(library.markMany(back))
      return t('list.undid.marks')
    })
  }
  const remove = async (articles: readonly number[]) => {
    const deleted = await valueOf(library.deleteArticles({ articles: [...articles] }))
    clear()
    if (deleted === null) return tell(t('list.did.nothing'))
    if (place.article !== null && articles.includes(place.article)) go({ type: 'closed' })
    did(t('list.did.deleted', { n: deleted.articles }), async () => {
      const { articles: back } = await valueOf(library.restore({ deletion: deleted.deletion }))
      return t('list.undid.deleted', { n: back.length })
    })
  }
  const starAll = (articles: readonly number[], starred: boolean) => {
    const stars = articles.map((article) => ({ article, starred }))
    act(() => mark({ stars, reads: [] }, starred ? 'list.did.starred' : 'list.did.unstarred'))
  }
  const readAll = (articles: readonly number[], isRead: boolean) => {
    const reads = articles.map((article) => ({ article, to: isRead ? ('all' as const) : ('newest' as const) }))
    act(() => mark({ stars: [], reads }, isRead ? 'list.did.read' : 'list.did.unread'))
  }
  return { starAll, readAll, deleteAll: (articles: readonly number[]) => act(() => remove(articles)) }
}
