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
  if (notices.length === 1 && first !== undefined) return { title: first.source, body: first.text }
  const articles = new Set(notices.map(({ article }) => article)).size
  const lines = notices.slice(0, mostLines).map(({ source, text }) => `${source}: ${text}`)
  const more = notices.length - lines.length
  return {
    title: t('notice.many', { changes: notices.length, articles }),
    body: [...lines, ...(more > 0 ? [t('notice.more', { more })] : [])].join('\n')
  }
}
