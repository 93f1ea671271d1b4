import { Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { longestNote, type Note, type NoteAbout } from '../../contract/notes.ts'
import { t } from '../../catalogue/words.ts'
import { clock } from '../ui/clock.ts'
import { IconButton } from '../ui/IconButton.tsx'
import type { AboutWords } from './aboutWords.ts'
import { dropDraft, keyOfNew, keyOfNote } from './drafts.ts'
import type { NoteActs } from './useNotes.ts'
import { useSaved, type Saving } from './useSaved.ts'

interface Props {
  readonly article: number
  readonly about: NoteAbout
  readonly words: AboutWords
  /** Null for one that the library does not have yet. */
  readonly note: Note | null
  readonly at: string
  /** Takes the focus whenever this grows. */
  readonly focus: number
  readonly acts: NoteActs
  readonly onAdded: (id: number) => void
  readonly onGone: () => void
}

/** One note, always open for writing. */
export function NoteCard({ article, about, words, note, at, focus, acts, onAdded, onGone }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useRef(note?.id ?? null)
  const draft = note === null ? keyOfNew(article, about, at) : keyOfNote(note.id)
  const save = async (text: string) => {
    if (id.current !== null) return void (await acts.set(id.current, text))
    if (text.trim() === '') return
    const added = await acts.add({ about, text, begunAt: at })
    id.current = added.id
    onAdded(added.id)
  }
  const { text, type, flush, saving } = useSaved({ draft, stored: note?.text ?? '', save })
  useEffect(() => {
    if (focus > 0) field.current?.focus()
  }, [focus])
  const remove = async () => {
    await flush()
    if (id.current === null) dropDraft(draft)
    else acts.remove(id.current)
    onGone()
  }
  return (
    <li className="note-card">
      <div className="note-head">
        <NoteAboutLine words={words} />
        <IconButton icon={Trash2} label={t('notes.delete')} onPress={() => void remove()} />
      </div>
      {words.more !== '' && <bdi className="note-more">{words.more}</bdi>}
      <textarea
        ref={field}
        className="field note-field"
        aria-label={`${t('notes.text')}: ${words.title}`}
        placeholder={t('notes.placeholder')}
        dir="auto"
        rows={2}
        maxLength={longestNote}
        value={text}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onBlur={() => void flush()}
      />
      <p className="note-times" data-state={saving.state}>
        {timeWords(note)} <output>{savingWords(saving)}</output>
      </p>
    </li>
  )
}

function NoteAboutLine({ words }: { readonly words: AboutWords }) {
  const { title, go } = words
  if (go === null) return <b className="grow">{title}</b>
  return (
    <span className="grow">
      <button type="button" className="text-button" title={go.words} onClick={go.act}>
        {title}
      </button>
    </span>
  )
}

function timeWords(note: Note | null): string {
  if (note === null) return t('notes.new')
  const at = clock.moment(note.createdAt)
  const edited = clock.moment(note.updatedAt)
  return at === edited ? t('notes.written', { at }) : t('notes.edited', { at, edited })
}

function savingWords(saving: Saving): string {
  if (saving.state === 'failed') return t('notes.unsaved', { why: saving.why })
  if (saving.state === 'typing') return t('notes.saving')
  return saving.state === 'saved' ? t('notes.saved') : ''
}
