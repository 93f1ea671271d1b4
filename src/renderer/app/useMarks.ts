import type { ArticleRow } from '../../contract/lists.ts'
import { useAnnounce } from './announce.tsx'
import { valueOf } from './ask.ts'
import { useKeys } from './keys.ts'
import { useDeleting } from './useDeleting.ts'

/** The article that has the focus in the list, or else the one that is open. */
function chosenArticle(open: number | null): number | null {
  const option = document.activeElement?.closest<HTMLElement>('[data-article]')
  return option === null || option === undefined ? open : Number(option.dataset['article'])
}

/** The keys that do something to the chosen article: a star, read or unread, delete it. */
export function useMarks(open: number | null): void {
  const say = useAnnounce()
  const { deleteArticle } = useDeleting()
  const remove = () => {
    const article = chosenArticle(open)
    if (article !== null) deleteArticle(article)
  }
  const { library } = window.palimpsest
  const on = (act: (row: ArticleRow) => Promise<string>) => () => {
    const article = chosenArticle(open)
    if (article !== null) void valueOf(library.article({ article })).then(act).then(say)
  }
  useKeys({
    Delete: remove,
    'Ctrl+Backspace': remove,
    s: on(async ({ id, starred }) => {
      await valueOf(library.star({ article: id, starred: !starred }))
      return starred ? 'Star removed' : 'Starred'
    }),
    m: on(async ({ id, unseen, revisions }) => {
      if (revisions < 2) return 'There is no change to mark'
      await valueOf(library.setRead({ article: id, read: unseen > 0 }))
      return unseen > 0 ? 'Marked as read' : 'Newest change marked as unread'
    })
  })
}
