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
    say(starred ? 'Star removed' : 'Starred')
  }
  const read = async ({ id, unseen, revisions }: ArticleRow) => {
    if (revisions < 2) return tell('This article has one version. There is no change to mark as unread.')
    const before = await valueOf(library.setRead({ article: id, to: unseen > 0 ? 'all' : 'newest' }))
    did(unseen > 0 ? 'Marked as read.' : 'Marked the newest change as unread.', async () => {
      await valueOf(library.setRead({ article: id, to: before }))
      return unseen > 0 ? 'Marked as unread again.' : 'Marked as read again.'
    })
  }
  return {
    toggleStar: (row: Pick<ArticleRow, 'id' | 'starred'>) => void star(row).catch(tellFailure),
    toggleRead: (row: ArticleRow) => void read(row).catch(tellFailure)
  }
}
