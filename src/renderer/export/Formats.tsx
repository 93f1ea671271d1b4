import { Braces, FileCode, FileDiff, FileText, FileType, Image, NotebookPen, type LucideIcon } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { exportFormats, type ExportFormat } from '../../contract/exporting.ts'
import { t } from '../../catalogue/words.ts'

const icons: Readonly<Record<ExportFormat, LucideIcon>> = {
  html: FileCode,
  pdf: FileText,
  markdown: NotebookPen,
  json: Braces,
  text: FileType,
  patch: FileDiff,
  card: Image
}

interface Props {
  readonly format: ExportFormat
  readonly onFormat: (format: ExportFormat) => void
}

/** What a comparison can be written as. */
export function Formats({ format, onFormat }: Props) {
  return (
    <RadioGroup
      className="formats"
      aria-label={t('export.format')}
      value={format}
      onChange={(key) => onFormat(exportFormats.find((one) => one === key) ?? format)}
    >
      {exportFormats.map((one) => {
        const Icon = icons[one]
        return (
          // The first thing in the dialog, and the one that decides the others.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          <Radio key={one} value={one} className="format" autoFocus={one === format}>
            <span className="choice-dot" aria-hidden="true" />
            <span className="format-words">
              <b>{t(`export.${one}`)}</b>
              <span className="format-help">{t(`export.${one}Help`)}</span>
            </span>
            <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
          </Radio>
        )
      })}
    </RadioGroup>
  )
}
