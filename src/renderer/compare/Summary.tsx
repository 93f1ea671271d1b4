import { useRef, type ReactNode } from 'react'
import { direction } from '../../catalogue/words.ts'
import type { Comparison } from '../../domain/diff/comparison.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { keyed } from '../ui/keyed.ts'
import { SilentTag } from './SilentTag.tsx'
import { withStops } from './summaryParts.ts'

interface Props {
  readonly comparison: Comparison
  /** The versions after the older one, up to the newer one. */
  readonly between: readonly RevisionInfo[]
  readonly onJump: (edit: number) => void
  /** How far the reader has come with looking. */
  readonly reviewed: ReactNode
}

/** What changed, in a sentence; each part that stands for changes jumps to the first, then on to the next. */
export function Summary({ comparison, between, onJump, reviewed }: Props) {
  const turns = useRef(new Map<string, number>())
  const jump = (edits: readonly number[], key: string) => {
    const turn = turns.current.get(key) ?? 0
    turns.current.set(key, turn + 1)
    onJump(edits[turn % edits.length]!)
  }
  return (
    <div className="summary summary-tagged" data-not-text dir={direction()}>
      <p>
        {keyed(withStops(comparison.summary), (part) => part.text).map(({ key, item: part }) =>
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
      <SilentTag between={between} edits={comparison.edits} />
      {reviewed}
    </div>
  )
}
