import { t } from '../../catalogue/words.ts'
import type { NoteAbout, NotedChange } from '../../contract/notes.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'

/** What a note is on, in words, and what shows that. */
export interface AboutWords {
  readonly title: string
  /** Null where it is what is open anyway, or is not there any more. */
  readonly go: { readonly words: string; readonly act: () => void } | null
  /** The change in words. */
  readonly more: string
}

interface Known {
  readonly revisions: readonly RevisionInfo[]
  /** The place of the open version. */
  readonly index: number
  readonly changes: readonly NotedChange[]
  /** Opens a version, by its place. */
  readonly onShow: (index: number) => void
}

export function describeAbout(about: NoteAbout, { revisions, index, changes, onShow }: Known): AboutWords {
  if (about.kind === 'article') return { title: t('notes.aboutArticle'), go: null, more: '' }
  const change = about.kind === 'change' ? changes.find(({ hash }) => hash === about.hash) : undefined
  const id = about.kind === 'version' ? about.revision : change?.revision
  const at = revisions.findIndex((revision) => revision.id === id)
  const label = revisions[at]?.label
  const more = change?.reason ?? ''
  if (label === undefined) {
    return { title: about.kind === 'change' ? t('notes.aboutSomeChange') : t('notes.aboutLostVersion'), go: null, more }
  }
  const act = () => onShow(at)
  if (about.kind === 'change')
    return { title: t('notes.aboutChange', { label }), go: { words: t('notes.goChange', { label }), act }, more }
  const go = at === index ? null : { words: t('notes.goVersion', { label }), act }
  return { title: t('notes.aboutVersion', { label }), go, more }
}
