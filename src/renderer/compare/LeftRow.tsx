import { placeWords } from './moves.ts'
import { Told } from './Told.tsx'
import { CornerLeftDown, CornerLeftUp } from 'lucide-react'
import { direction } from '../../catalogue/words.ts'
import { shortened } from '../ui/words.ts'
import type { Row } from './rows.ts'

/** Marks of the quotation that a block may begin with: its beginning is shown in marks of ours. */
const opening = /^["'\u2018\u201c\u201e\u00ab\u300c\u300e\s]+/u

/** The place that a moved block left, with the way to where it stands now. */
export function LeftRow({ row, onJump }: { readonly row: Row; readonly onJump: (key: string) => void }) {
  const move = row.move
  if (move === null) return null
  const Icon = move.direction === 'up' ? CornerLeftUp : CornerLeftDown
  return (
    <div className="row fold" data-row={row.key} dir={direction()}>
      <div className="row-text fold-line fold-moved" data-not-text>
        <button type="button" onClick={() => onJump(move.other)}>
          <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
          <span>
            <Told
              say="move.left"
              with={{
                words: <bdi>{shortened(row.block.text.replace(opening, ''), 38)}</bdi>,
                direction: move.direction,
                place: placeWords(move, 'to')
              }}
            />
          </span>
        </button>
      </div>
    </div>
  )
}
