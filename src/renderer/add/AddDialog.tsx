import { useState } from 'react'
import { t } from '../../catalogue/words.ts'
import type { SourceCount } from '../../contract/lists.ts'
import { refusalWords } from '../app/importWords.ts'
import { useImports } from '../app/ImportContext.tsx'
import { addButton } from '../tracking/addWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { chosenIn, type Draft } from './draft.ts'
import { FilesTab, PasteTab } from './OtherTabs.tsx'
import { LinkTab } from './LinkTab.tsx'
import { TabList } from './TabList.tsx'
import { useLinks } from './useLinks.ts'
import './add.css'

interface Props {
  readonly sources: readonly SourceCount[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onClose: () => void
}

export function AddDialog({ sources, draft, onDraft, onClose }: Props) {
  const { chooseFiles } = useImports()
  const paste = usePaste(draft, onDraft, onClose)
  const links = useLinks(draft, onDraft, onClose)
  const { tab } = draft
  const setTab = (next: Draft['tab']) => onDraft({ ...draft, tab: next })
  return (
    <Dialog
      wide
      title={t('add.title')}
      onClose={onClose}
      head={<TabList tab={tab} onTab={setTab} />}
      footer={
        <>
          <span className="grow">{t('add.local')}</span>
          <button type="button" className="button" onClick={onClose}>
            {t('app.cancel')}
          </button>
          {tab === 'paste' && (
            <button type="button" className="button button-primary" disabled={paste.busy} onClick={paste.add}>
              {paste.busy ? t('add.adding') : t('add.addArticle')}
            </button>
          )}
          {tab === 'link' && <LinkButton draft={draft} links={links} />}
        </>
      }
    >
      {tab === 'link' && <LinkTab {...{ sources, draft, onDraft, links, onClose }} />}
      {tab === 'paste' && (
        <PasteTab
          draft={draft.text}
          error={paste.error}
          onType={(text) => {
            paste.forget()
            onDraft({ ...draft, text })
          }}
          onAdd={paste.add}
        />
      )}
      {tab === 'files' && (
        <FilesTab
          onChoose={() => {
            onClose()
            void chooseFiles()
          }}
        />
      )}
    </Dialog>
  )
}

/** Find, until something is found and chosen: then it adds that. */
function LinkButton({ draft, links }: { readonly draft: Draft; readonly links: ReturnType<typeof useLinks> }) {
  const chosen = chosenIn(draft)
  const articles = chosen.filter(({ kind }) => kind === 'article').length
  const isFound = draft.found !== null && draft.found.at === draft.address
  const words = {
    looking: t('add.looking'),
    adding: t('add.adding'),
    none: isFound ? addButton(articles, chosen.length - articles) : t('add.find')
  }
  return (
    <button
      type="button"
      className="button button-primary"
      disabled={links.busy !== 'none' || (isFound && chosen.length === 0)}
      onClick={links.enter}
    >
      {words[links.busy]}
      {links.busy === 'none' && <kbd aria-hidden="true">↵</kbd>}
    </button>
  )
}

function usePaste(draft: Draft, onDraft: (draft: Draft) => void, onClose: () => void) {
  const { addText, busy } = useImports()
  const [error, setError] = useState<string | null>(null)
  const refuse = (words: string) => {
    setError(words)
    document.getElementById('add-text')?.focus()
  }
  const add = async () => {
    if (draft.text.trim() === '') {
      return refuse(t('add.noText'))
    }
    const refusal = await addText(draft.text)
    if (refusal !== null) return refuse(t('add.refused', { words: refusalWords(refusal) }))
    onDraft({ ...draft, text: '' })
    onClose()
  }
  return { error, busy, add: () => void add(), forget: () => setError(null) }
}
