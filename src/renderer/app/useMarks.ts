import type { ArticleRow } from '../../contract/lists.ts'
import { useActs } from './ActsContext.tsx'
import { valueOf } from './ask.ts'
import { useKeys } from './keys.ts'
import { useDeleting } from './useDeleting.ts'
import { useMarking } from './useMarking.ts'

/** The article that has the focus in the list, or else the one that is open. */
function chosenArticle(open: number | null): number | null {
  const option = document.activeElement?.closest<HTMLElement>('[data-article]')
  return option === null || option === undefined ? open : Number(option.dataset['article'])
}

/** The keys that do something to the chosen article: a star, read or unread, delete it. */
export function useMarks(open: number | null): void {
  const { tellFailure } = useActs()
  const { toggleStar, toggleRead } = useMarking()
  const { deleteArticle } = useDeleting()
  const remove = () => {
    const article = chosenArticle(open)
    if (article !== null) deleteArticle(article)
  }
  const on = (act: (row: ArticleRow) => void) => () => {
    const article = chosenArticle(open)
    if (article !== null) void valueOf(window.palimpsest.library.article({ article })).then(act, tellFailure)
  }
  useKeys({ Delete: remove, 'Ctrl+Backspace': remove, s: on(toggleStar), m: on(toggleRead) })
}
