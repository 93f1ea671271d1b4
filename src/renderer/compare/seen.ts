import type { Content } from '../../domain/revision.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { useContents } from '../app/queries.ts'
import { firstMissing, firstSeen } from './firstSeen.ts'
import type { Row } from './rows.ts'

/** Beyond this many versions the texts between are not all fetched to find when something came. */
const most = 60

/** In which version each added row was first seen and each removed one first missing; in words. */
export function useSeen(older: RevisionInfo, between: readonly RevisionInfo[]): (row: Row) => string {
  const wanted = between.length > 1 && between.length <= most ? between : []
  const contents = useContents(wanted.map((revision) => revision.id))
  return (row) => {
    if (row.kind !== 'added' && row.kind !== 'removed') return ''
    if (between.length === 1)
      return row.kind === 'added' ? `first seen in v${between[0]!.label}` : `in v${between[0]!.label}`
    if (between.length > most) return `after v${older.label}`
    return contents === null ? '' : words(row, contents, between)
  }
}

function words(row: Row, contents: readonly Content[], between: readonly RevisionInfo[]): string {
  const { text } = row.block
  if (row.kind === 'removed') return `in v${between[firstMissing(contents, text).index]?.label}`
  const { index, reworded } = firstSeen(contents, text)
  return `first seen in v${between[index]?.label}${reworded ? ', reworded since' : ''}`
}
