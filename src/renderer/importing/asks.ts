import type { LookedFile, Looked } from '../../contract/importing.ts'
import { isPlain } from './formatWords.ts'

/** More files than this are counted before they are added. */
const few = 30

/** Whether a reader is shown what files hold, and asked, before anything of them is stored. */
export function asksFirst({ files }: Pick<Looked, 'files'>): boolean {
  const known = files.filter(({ format }) => format !== null)
  return known.length > 0 && (files.length > few || known.some(needsWords))
}

const needsWords = ({ format, isZoneGuessed, about }: LookedFile): boolean =>
  isZoneGuessed || about !== null || (format !== null && !isPlain(format))
