import { Plus } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { TextError } from '../compare/TextError.tsx'
import { describeAbout } from './aboutWords.ts'
import { NoteCard } from './NoteCard.tsx'
import { useCards } from './useCards.ts'
import { useNoteActs, useNotes } from './useNotes.ts'

interface Props {
  readonly timemap: Timemap
  readonly index: number
  /** Opens a version, by its place. */
  readonly onShow: (index: number) => void
}

/** What the reader wrote about an article, its versions and its changes. */
export function NotesTab({ timemap, index, onShow }: Props) {
  const { article, revisions } = timemap
  const notes = useNotes(article.id)
  const acts = useNoteActs(article.id)
  const { cards, begin, added, gone } = useCards(article.id, notes.data?.notes ?? [])
  const { id, label } = revisions[index]!
  if (notes.error !== null) return <TextError error={notes.error} onRetry={() => void notes.refetch()} inline />
  if (notes.data === undefined) return null
  const known = { revisions, index, changes: notes.data.changes, onShow }
  return (
    <>
      <div className="inspector-buttons">
        <Begin words={t('notes.onArticle')} onPress={() => begin({ kind: 'article' })} />
        <Begin words={t('notes.onVersion', { label })} onPress={() => begin({ kind: 'version', revision: id })} />
      </div>
      <p className="help">{cards.length === 0 ? `${t('notes.none')} ${t('notes.help')}` : t('notes.help')}</p>
      <ul className="note-cards">
        {cards.map(({ key, about, note, more, focus }) => {
          const words = describeAbout(about, known)
          return (
            <NoteCard
              key={key}
              {...{ about, note, focus, acts }}
              article={article.id}
              words={words.more === '' ? { ...words, more } : words}
              onAdded={(made) => added(key, made)}
              onGone={() => gone(key)}
            />
          )
        })}
      </ul>
    </>
  )
}

function Begin({ words, onPress }: { readonly words: string; readonly onPress: () => void }) {
  return (
    <Button className="button" onPress={onPress}>
      <Plus className="icon" strokeWidth={1.75} aria-hidden="true" />
      {words}
    </Button>
  )
}
