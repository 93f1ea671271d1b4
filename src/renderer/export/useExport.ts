import {
  articleExtensions,
  exportWords,
  extensions,
  type ArticleFormat,
  type ExportFormat,
  type ExportWord,
  type Written
} from '../../contract/exporting.ts'
import { locale, t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { lastPart } from './names.ts'

interface Wanted {
  readonly older: number
  readonly newer: number
  readonly format: ExportFormat
  readonly name: string
  readonly notes: boolean
}

interface ArticlesWanted {
  /** Null for all of the library. */
  readonly articles: readonly number[] | null
  readonly format: ArticleFormat
  readonly name: string
  readonly notes: boolean
  /** Empty where nobody is named. */
  readonly madeBy: string
}

/** What a written comparison says, with its places for values left open. */
function words(): Record<ExportWord, string> {
  const open = { a: '{a}', b: '{b}' }
  return Object.fromEntries(exportWords.map((word) => [word, t(`export.word.${word}`, open)])) as Record<
    ExportWord,
    string
  >
}

/** Writing files: where to is asked in a dialog of the system. Answers whether a place was chosen. */
export function useExport() {
  const { tell, tellFailure } = useActs()
  const { library, shell } = window.palimpsest
  /** A picture is posted somewhere: its words go along. */
  const offerFor = (path: string, alt: string | undefined) => {
    if (alt === undefined)
      return { words: t('export.show'), act: () => void valueOf(shell.showInFolder({ path })).catch(tellFailure) }
    const copy = async () => {
      await navigator.clipboard.writeText(alt)
      tell(t('export.copiedAlt'))
    }
    return { words: t('export.copyAlt'), act: () => void copy().catch(tellFailure) }
  }
  const save = async (
    name: string,
    extension: string,
    write: (path: string) => Promise<Written>,
    done: (file: string) => string
  ) => {
    const path = await valueOf(shell.saveFile({ name, extension }))
    if (path === null) return false
    const written = await write(path)
    const file = lastPart(path)
    if (written.state === 'stopped') tell(t('export.stopped'))
    else if (written.state === 'failed') tell(t(`export.failed.${written.reason}`, { name: file }))
    else tell(done(file), offerFor(path, written.alt))
    return written.state !== 'stopped'
  }
  return {
    exportPair: ({ older, newer, format, name, notes }: Wanted) => {
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
      const wanted = { older, newer, format, notes, words: words(), locale: locale(), timeZone }
      return save(
        name,
        extensions[format],
        (path) => valueOf(library.exportPair({ ...wanted, path })),
        (file) => t('export.done', { name: file })
      )
    },
    exportArticles: ({ articles, format, name, notes, madeBy }: ArticlesWanted) => {
      const wanted = {
        articles: articles === null ? null : [...articles],
        format,
        notes,
        madeBy: madeBy.trim() || null
      }
      return save(
        name,
        articleExtensions[format],
        (path) => valueOf(library.exportArticles({ ...wanted, path })),
        (file) => t('export.done', { name: file })
      )
    },
    saveLog: (name: string, text: string) =>
      save(
        name,
        'txt',
        (path) => valueOf(library.saveText({ path, text })),
        (file) => t('imported.logSaved', { name: file })
      )
  }
}
