import { Plus } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { NoteAbout } from '../../contract/notes.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { TextError } from '../compare/TextError.tsx'
import { describeAbout } from './aboutWords.ts'
import { cardsOf } from './cards.ts'
import { useInspector } from './InspectorContext.tsx'
import { NoteCard } from './NoteCard.tsx'
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
  const { begun } = useInspector()
  const { id, label } = revisions[index]!
  if (notes.error !== null) return <TextError error={notes.error} onRetry={() => void notes.refetch()} inline />
  if (notes.data === undefined) return null
  const cards = cardsOf(
    notes.data.notes,
    begun.notes.filter((one) => one.article === article.id)
  )
  const begin = (about: NoteAbout) => begun.begin({ article: article.id, about, more: '' })
  const known = { revisions, index, changes: notes.data.changes, onShow }
  return (
    <>
      <div className="inspector-buttons">
        <Begin words={t('notes.onArticle')} onPress={() => begin({ kind: 'article' })} />
        <Begin words={t('notes.onVersion', { label })} onPress={() => begin({ kind: 'version', revision: id })} />
      </div>
      <p className="help">{cards.length === 0 ? `${t('notes.none')} ${t('notes.help')}` : t('notes.help')}</p>
      <ul className="note-cards">
        {cards.map(({ key, about, note, at, more, focus }) => {
          const words = describeAbout(about, known)
          return (
            <NoteCard
              key={key}
              {...{ about, note, at, focus, acts }}
              article={article.id}
              words={words.more === '' ? { ...words, more } : words}
              onAdded={(made) => begun.added(key, made)}
              onGone={() => begun.gone(key)}
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
