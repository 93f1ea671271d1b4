import { CircleAlert, FileText } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { refusalWords } from '../app/importWords.ts'
import { useImports } from '../app/ImportContext.tsx'
import { Dialog } from '../ui/Dialog.tsx'

export type AddTab = 'paste' | 'files'

interface Props {
  /** What was typed before and not added yet. */
  readonly draft: string
  readonly onDraft: (text: string) => void
  readonly onClose: () => void
}

const names: Readonly<Record<AddTab, string>> = { paste: 'Paste text', files: 'Files' }
const tabs = ['paste', 'files'] as const

export function AddDialog({ draft, onDraft, onClose }: Props) {
  const [tab, setTab] = useState<AddTab>('paste')
  const [error, setError] = useState<string | null>(null)
  const { addText, chooseFiles, busy } = useImports()

  const refuse = (words: string) => {
    setError(words)
    document.getElementById('add-text')?.focus()
  }
  const add = async () => {
    if (draft.trim() === '') {
      refuse('There is no text yet. Paste an article with its headline on the first line.')
      return
    }
    const refusal = await addText(draft)
    if (refusal !== null) {
      refuse(`${refusalWords(refusal)} Nothing was added.`)
      return
    }
    onDraft('')
    onClose()
  }
  const typed = (text: string) => {
    onDraft(text)
    setError(null)
  }
  return (
    <Dialog
      wide
      title="Add to library"
      onClose={onClose}
      head={<TabList tab={tab} onTab={setTab} />}
      footer={
        <>
          <span className="grow">Saved on this computer only</span>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          {tab === 'paste' && (
            <button type="button" className="button button-primary" disabled={busy} onClick={() => void add()}>
              {busy ? 'Adding' : 'Add 1 article'}
            </button>
          )}
        </>
      }
    >
      {tab === 'paste' ? (
        <PasteTab draft={draft} error={error} onType={typed} onAdd={() => void add()} />
      ) : (
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

function TabList({ tab, onTab }: { readonly tab: AddTab; readonly onTab: (tab: AddTab) => void }) {
  const moved = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const other = tab === 'paste' ? 'files' : 'paste'
    onTab(other)
    document.getElementById(`add-${other}`)?.focus()
  }
  return (
    <div className="segmented" role="tablist" aria-label="What to add">
      {tabs.map((one) => (
        <button
          key={one}
          id={`add-${one}`}
          type="button"
          role="tab"
          aria-selected={one === tab}
          aria-controls="add-panel"
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
          onKeyDown={moved}
        >
          {names[one]}
        </button>
      ))}
    </div>
  )
}

interface PasteProps {
  readonly draft: string
  readonly error: string | null
  readonly onType: (text: string) => void
  readonly onAdd: () => void
}

function PasteTab({ draft, error, onType, onAdd }: PasteProps) {
  return (
    <div role="tabpanel" id="add-panel" aria-labelledby="add-paste">
      <label className="label" htmlFor="add-text">
        Article text
      </label>
      <textarea
        id="add-text"
        className="field"
        dir="auto"
        data-first
        value={draft}
        aria-invalid={error !== null}
        aria-describedby={error === null ? 'add-help' : 'add-error add-help'}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onAdd()
        }}
      />
      {error !== null && (
        <p className="field-error" id="add-error" role="alert">
          <CircleAlert className="icon" strokeWidth={1.75} aria-hidden="true" />
          {error}
        </p>
      )}
      <p className="help" id="add-help">
        The headline on the first line, then a line with the date, then the text with empty lines between paragraphs.
        Paste a later wording with the same headline to add a version.
      </p>
    </div>
  )
}

function FilesTab({ onChoose }: { readonly onChoose: () => void }) {
  return (
    <div role="tabpanel" id="add-panel" aria-labelledby="add-files" className="files-drop">
      <FileText className="icon" strokeWidth={1.5} aria-hidden="true" />
      <p>Drop plain text and history files anywhere in this window, or choose them.</p>
      <button type="button" className="button" onClick={onChoose}>
        Choose files
      </button>
    </div>
  )
}
