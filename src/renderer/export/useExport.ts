import {
  extensions,
  ownExportWords,
  type ExportFormat,
  type ExportWord,
  type Written
} from '../../contract/exporting.ts'
import { outcomes } from '../../domain/capture.ts'
import { locale, t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { outcomeWords } from '../tracking/outcomeWords.ts'
import { lastPart, withExtension } from './names.ts'

interface Wanted {
  readonly older: number
  readonly newer: number
  readonly format: ExportFormat
  readonly name: string
  readonly notes: boolean
}

/** What a written comparison says, with its places for values left open. */
function words(): Record<ExportWord, string> {
  const open = { a: '{a}', b: '{b}' }
  const own = ownExportWords.map((word) => [word, t(`export.word.${word}`, open)] as const)
  const seen = outcomes.map((outcome) => [`outcome-${outcome}`, t(outcomeWords[outcome].long)] as const)
  return Object.fromEntries([...own, ...seen]) as Record<ExportWord, string>
}

/** Writing files: where to is asked in a dialog of the system. Answers whether a place was chosen. */
export function useExport() {
  const { tell, tellFailure } = useActs()
  const { library, shell } = window.palimpsest
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
    else {
      const show = () => void valueOf(shell.showInFolder({ path })).catch(tellFailure)
      tell(done(file), { words: t('export.show'), act: show })
    }
    return true
  }
  return {
    exportPair: ({ older, newer, format, name, notes }: Wanted) => {
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
      const wanted = { older, newer, format, notes, words: words(), locale: locale(), timeZone }
      return save(
        withExtension(name, format),
        extensions[format],
        (path) => valueOf(library.exportPair({ ...wanted, path })),
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
