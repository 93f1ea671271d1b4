import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Newspaper } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { t } from '../../catalogue/words.ts'
import type { ArticleRow } from '../../contract/lists.ts'
import type { NamedArticle } from '../../contract/saved.ts'
import { valueOf } from '../app/ask.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { keys } from '../app/queries.ts'
import { useSearch } from '../search/SearchContext.tsx'
import { known, type Entry, type Known } from './entries.ts'

/** So many articles are asked for: more than are shown, because those of the last answer are sifted while the next comes. */
const asked = 24

type Named = Pick<ArticleRow, 'headline' | 'source' | 'lang' | 'dir' | 'unseen'> & {
  readonly id: number
  readonly once: string | null
}

interface Articles {
  readonly entries: readonly Known[]
  /** The library has answered what is typed now. */
  readonly isSettled: boolean
}

/** Articles that what is typed may name, and those that were opened from here before. */
export function useArticleEntries(typed: string, recent: readonly number[]): Articles {
  const text = typed.trim().slice(0, 200)
  const { library } = window.palimpsest
  const query = useQuery({
    queryKey: keys.found(text),
    queryFn: () => valueOf(library.findArticles({ text, limit: asked })),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0
  })
  const found = text === '' ? undefined : query.data
  const before = useQuery({
    queryKey: keys.rowsOf(recent),
    queryFn: () => valueOf(library.articles({ articles: [...recent] })),
    enabled: recent.length > 0,
    staleTime: 0
  }).data
  const open = useOpenArticle()
  const entries = useMemo(() => {
    const named = [...(found ?? []).map(fromFound), ...(before ?? []).filter(isThere).map(fromRow)]
    const each = new Map(named.toReversed().map((one) => [one.id, one]))
    return [...each.values()].toReversed().map((one) => known(entryOf(one, open)))
  }, [found, before, open])
  return { entries, isSettled: !query.isFetching && !query.isPlaceholderData }
}

const isThere = ({ deletedAt }: ArticleRow): boolean => deletedAt === null
const fromFound = ({ article, ...found }: NamedArticle): Named => ({ ...found, id: article })
const fromRow = (row: ArticleRow): Named => ({ ...row, once: null })

function entryOf(one: Named, open: (one: Named) => void): Entry {
  const { id, headline, source, once, lang, dir } = one
  return {
    key: `article:${id}`,
    group: 'articles',
    icon: Newspaper,
    words: headline,
    note: source,
    ...(once === null ? {} : { below: t('palette.once', { headline: once }) }),
    lang: lang ?? undefined,
    dir,
    run: () => open(one)
  }
}

function useOpenArticle(): (one: Named) => void {
  const { go } = useWhere()
  const { take } = useSearch()
  return useCallback(
    ({ id, unseen }) => {
      take({ type: 'close' })
      go({ type: 'open', article: id, unseen, show: true })
    },
    [go, take]
  )
}
