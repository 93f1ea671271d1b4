import { t } from '../catalogue/words.ts'
import type { Notice } from '../contract/tracking.ts'

export interface NoticeWords {
  readonly title: string
  readonly body: string
}

const mostLines = 4

/** One notification for all notices: a single one by its source, several by how many there are and the first of them. */
export function noticeWords(notices: readonly Notice[]): NoticeWords {
  const [first] = notices
  if (notices.length === 1 && first !== undefined) return { title: first.source, body: sentenceOf(first) }
  const articles = new Set(notices.map(({ article }) => article)).size
  const lines = notices
    .slice(0, mostLines)
    .map((notice) => t('notice.line', { source: notice.source, sentence: sentenceOf(notice) }))
  const more = notices.length - lines.length
  return {
    title: t('notice.many', { changes: notices.length, articles }),
    body: [...lines, ...(more > 0 ? [t('notice.more', { more })] : [])].join('\n')
  }
}

/** What one notice says. */
export function sentenceOf({ told }: Pick<Notice, 'told'>): string {
  const { headline } = told
  switch (told.what) {
    case 'found':
      return t('notice.found', { search: quoted(told.search), more: told.more, headline })
    case 'gone':
      return t('notice.gone', { headline })
    case 'returned':
      return t('notice.returned', { headline })
    case 'headline':
      return t('notice.headline', { before: told.before, headline })
    case 'silent':
      return told.change === null
        ? t('notice.silent', { headline })
        : t('notice.silentChange', { change: told.change, headline })
  }
}

/** A name that is itself a phrase in quotation marks has enough of them. */
const quoted = (name: string): string => (/^["“„«»「]/u.test(name) ? name : t('notice.quoted', { name }))
