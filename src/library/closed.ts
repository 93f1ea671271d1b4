import { dirname } from 'node:path'
import { copiesOf } from './copies.ts'
import { closeToOthers } from './store/private.ts'
import { ownFolder } from './usual-place.ts'

/**
 * Closes to other accounts what earlier versions left open to them beside a library: its copies, and the application's own
 * folder. Another folder may have been opened to others on purpose, and stays as it is.
 */
export function closePlace(path: string): void {
  for (const copy of copiesOf(path)) closeToOthers(copy.path)
  if (dirname(path) === ownFolder()) closeToOthers(dirname(path))
}
