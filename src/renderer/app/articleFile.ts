import { t } from '../../catalogue/words.ts'
import type { Content } from '../../domain/revision.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { shortened } from '../ui/words.ts'

export interface ArticleFile {
  readonly name: string
  readonly text: string
}

interface Held {
  readonly article: { readonly headline: string; readonly source: string; readonly url: string | null }
  readonly revision: Pick<RevisionInfo, 'label' | 'at'>
  readonly content: Content
}

/** An article's version as a plain text, with where it is from and when it was captured. */
export function articleFile({ article, revision, content }: Held): ArticleFile {
  const at = revision.at.slice(0, 16).replace('T', ' ')
  const from = t('drag.from', { source: article.source, version: `v${revision.label}`, at: `${at} UTC` })
  const parts = [
    from,
    ...(article.url === null ? [] : [article.url]),
    '',
    ...content.blocks.map(({ text }) => `${text}\n`)
  ]
  return { name: `${fileName(article.headline)}-v${revision.label}.txt`, text: parts.join('\n') }
}

/** Words of a headline that every system takes as a name. */
function fileName(headline: string): string {
  const words = headline.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const short = shortened(words, 60).replaceAll(/^-+|[-…]+$/gu, '')
  return short === '' ? 'article' : short.toLocaleLowerCase()
}
