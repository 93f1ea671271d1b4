import type { ArticleRow } from '../../contract/lists.ts'
import { useFiling } from '../list/FilingContext.tsx'
import { useSelection } from '../list/SelectionContext.tsx'
import { useBulk } from '../list/useBulk.ts'
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

/**
 * The keys that do something to the chosen article, or to all that are chosen together: a star, read or unread, into
 * another folder, delete.
 */
export function useMarks(open: number | null): void {
  const { tellFailure } = useActs()
  const { toggleStar, toggleRead } = useMarking()
  const { deleteArticle } = useDeleting()
  const { selection } = useSelection()
  const { starAll, readAll, deleteAll } = useBulk()
  const { moveArticles } = useFiling()
  const many = selection.articles.size > 1 ? [...selection.articles] : null
  const on = (one: (article: number) => void, all: (articles: readonly number[]) => void) => () => {
    if (many !== null) return all(many)
    const article = chosenArticle(open)
    if (article !== null) one(article)
  }
  const row = (act: (row: ArticleRow) => void) => (article: number) =>
    void valueOf(window.palimpsest.library.article({ article })).then(act, tellFailure)
  const remove = on(deleteArticle, deleteAll)
  useKeys({
    Delete: remove,
    'Ctrl+Backspace': remove,
    s: on(row(toggleStar), (articles) => starAll(articles, true)),
    m: on(row(toggleRead), (articles) => readAll(articles, true)),
    f: on((article) => moveArticles([article]), moveArticles)
  })
}
