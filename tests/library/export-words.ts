import { t } from '../../src/catalogue/words.ts'
import { exportWords, ownExportWords, type ExportWord } from '../../src/contract/exporting.ts'

const open = { a: '{a}', b: '{b}' }

/** What a report says, as the window hands it over. Outcomes are called by their names. */
export const reportWords = {
  ...Object.fromEntries(exportWords.map((word) => [word, word])),
  ...Object.fromEntries(ownExportWords.map((word) => [word, t(`export.word.${word}`, open)]))
} as Record<ExportWord, string>
