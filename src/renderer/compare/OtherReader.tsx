import { direction } from '../../catalogue/words.ts'
import type { Readers } from '../../domain/readers.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { readersWords } from './readers.ts'

interface Props {
  readonly readers: Readers | null
  readonly older: RevisionInfo
  readonly newer: RevisionInfo
}

/** Says so where the texts of two versions were read by two programs. */
export function OtherReader({ readers, older, newer }: Props) {
  if (readers === null) return null
  return (
    <p className="summary" data-not-text dir={direction()}>
      {readersWords(readers, { older, newer })}
    </p>
  )
}
