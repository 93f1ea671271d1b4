import { t } from '../../catalogue/words.ts'
import type { BlockKind } from '../../domain/revision.ts'
import { whatOf } from './reasons.ts'

/** Both ends of a move, as its edit tells them. */
export interface Move {
  readonly direction: 'up' | 'down'
  readonly what: BlockKind
  /** Which of its kind it was and is, from 1; null where nothing is told. */
  readonly from: number | null
  readonly to: number | null
  readonly unchanged: boolean
  /** The key of the row at the other end. */
  readonly other: string
}

/** `moved up from 7th paragraph to 2nd, wording unchanged` in its parts. */
export function readMove(reason: string, what: BlockKind, other: string): Move {
  const [, from, to] = /from (\d+)\D+ to (\d+)/u.exec(reason) ?? []
  const place = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  return {
    direction: reason.startsWith('moved down') ? 'down' : 'up',
    what,
    from: place(from),
    to: place(to),
    unchanged: reason.endsWith('wording unchanged'),
    other
  }
}

/** `from 7th paragraph to 2nd, wording unchanged`. */
export function moveWords({ from, to, what, unchanged }: Move): string {
  if (from === null || to === null) return ''
  const places = t('move.places', { from, to, what: whatOf(what) })
  return unchanged ? t('move.unchanged', { places }) : places
}

/** `2nd paragraph`: where it stands now, or where it stood. */
export function placeWords({ from, to, what }: Move, end: 'from' | 'to'): string {
  const n = end === 'from' ? from : to
  return n === null ? t('move.elsewhere') : t('move.place', { n, what: whatOf(what) })
}
