import { largestFile, type FileRefusal } from '../library/exchange/read-file.ts'

/** Why a file was not read, and what to do, in words. */
export function refusalWords(file: string, { code, detail }: FileRefusal): string {
  const reasons: Record<FileRefusal['code'], string> = {
    missing: 'is not there.',
    unreadable: `cannot be read${detail === '' ? '' : ` (${detail})`}. Check that it is a file and that you may read it.`,
    folder: 'is a folder. Name the files in it instead.',
    empty: 'is empty: it holds no text.',
    'too-large': `is too large. Text files are read up to ${largestFile / 1_000_000} MB.`,
    binary: 'is not text. Save the article as plain text first.',
    'no-article': 'holds no article: a headline on the first line and at least one paragraph under it are needed.',
    'not-a-history': `is not a whole history file${detail === '' ? '' : ` (see ${detail})`}.`,
    'newer-format': `was made by a newer version (format ${detail}).`
  }
  return `"${file}" ${reasons[code]}`
}
