import type { ArticleRow, ListKey, SmartList } from '../../contract/lists.ts'
import { readPhrase, type PhraseCount, type PhraseLead } from '../../domain/phrase.ts'
import { t, type Key } from '../../catalogue/words.ts'
import { capital } from '../ui/words.ts'

/** What an article's row says in one phrase. */
export function phraseOf(row: ArticleRow): string {
  if (row.outcome === 'gone') return t('list.phrase.gone', { status: row.status ?? 404 })
  if (row.revisions < 2) return t('list.phrase.one')
  if (row.summary !== '') return changeWords(row.summary)
  return row.minor ? t('list.phrase.whole', { name: 'minor' }) : t('list.phrase.versions', { n: row.revisions })
}

/** A phrase of change, as the library keeps it, in the reader's language; one it does not know stays as it is. */
export function changeWords(phrase: string): string {
  const read = readPhrase(phrase)
  if (read === null) return capital(phrase)
  if (read.kind === 'whole') return t('list.phrase.whole', { name: read.name })
  const [lead, rest] = [read.lead && leadWords(read.lead), read.rest && countWords(read.rest)]
  if (lead === null) return rest ?? ''
  return rest === null ? lead : t('list.phrase.and', { lead, rest })
}

function leadWords(lead: PhraseLead): string {
  if (lead.kind === 'headline') return t('list.phrase.headline')
  if (lead.kind === 'quotes') return t('list.phrase.quotes', { n: lead.n })
  return lead.kind === 'figure'
    ? t('list.phrase.figure', { pair: lead.pair })
    : t('list.phrase.correction', { came: lead.came })
}

const countWords = ({ n, of }: PhraseCount): string =>
  t(of === 'quote' ? 'list.phrase.quotes' : 'list.phrase.paragraphs', { n })

export interface Words {
  readonly title: string
  readonly text: string
}

/** What is known of the last checks, for the list of what is unread. */
export interface LastChecked {
  readonly articles: number
  /** `3 min ago`; null where nothing was checked. */
  readonly ago: string | null
}

/** What a list without articles says. */
export function emptyWords(list: ListKey, { articles, ago }: LastChecked): Words {
  if (list.kind === 'folder') return { title: t('list.empty.title'), text: t('list.empty.text') }
  if (list.kind === 'source') return { title: t('list.empty.title'), text: t('list.empty.allText') }
  if (list.name === 'unread' && ago !== null) {
    return { title: t('list.empty.unread'), text: t('list.empty.unreadChecked', { n: articles, ago }) }
  }
  const [title, text] = smartWords[list.name]
  return { title: t(title), text: t(text) }
}

const smartWords: Readonly<Record<SmartList, readonly [title: Key, text: Key]>> = {
  recent: ['list.empty.recent', 'list.empty.recentText'],
  unread: ['list.empty.unread', 'list.empty.unreadText'],
  headline: ['list.empty.headline', 'list.empty.headlineText'],
  silent: ['list.empty.silent', 'list.empty.silentText'],
  starred: ['list.empty.starred', 'list.empty.starredText'],
  all: ['list.empty.title', 'list.empty.allText'],
  deleted: ['list.empty.deleted', 'list.empty.deletedText']
}
