import { CornerDownLeft, CornerDownRight, CornerUpLeft, CornerUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { direction, t } from '../../../catalogue/words.ts'
import { BlockText } from '../BlockText.tsx'
import { WholeAdded, WholeRemoved, type Origin } from '../Marks.tsx'
import { placeWords } from '../moves.ts'
import { PlainText, Runs, type Side } from '../Runs.tsx'
import type { Cell } from './cells.ts'

interface Props {
  readonly side: Side
  readonly cell: Cell
  /** The version's label. */
  readonly version: string
  /** What the article's markup says of its text. */
  readonly lang: string | undefined
  readonly dir: 'ltr' | 'rtl' | 'auto'
  readonly origin: Origin
  readonly isTold: (edit: number) => boolean
  readonly describedBy: string | undefined
  /** What is said before the words. */
  readonly spoken: string | null
  readonly onJump: (key: string) => void
}

/** One version's part of a row. */
export function SideCell(props: Props) {
  const { side, cell, version, lang, dir, spoken, onJump } = props
  if (cell.kind === 'none') return <div className={`side-cell side-${side} side-none`} data-side={side} />
  if (cell.kind === 'elsewhere') {
    const { move, end } = cell
    const isDown = (move.direction === 'up') === (end === 'from')
    const Icon = end === 'from' ? (isDown ? CornerDownLeft : CornerUpLeft) : isDown ? CornerDownRight : CornerUpRight
    return (
      <div className={`side-cell side-${side} side-elsewhere`} data-side={side} data-not-text>
        <button type="button" dir={direction()} onClick={() => onJump(move.other)}>
          <Icon className="icon icon-sm" strokeWidth={1.75} aria-hidden="true" />
          {t('side.place', { place: placeWords(move, end), v: version })}
        </button>
      </div>
    )
  }
  return (
    <div className={`side-cell side-${side} side-${cell.mark}`} data-side={side} {...{ lang, dir }}>
      <span className="side-version" data-not-text>
        v{version}
      </span>
      <CellText {...props} cell={cell}>
        {spoken !== null && <span className="hidden-text">[{spoken}] </span>}
      </CellText>
    </div>
  )
}

interface TextProps extends Props {
  readonly cell: Extract<Cell, { kind: 'block' }>
  readonly children: ReactNode
}

/** The heading of the page is that of the newer version. */
function CellText({ side, cell, origin, isTold, describedBy, children }: TextProps) {
  const { block } = cell
  const words = <CellWords {...{ side, cell, origin, isTold }} />
  if (block.kind === 'headline' && side === 'older') {
    return (
      <p className="block block-headline" aria-describedby={describedBy}>
        {children}
        {words}
      </p>
    )
  }
  return (
    <BlockText block={block} describedBy={describedBy}>
      {children}
      {words}
    </BlockText>
  )
}

function CellWords({ side, cell, origin, isTold }: Pick<TextProps, 'side' | 'cell' | 'origin' | 'isTold'>) {
  const { block, runs, mark } = cell
  if (mark === 'whole') {
    if (side === 'older') return <WholeRemoved origin={origin}>{block.text}</WholeRemoved>
    return (
      <WholeAdded origin={origin}>
        <PlainText block={block} />
      </WholeAdded>
    )
  }
  return runs === null ? <PlainText block={block} /> : <Runs {...{ block, runs, origin, isTold, side }} />
}
