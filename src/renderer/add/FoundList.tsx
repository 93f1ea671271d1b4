import { Rss } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import type { FoundArticle, FoundFeed, Looked } from '../../contract/tracking.ts'
import { articleFacts, feedFacts } from '../tracking/addWords.ts'
import { clock } from '../ui/clock.ts'
import { foundIn, toggled, type Draft, type Found } from './draft.ts'

interface Props {
  readonly looked: readonly Looked[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onOpen: (article: number) => void
}

/** What was found, each to be chosen; what is in the library already is opened instead. */
export function FoundList({ looked, draft, onDraft, onOpen }: Props) {
  const all = foundIn(looked)
  const alone = all.filter(({ kind }) => kind === 'article').length === 1
  return (
    <ul className="found" aria-label={t('add.found')}>
      {all.map((found) => (
        <li key={`${found.kind} ${found.url}`}>
          <label className="found-one">
            <input
              type="checkbox"
              className="check"
              disabled={found.known !== null}
              checked={found.known !== null || draft.chosen.has(found.url)}
              onChange={() => onDraft({ ...draft, chosen: toggled(draft.chosen, found.url) })}
            />
            {found.kind === 'article' ? <ArticleWords found={found} alone={alone} /> : <FeedWords found={found} />}
            {found.kind === 'feed' && <Rss className="icon" strokeWidth={1.75} aria-hidden="true" />}
          </label>
          {found.kind === 'article' && <Known found={found} onOpen={onOpen} />}
        </li>
      ))}
    </ul>
  )
}

function ArticleWords({ found, alone }: { readonly found: FoundArticle; readonly alone: boolean }) {
  return (
    <span className="found-words">
      <b>{alone ? t('add.thisArticle') : found.site}</b>
      <span className="found-headline" dir="auto">
        {found.headline}
      </span>
      <span>{articleFacts(found, (iso) => clock.day(iso))}</span>
    </span>
  )
}

function FeedWords({ found }: { readonly found: FoundFeed }) {
  return (
    <span className="found-words">
      <b dir="auto">{found.title === '' ? found.url : found.title}</b>
      <span>{found.known === null ? feedFacts(found) : t('add.followed', { facts: feedFacts(found) })}</span>
    </span>
  )
}

function Known({ found: { known }, onOpen }: { readonly found: Found; readonly onOpen: (article: number) => void }) {
  if (known === null) return null
  return (
    <p className="found-known">
      {t('add.known')}{' '}
      <button type="button" className="text-button" onClick={() => onOpen(known)}>
        {t('add.openIt')}
      </button>
    </p>
  )
}
