import { failureOf } from '../library/failure-of.ts'
import { largestFile, type FileRefusal } from '../library/exchange/read-file.ts'
import type { FileVerdict } from '../library/verify-file.ts'

/** Why a file was not read, and what to do, in words. */
export function refusalWords(file: string, { code, detail }: Pick<FileRefusal, 'code' | 'detail'>): string {
  const where = detail === '' ? '' : ` (${forTerminal(detail)})`
  const reasons: Record<FileRefusal['code'], string> = {
    missing: 'is not there.',
    unreadable: `cannot be read${detail === '' ? '' : ` (${detail})`}. Check that it is a file and that you may read it.`,
    folder: 'is a folder. Name the files in it instead.',
    empty: 'is empty: it holds no text.',
    'too-large': `is too large. Text files are read up to ${largestFile / 1_000_000} MB.`,
    binary: 'is not text. Save the article as plain text first.',
    'no-article': 'holds no article: a headline on the first line and at least one paragraph under it are needed.',
    'not-a-history': `is not a whole history file${detail === '' ? '' : ` (see ${detail})`}.`,
    'newer-format': `was made by a newer version (format ${detail}).`,
    damaged: `is damaged${where}.`,
    truncated: `ends too early${where}. It may not have been downloaded whole.`,
    unsafe: `is made in a way that could do harm${where}. Nothing of it was opened.`,
    encrypted: 'is encrypted. Decrypt it first.',
    'unknown-format': 'has no format that is known.',
    'wrong-schema': `is not what its program writes${where}.`,
    'needs-files': `needs files that lie beside it${where}.`,
    'not-a-page': `holds no page${where}.`,
    'bad-time': `has a time that cannot be read${where}.`,
    tampered: `is not what was written: its own hashes do not fit${where}.`
  }
  return `"${file}" ${reasons[code]}`
}

type Unreadable = Extract<FileVerdict, { readonly state: 'unreadable' }>

/** Why a file cannot be verified, in words. */
export function unreadableWords(file: string, { code, detail }: Unreadable): string {
  const reasons: Partial<Record<Unreadable['code'], string>> = {
    missing: 'is not there.',
    'no-file': 'is no file.',
    'not-a-library': 'is not a Palimpsest library. It was left as it is.',
    'newer-schema': `was made by a newer Palimpsest (format ${detail}). Use that one to verify it.`,
    'older-schema': `is in an older format (${detail}). Open it in Palimpsest once, which brings it up to date.`,
    corrupt: 'is no library, or is damaged at its very beginning so that it cannot be opened. It was left as it is.',
    full: 'could not be copied to be read: the disk for temporary files is full.',
    readonly: 'cannot be read. Check that you may read it.',
    locked: 'is being used by another program.'
  }
  return `"${file}" ${reasons[code] ?? `cannot be read (${[code, detail].filter(Boolean).join(': ')}).`}`
}

/** Text that comes from a page must not move the cursor or colour the terminal. */
export const forTerminal = (text: string): string => text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, ' ')

const failures: Readonly<Record<string, string>> = {
  'not-found': 'That is not in the library',
  'newer-schema': 'The library was made by a newer Palimpsest. Use that one',
  'not-a-library': 'The file is not a Palimpsest library. It was left as it is',
  corrupt: 'The library is damaged. Open it in the application, which can repair it or bring a copy back',
  full: 'The disk is too full to write. Nothing was stored that was not said to be',
  readonly: 'The library cannot be written. Check that you may write the file and its folder',
  locked: 'The library is being used by another program. Try again in a moment',
  'disk-error': 'The disk reports errors. Nothing was stored that was not said to be',
  'bad-arguments': 'That cannot be done'
}

/** Why something could not be done, in words; a bug is called one. */
export function errorWords(error: unknown): string {
  const failure = failureOf(error)
  if (failure === null) return `an error that should not happen: ${String(error)}`
  const words = failures[failure.code] ?? failure.code
  return `${words}${failure.detail === '' ? '' : ` (${forTerminal(failure.detail)})`}.`
}

/** Whether an error is one that was foreseen, and no bug. */
export const isForeseen = (error: unknown): boolean => failureOf(error) !== null
