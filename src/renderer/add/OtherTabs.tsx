import { CircleAlert, FileText } from 'lucide-react'

interface PasteProps {
  readonly draft: string
  readonly error: string | null
  readonly onType: (text: string) => void
  readonly onAdd: () => void
}

/** A whole article as text. */
export function PasteTab({ draft, error, onType, onAdd }: PasteProps) {
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

/** Files are dropped or chosen. */
export function FilesTab({ onChoose }: { readonly onChoose: () => void }) {
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
