import { useRef, type ReactNode } from 'react'
import type { SummaryPart } from '../../domain/diff/comparison.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { keyed } from '../ui/keyed.ts'
import { withStops } from './summaryParts.ts'

interface Props {
  readonly parts: readonly SummaryPart[]
  readonly onJump: (edit: number) => void
  /** How far the reader has come with looking. */
  readonly reviewed: ReactNode
}

/** What changed, in a sentence; each part that stands for changes jumps to the first, then on to the next. */
export function Summary({ parts, onJump, reviewed }: Props) {
  const turns = useRef(new Map<string, number>())
  const jump = (edits: readonly number[], key: string) => {
    const turn = turns.current.get(key) ?? 0
    turns.current.set(key, turn + 1)
    onJump(edits[turn % edits.length]!)
  }
  return (
    <div className="summary" data-not-text dir="ltr">
      <p>
        {keyed(withStops(parts), (part) => part.text).map(({ key, item: part }) =>
          part.edits.length === 0 ? (
            <span key={key}>{part.text}</span>
          ) : (
            <span className="summary-part" key={key}>
              <button
                type="button"
                className={`text-button ${part.isHeadline ? 'summary-strong' : ''}`}
                onClick={() => jump(part.edits, key)}
              >
                <Arrowed text={part.text} />
              </button>
              {part.stop}
            </span>
          )
        )}
      </p>
      {reviewed}
    </div>
  )
}
