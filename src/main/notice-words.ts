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
    title: `${counted(notices.length, 'change')} in ${counted(articles, 'article')}`,
    body: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
