import { t } from '../../catalogue/words.ts'
import { ExternalLink } from 'lucide-react'
import { direction } from '../../catalogue/words.ts'
import type { Article } from '../../domain/timemap.ts'
import { Tile } from '../ui/Tile.tsx'

/** Where the article is from, and its page. */
export function Kicker({ article }: { readonly article: Article }) {
  const { source, url } = article
  return (
    <div className="row" data-not-text>
      <div className="row-text kicker" dir={direction()}>
        <Tile name={source} />
        <bdi>{source}</bdi>
        {url !== null && <Address url={url} />}
      </div>
    </div>
  )
}

function Address({ url }: { readonly url: string }) {
  const shown = url.replace(/^https?:\/\/(www\.)?/u, '').replace(/\/$/u, '')
  return (
    <>
      <span className="kicker-slash" aria-hidden="true">
        /
      </span>
      <a
        href={url}
        className="kicker-address"
        title={`${url}\n${t('reader.opensInBrowser')}`}
        onClick={(event) => {
          event.preventDefault()
          void window.palimpsest.shell.openExternal({ url })
        }}
      >
        <span>{shown}</span>
        <span className="hidden-text"> {t('reader.opensInBrowser')}</span>
        <ExternalLink className="icon icon-sm" strokeWidth={1.75} aria-hidden="true" />
      </a>
    </>
  )
}
