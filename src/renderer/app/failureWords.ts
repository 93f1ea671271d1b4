import type { Failure, FailureCode } from '../../contract/failure.ts'

export interface FailureWords {
  /** Without a full stop. */
  readonly title: string
  readonly text: string
}

/** What happened, what is safe, what next. */
export function failureWords({ code, detail }: Failure): FailureWords {
  return all[code](detail)
}

const broken = (detail: string): FailureWords => ({
  title: 'This could not be shown',
  text: `Something in Palimpsest failed${detail === '' ? '' : ` (${detail})`}. Everything stored is safe.`
})

const all: Readonly<Record<FailureCode, (detail: string) => FailureWords>> = {
  'unknown-call': broken,
  'bad-arguments': broken,
  'foreign-sender': broken,
  internal: broken,
  'not-found': () => ({
    title: 'It is no longer in the library',
    text: 'It may have been removed in another window. Choose another article from the list.'
  }),
  'library-stopped': () => ({
    title: 'The library stopped',
    text: 'Everything stored is safe. Palimpsest starts it again; if it does not come back, close Palimpsest and open it again.'
  }),
  'newer-schema': (detail) => ({
    title: 'This library was made by a newer Palimpsest',
    text: `${detail === '' ? '' : `The file has format ${detail}, which this version does not know. `}Nothing was changed. Install the newer Palimpsest to open it, or choose another library.`
  }),
  'older-schema': () => ({
    title: 'This library is in an older format',
    text: 'Nothing was changed. Open it in Palimpsest, which brings it up to date, and try again.'
  }),
  'not-a-library': () => ({
    title: 'This file is not a library',
    text: 'Another program made it, and it was left as it is. Choose a library file, or the folder of one.'
  }),
  'library-missing': () => ({
    title: 'The library is not where it was',
    text: 'Nothing was changed. If it lies on a disk that is not connected, connect the disk and try again.'
  }),
  corrupt: (detail) => ({
    title: 'The library file is damaged',
    text:
      detail === 'nothing-readable'
        ? 'Nothing could be read from the file. It was left as it is. Restore a backup if there is one.'
        : 'Palimpsest found damage in the file and writes nothing to it. Restore a backup, or make a repaired copy of all that can still be read. The damaged file is kept either way.'
  }),
  full: (detail) => ({
    title: 'There is too little room on the disk',
    text: `Everything stored so far is safe. Nothing new is stored while less than 200 MB are free${megabytes(detail)}. Free some space, and it goes on by itself.`
  }),
  readonly: () => ({
    title: 'The library cannot be written',
    text: 'The file, its folder or its disk is read-only. Nothing was changed. You can read it from a copy, or allow writing and try again.'
  }),
  'disk-error': () => ({
    title: 'The disk reported an error',
    text: 'What was stored before is safe; the last change may not have been. Check the disk, then try again.'
  }),
  locked: () => ({
    title: 'Another program is using the library',
    text: 'Nothing was changed. Close the other program, or the other Palimpsest, then try again.'
  })
}

/** How much is left, where that was measured: the detail is a number of bytes then. */
function megabytes(detail: string): string {
  return /^\d+$/u.test(detail) ? ` (now ${Math.floor(Number(detail) / 1_000_000)} MB)` : ''
}
