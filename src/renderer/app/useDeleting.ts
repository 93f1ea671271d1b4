import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { inBounds, type Ends } from '../timeline/pairs.ts'
import { shortened } from '../ui/words.ts'
import { useActs } from './ActsContext.tsx'
import { valueOf } from './ask.ts'
import { useWhere } from './PlaceContext.tsx'
import { askArticle } from './queries.ts'

/** A headline cut to fit a sentence; an article without one is told of without. */
const quoted = (headline: string) => ({
  title: headline === '' ? 'no' : 'yes',
  headline: shortened(headline, 50)
})

/** The option beside an article's in the list, the one below it first. */
function optionBeside(article: number): HTMLElement | null {
  const option = document.querySelector<HTMLElement>(`[role=option][data-article="${article}"]`)
  const index = Number(option?.dataset['index'])
  const at = (n: number) => option?.parentElement?.querySelector<HTMLElement>(`[data-index="${n}"]`) ?? null
  return option === null ? null : (at(index + 1) ?? at(index - 1))
}

/** Deleting an article or a version of one, at once and with undo. */
export function useDeleting() {
  const { act, did, tell } = useActs()
  const { place, go } = useWhere()
  const queries = useQueryClient()
  const { library } = window.palimpsest

  /** Which article is open by now: the reader may have gone on while something was deleted. */
  const here = useRef(place.article)
  useEffect(() => {
    here.current = place.article
  })

  const open = async (article: number, stillWanted = () => true) => {
    const row = await queries.fetchQuery({ ...askArticle(article), staleTime: 0 })
    if (stillWanted()) go({ type: 'open', article, unseen: row.unseen, show: false })
  }
  const restore = async (deletion: number, article: number, words: string) => {
    const { articles } = await valueOf(library.restore({ deletion }))
    if (articles.length === 0) return t('delete.noLonger')
    await open(article)
    return words
  }
  const deleteArticle = async (article: number) => {
    const { headline, deletedAt } = await valueOf(library.article({ article }))
    if (deletedAt !== null) return tell(t('delete.already'))
    const beside = optionBeside(article)
    const deleted = await valueOf(library.deleteArticles({ articles: [article] }))
    if (deleted === null) return
    if (beside?.parentElement?.contains(document.activeElement) === true) beside.focus()
    const isHere = () => here.current === article
    if (isHere()) {
      if (beside === null) go({ type: 'closed' })
      else await open(Number(beside.dataset['article']), isHere)
    }
    const undo = () => restore(deleted.deletion, article, t('delete.restored', quoted(headline)))
    did(t('delete.article', quoted(headline)), undo)
  }
  const deleteVersion = async ({ article, revisions }: Timemap, index: number, ends: Ends) => {
    const revision = revisions[index]
    if (revision === undefined) return
    if (revisions.length === 1) return deleteArticle(article.id)
    const deleted = await valueOf(library.deleteRevisions({ revisions: [revision.id] }))
    if (deleted === null) return
    const left = revisions.toSpliced(index, 1)
    const moved = (end: number) => (end > index ? end - 1 : end)
    const { older, newer } = inBounds({ older: moved(ends.older), newer: moved(ends.newer) }, left.length)
    const pair = { older: left[older]?.id ?? 0, newer: left[Math.min(newer, left.length - 1)]?.id ?? 0 }
    go({ type: 'pair', article: article.id, pair })
    const name = { version: revision.label, ...quoted(article.headline) }
    const before = { older: revisions[Math.max(0, ends.older)]!.id, newer: revisions[ends.newer]!.id }
    const undo = async () => {
      const words = await restore(deleted.deletion, article.id, t('delete.restoredVersion', name))
      go({ type: 'pair', article: article.id, pair: before })
      return words
    }
    did(t('delete.version', name), undo)
  }
  return {
    deleteArticle: (article: number) => act(() => deleteArticle(article)),
    deleteVersion: (timemap: Timemap, index: number, ends: Ends) => act(() => deleteVersion(timemap, index, ends))
  }
}
