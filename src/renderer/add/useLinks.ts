import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { useAnnounce } from '../app/announce.tsx'
import { failureOf, valueOf } from '../app/ask.ts'
import { failureWords } from '../app/failureWords.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { askArticle, keys } from '../app/queries.ts'
import { followedWords } from '../tracking/addWords.ts'
import { foundWords } from '../tracking/problemWords.ts'
import { chosenIn, emptyDraft, withFound, type Draft } from './draft.ts'

/** Looks at what was typed, and follows what was found and chosen. Nothing is sent before Find. */
export function useLinks(draft: Draft, onDraft: (draft: Draft) => void, onClose: () => void) {
  const queries = useQueryClient()
  const { tell } = useActs()
  const say = useAnnounce()
  const { go } = useWhere()
  const [busy, setBusy] = useState<'none' | 'looking' | 'adding'>('none')
  const [error, setError] = useState<string | null>(null)
  const turn = useRef(0)
  const { library } = window.palimpsest

  const run = async (doing: 'looking' | 'adding', work: () => Promise<void>) => {
    setBusy(doing)
    setError(null)
    await work().catch((problem: unknown) => {
      const { title, text } = failureWords(failureOf(problem))
      setError(t('failure.sentence', { title, text }))
    })
    setBusy('none')
  }
  const find = () => {
    if (draft.address.trim() === '') return setError(t('add.noAddress'))
    const mine = ++turn.current
    void run('looking', async () => {
      const looked = await valueOf(library.look({ text: draft.address }))
      if (mine !== turn.current) return
      onDraft(withFound(draft, looked))
      say(foundWords(looked) ?? t('add.nothingFound'))
    })
  }
  const add = () =>
    run('adding', async () => {
      const chosen = chosenIn(draft)
      const items = chosen.map(({ kind, url }) => ({ kind, url }))
      const folder = draft.folder.trim() === '' ? null : draft.folder.trim()
      const followed = await valueOf(library.follow({ items, folder, pace: draft.pace }))
      void queries.invalidateQueries({ queryKey: keys.feeds })
      tell(followedWords(followed))
      onDraft({ ...emptyDraft, text: draft.text, folder: draft.folder, pace: draft.pace })
      onClose()
      await show(followed.articles[0])
    })
  const show = async (article: number | undefined) => {
    if (article === undefined) return
    const row = await queries.fetchQuery({ ...askArticle(article), staleTime: 0 })
    go({ type: 'list', list: { kind: 'smart', name: 'all' } })
    go({ type: 'added', article, unseen: row.unseen })
  }
  /** Allows one host that has a private address, and looks again. */
  const allow = (host: string) =>
    void run('looking', async () => {
      const settings = await valueOf(library.trackingSettings({}))
      const allowedHosts = [...new Set([...settings.allowedHosts, host])]
      await valueOf(library.setTrackingSettings({ settings: { ...settings, allowedHosts } }))
      void queries.invalidateQueries({ queryKey: keys.trackingSettings })
      onDraft(withFound(draft, await valueOf(library.look({ text: draft.address }))))
    })
  return {
    busy,
    error,
    allow,
    forget: () => {
      turn.current += 1
      setError(null)
    },
    open: (article: number) => {
      onClose()
      void show(article).catch(() => undefined)
    },
    /** What Enter does: adds what is found and chosen, and looks otherwise. */
    enter: () => {
      if (busy !== 'none') return
      if (chosenIn(draft).length > 0) void add()
      else find()
    }
  }
}

export type Links = ReturnType<typeof useLinks>
