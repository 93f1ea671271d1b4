import type { ImportResult } from '../../contract/importing.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from './ActsContext.tsx'
import { valueOf } from './ask.ts'
import { usePlace } from './PlaceContext.tsx'

/** Takes an import back: exactly what it added goes to Recently deleted, and can be had back from there. */
export function useUndoImport(): (added: ImportResult['added']) => void {
  const { act, did, tell } = useActs()
  const { place, go } = usePlace()
  const { library } = window.palimpsest
  const undo = async ({ articles, revisions }: ImportResult['added']) => {
    const gone = [
      articles.length === 0 ? null : await valueOf(library.deleteArticles({ articles: [...articles] })),
      revisions.length === 0 ? null : await valueOf(library.deleteRevisions({ revisions: [...revisions] }))
    ].filter((deleted) => deleted !== null)
    if (gone.length === 0) return tell(t('imported.undoGone'))
    if (place.article !== null && articles.includes(place.article)) go({ type: 'closed' })
    const sum = (of: 'articles' | 'versions') => gone.reduce((all, deleted) => all + deleted[of], 0)
    did(t('imported.undone', { articles: sum('articles'), versions: sum('versions') }), async () => {
      for (const { deletion } of gone) await valueOf(library.restore({ deletion }))
      return t('imported.undoneBack')
    })
  }
  return (added) => act(() => undo(added))
}
