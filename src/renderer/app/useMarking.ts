import { t } from '../../catalogue/words.ts'
import type { ArticleRow } from '../../contract/lists.ts'
import { useActs } from './ActsContext.tsx'
import { useAnnounce } from './announce.tsx'
import { valueOf } from './ask.ts'

/** The reader's own marks on an article: the star, and up to where it was read. */
export function useMarking() {
  const say = useAnnounce()
  const { did, tell, tellFailure } = useActs()
  const { library } = window.palimpsest
  const star = async ({ id, starred }: Pick<ArticleRow, 'id' | 'starred'>) => {
    await valueOf(library.star({ article: id, starred: !starred }))
    say(starred ? t('marked.starRemoved') : t('marked.starred'))
  }
  const read = async ({ id, unseen, revisions }: ArticleRow) => {
    if (revisions < 2) return tell(t('marked.oneVersion'))
    const before = await valueOf(library.setRead({ article: id, to: unseen > 0 ? 'all' : 'newest' }))
    did(unseen > 0 ? t('marked.read') : t('marked.unread'), async () => {
      await valueOf(library.setRead({ article: id, to: before }))
      return unseen > 0 ? t('marked.unreadAgain') : t('marked.readAgain')
    })
  }
  return {
    toggleStar: (row: Pick<ArticleRow, 'id' | 'starred'>) => void star(row).catch(tellFailure),
    toggleRead: (row: ArticleRow) => void read(row).catch(tellFailure)
  }
}
