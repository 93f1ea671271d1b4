import { t } from '../../src/catalogue/words.ts'
import { exportWords, type ExportWord } from '../../src/contract/exporting.ts'

const open = { a: '{a}', b: '{b}' }

/** What a report says, as the window hands it over. */
export const reportWords = Object.fromEntries(
  exportWords.map((word) => [word, t(`export.word.${word}`, open)])
) as Record<ExportWord, string>
