import {
  Archive,
  Braces,
  Clock,
  FileCode,
  FileDiff,
  FileText,
  FileType,
  Folder,
  Globe,
  Image,
  NotebookPen,
  Package,
  Rows3,
  Rss,
  Table,
  type LucideIcon
} from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { ArticleFormat, ExportFormat } from '../../contract/exporting.ts'
import { t } from '../../catalogue/words.ts'

const icons: Readonly<Record<ExportFormat | ArticleFormat, LucideIcon>> = {
  html: FileCode,
  pdf: FileText,
  markdown: NotebookPen,
  json: Braces,
  text: FileType,
  patch: FileDiff,
  card: Image,
  package: Package,
  wacz: Globe,
  warc: Archive,
  history: Clock,
  csv: Table,
  ndjson: Rows3,
  atom: Rss,
  opml: Folder
}

interface Props<Format extends ExportFormat | ArticleFormat> {
  readonly formats: readonly Format[]
  readonly format: Format
  readonly onFormat: (format: Format) => void
}

/** What a comparison, or articles, can be written as. */
export function Formats<Format extends ExportFormat | ArticleFormat>({ formats, format, onFormat }: Props<Format>) {
  return (
    <RadioGroup
      className="formats"
      aria-label={t('export.format')}
      value={format}
      onChange={(key) => onFormat(formats.find((one) => one === key) ?? format)}
    >
      {formats.map((one) => {
        const Icon: LucideIcon = icons[one]
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
