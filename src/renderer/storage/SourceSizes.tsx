import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../catalogue/words.ts'
import type { SourceSize } from '../../contract/keeping.ts'
import { valueOf } from '../app/ask.ts'
import { sizeWords } from '../ui/words.ts'

/** So many are drawn at first, and so many more at a time. */
const step = 12

/** What each source takes up, the largest first; its articles when they are asked for. */
export function SourceSizes({ sources }: { readonly sources: readonly SourceSize[] }) {
  const [limit, setLimit] = useState(step)
  const largest = Math.max(1, sources[0]?.bytes ?? 1)
  return (
    <section className="storage-part" aria-labelledby="storage-sources">
      <h3 id="storage-sources">{t('storage.bySource')}</h3>
      {sources.length === 0 && <p className="help">{t('storage.nothing')}</p>}
      <ul className="storage-sizes">
        {sources.slice(0, limit).map((source) => (
          <Source key={source.id} source={source} largest={largest} />
        ))}
      </ul>
      {sources.length > limit && (
        <button type="button" className="text-button" onClick={() => setLimit(limit + 10 * step)}>
          {t('storage.more', { n: sources.length })}
        </button>
      )}
    </section>
  )
}

function Source({ source, largest }: { readonly source: SourceSize; readonly largest: number }) {
  const [open, setOpen] = useState(false)
  const { id, name, articles, bytes } = source
  return (
    <li>
      <button type="button" className="storage-size" aria-expanded={open} onClick={() => setOpen(!open)}>
        <bdi className="storage-name">{name}</bdi>
        <span className="storage-count">{t('amount.articles', { n: articles })}</span>
        <span className="storage-bytes">{sizeWords(bytes)}</span>
        <span className="storage-bar" aria-hidden="true">
          <span style={{ inlineSize: `${Math.max(0.5, (100 * bytes) / largest)}%` }} />
        </span>
      </button>
      {open && <Articles source={id} />}
    </li>
  )
}

const mostArticles = 30

function Articles({ source }: { readonly source: number }) {
  const sizes = useQuery({
    queryKey: ['storage', source],
    queryFn: () => valueOf(window.palimpsest.library.articleSizes({ source })),
    staleTime: 0,
    gcTime: 0
  })
  if (sizes.error !== null) return <p className="help">{t('storage.noArticles')}</p>
  const all = sizes.data ?? []
  return (
    <ul className="storage-articles">
      {all.slice(0, mostArticles).map(({ id, headline, versions, bytes }) => (
        <li key={id}>
          <bdi className="storage-name">{headline === '' ? t('storage.noHeadline') : headline}</bdi>
          <span className="storage-count">{t('amount.versions', { n: versions })}</span>
          <span className="storage-bytes">{sizeWords(bytes)}</span>
        </li>
      ))}
      {all.length > mostArticles && <li>{t('storage.largest', { n: mostArticles })}</li>}
    </ul>
  )
}
