import { CircleAlert, FileText } from 'lucide-react'
import { t } from '../../catalogue/words.ts'

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
        {t('add.text')}
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
        {t('add.textHelp')}
      </p>
    </div>
  )
}

/** Files are dropped or chosen. */
export function FilesTab({ onChoose }: { readonly onChoose: () => void }) {
  return (
    <div role="tabpanel" id="add-panel" aria-labelledby="add-files" className="files-drop">
      <FileText className="icon" strokeWidth={1.5} aria-hidden="true" />
      <p>{t('add.dropFiles')}</p>
      <button type="button" className="button" onClick={onChoose}>
        {t('add.chooseFiles')}
      </button>
    </div>
  )
}
