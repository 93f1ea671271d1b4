import { useState } from 'react'
import type { DeletedEntry } from '../../contract/keeping.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { useDeleted } from '../app/queries.ts'
import { TextError } from '../compare/TextError.tsx'
import { EmptyDialog } from '../dialogs/EmptyDialog.tsx'
import { clock } from '../ui/clock.ts'
import { useNow } from '../ui/useNow.ts'
import { shortened } from '../ui/words.ts'
import { entryWords, leftWords } from './deletedWords.ts'

/** What was deleted in the last 30 days, each with what takes it back. */
export function DeletedList() {
  const deleted = useDeleted()
  const now = useNow()
  if (deleted.error !== null) {
    return <TextError error={deleted.error} onRetry={() => void deleted.refetch()} inline={false} />
  }
  const hidden = deleted.data === undefined ? 0 : unnamed(deleted.data.entries, deleted.data)
  return (
    <ul className="deleted scroller" aria-label={t('list.deleted')}>
      {deleted.data?.entries.map((entry) => (
        <Entry key={`${entry.deletion} ${entry.article}`} entry={entry} now={now} />
      ))}
      {hidden > 0 && <li className="deleted-more">{t('list.deleted.more', { n: hidden })}</li>}
    </ul>
  )
}

/** Beyond the first 500 entries only how many more there are is known. */
function unnamed(entries: readonly DeletedEntry[], all: { readonly articles: number; readonly versions: number }) {
  return all.articles + all.versions - entries.reduce((sum, one) => sum + (one.whole ? 1 : one.versions), 0)
}

function Entry({ entry, now }: { readonly entry: DeletedEntry; readonly now: number }) {
  const { tell, tellFailure } = useActs()
  const { go } = useWhere()
  const { article, deletion, headline } = entry
  const what = entryWords(entry)
  const open = () => go({ type: 'open', article, unseen: 0, show: true })
  const restore = async (button: HTMLElement) => {
    restoreBeside(button)?.focus()
    const { versions } = await valueOf(window.palimpsest.library.restore({ deletion, article }))
    if (versions === 0 && !entry.whole) return tell(t('list.deleted.gone'))
    tell(
      t(entry.whole ? 'list.deleted.restored' : 'list.deleted.restoredOf', { what, headline: shortened(headline, 50) })
    )
    open()
  }
  return (
    <li className="deleted-entry">
      <div className="article-top">
        <bdi className="article-source" lang={entry.lang ?? undefined}>
          {entry.source}
        </bdi>
        <time dateTime={entry.at} title={t('list.deleted.at', { at: clock.moment(entry.at) })}>
          {clock.relative(entry.at, now)}
        </time>
      </div>
      <button
        type="button"
        className="article-headline deleted-headline"
        lang={entry.lang ?? undefined}
        dir={entry.dir === 'rtl' ? 'rtl' : 'auto'}
        onClick={open}
      >
        {headline === '' ? t('list.noHeadline') : headline}
      </button>
      <div className="article-foot">
        <span className="article-phrase">{t('list.deleted.entry', { what, left: leftWords(entry.until, now) })}</span>
        <button
          type="button"
          className="button"
          aria-label={t('list.deleted.restoreOf', { what, headline })}
          onClick={(event) => void restore(event.currentTarget).catch(tellFailure)}
        >
          {t('list.deleted.restore')}
        </button>
      </div>
    </li>
  )
}

/** What the focus moves to before an entry goes. */
function restoreBeside(button: HTMLElement): HTMLElement | null {
  const entry = button.closest('li')
  const beside = entry?.nextElementSibling ?? entry?.previousElementSibling
  return beside?.querySelector<HTMLElement>('.button') ?? null
}

/** Empties the list; the only deleting that asks first. */
export function EmptyButton() {
  const [asks, setAsks] = useState(false)
  return (
    <>
      <button type="button" className="button list-new" onClick={() => setAsks(true)}>
        {t('list.deleted.empty')}
      </button>
      {asks && <EmptyDialog onClose={() => setAsks(false)} />}
    </>
  )
}
