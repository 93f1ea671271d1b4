import type { Failure, FailureCode } from '../../contract/failure.ts'

export interface FailureWords {
  readonly title: string
  readonly text: string
}

/** What happened, what is safe, what next. */
export function failureWords({ code, detail }: Failure): FailureWords {
  return all[code](detail)
}

const broken = (detail: string): FailureWords => ({
  title: 'This could not be shown.',
  text: `Something in Palimpsest failed${detail === '' ? '' : ` (${detail})`}. Everything stored is safe.`
})

const all: Readonly<Record<FailureCode, (detail: string) => FailureWords>> = {
  'unknown-call': broken,
  'bad-arguments': broken,
  'foreign-sender': broken,
  internal: broken,
  'not-found': () => ({
    title: 'It is no longer in the library.',
    text: 'It may have been removed in another window. Choose another article from the list.'
  }),
  'library-stopped': () => ({
    title: 'The library stopped',
    text: 'Everything stored is safe. Palimpsest starts it again; if it does not come back, close Palimpsest and open it again.'
  }),
  'newer-schema': (detail) => ({
    title: 'This library was made by a newer Palimpsest',
    text: `${detail === '' ? '' : `The file has format ${detail}, which this version does not know. `}Nothing was changed. Install the newer Palimpsest to open it.`
  }),
  'older-schema': () => ({
    title: 'This library is in an older format',
    text: 'Nothing was changed. Open it in Palimpsest, which brings it up to date, and try again.'
  }),
  'not-a-library': (detail) => ({
    title: 'This file is not a library',
    text: `${detail === '' ? 'The file' : `“${detail}”`} was left as it is. Move it elsewhere, or start Palimpsest with another library file.`
  }),
  corrupt: (detail) => ({
    title: 'The library file is damaged',
    text: `Palimpsest found damage in the file and stopped before writing to it${detail === '' ? '' : ` (${detail})`}. Put a backup copy in its place, then start Palimpsest again.`
  }),
  full: () => ({
    title: 'The disk is full',
    text: 'Everything stored so far is safe. Free some space on the disk, then start Palimpsest again.'
  }),
  readonly: () => ({
    title: 'The library cannot be written',
    text: 'The file or its folder is read-only. Nothing was changed. Allow writing to it, then start Palimpsest again.'
  }),
  'disk-error': () => ({
    title: 'The disk reported an error',
    text: 'What was stored before is safe; the last change may not have been. Check the disk, then start Palimpsest again.'
  }),
  locked: () => ({
    title: 'Another program is using the library',
    text: 'Nothing was changed. Close the other program, or the other Palimpsest, then start Palimpsest again.'
  })
}
