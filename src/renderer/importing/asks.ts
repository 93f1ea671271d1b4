import type { LookedFile, Looked } from '../../contract/importing.ts'
import { isPlain } from './formatWords.ts'

/** More files than this are counted before they are added. */
const few = 30

/** Whether a reader is shown what files hold, and asked, before anything of them is stored; not where they hold nothing. */
export function asksFirst(looked: Looked): boolean {
  const { files } = looked
  const { newArticles, newRevisions, alreadyThere, deleted, feeds, addresses } = looked
  const holds = newArticles + newRevisions + alreadyThere + deleted + feeds + addresses
  if (holds === 0 && files.every(({ about }) => about === null)) return false
  return files.length > few || files.some(needsWords)
}

const needsWords = ({ format, isZoneGuessed, about }: LookedFile): boolean =>
  isZoneGuessed || about !== null || (format !== null && !isPlain(format))
