import { articleExtensions, extensions, type ArticleFormat, type ExportFormat } from '../../contract/exporting.ts'
import { exportWords, type ExportWord } from '../../contract/exporting.ts'

const { pdf: _, card: __, ...written } = extensions
/** What two versions can be written as where there is no window that could draw a PDF or a card. */
export type PlainFormat = Exclude<ExportFormat, 'pdf' | 'card'>

/** How a file ends that what changed between two versions is written to, by format. */
export const pairEndings: Readonly<Record<PlainFormat, string>> = written

/** How a file ends that whole articles are written to, by format. */
export const articleEndings: Readonly<Record<ArticleFormat, string>> = articleExtensions

/** The words that a written comparison has to be given. */
export const wantedWords: readonly ExportWord[] = exportWords

export const isPairFormat = (format: string): format is PlainFormat => Object.hasOwn(pairEndings, format)
export const isArticleFormat = (format: string): format is ArticleFormat => Object.hasOwn(articleEndings, format)
