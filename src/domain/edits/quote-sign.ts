import { isQuotationMark } from './quotes.ts'
import type { Side, Sides } from './sides.ts'
import type { Sign } from './sign.ts'

/** Words inside quotation marks that changed, or the marks themselves. */
export function quoteSign({ older, newer, sentence }: Sides): Sign | null {
  const marks = marksAlone(older, newer)
  if (marks !== null) return { kind: 'quote', reason: `quotation marks ${marks}` }
  const sides = [older, newer].filter(({ keys }) => keys.length > 0)
  const mostly = sides.length === 2 ? 0.5 : 0.4
  const inside = sentence ? sides.every((side) => side.quotedShare >= mostly) : sides.some(({ quoted }) => quoted)
  return sides.length > 0 && inside ? { kind: 'quote', reason: 'quote altered' } : null
}

/** What happened to quotation marks, where the words beside them stayed; null where words changed as well. */
function marksAlone(older: Side, newer: Side): string | null {
  const count = ({ keys }: Side) => keys.filter((key) => isQuotationMark(key)).length
  const rest = ({ keys }: Side) => keys.filter((key) => !isQuotationMark(key)).join(' ')
  if (count(older) + count(newer) === 0 || rest(older) !== rest(newer)) return null
  if (count(older) === 0) return 'added'
  return count(newer) === 0 ? 'removed' : 'changed'
}
