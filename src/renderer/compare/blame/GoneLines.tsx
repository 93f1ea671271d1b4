import { ChevronRight } from 'lucide-react'
import { direction, t } from '../../../catalogue/words.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { keyed } from '../../ui/keyed.ts'
import type { Folds } from '../InlineText.tsx'
import { useBlaming } from './BlameContext.ts'
import type { GoneLine } from './model.ts'
import { versionsWords } from './words.ts'

interface Props {
  readonly lines: readonly GoneLine[]
  readonly revisions: readonly RevisionInfo[]
  readonly folds: Folds
}

/** A closed line for each paragraph that stood here; it opens to show it. */
export function GoneLines({ lines, revisions, folds }: Props) {
  return lines.map((line) => (
    <Gone key={line.key} line={line} revisions={revisions} isOpen={folds.isOpen(line.key)} onToggle={folds.toggle} />
  ))
}

interface GoneProps {
  readonly line: GoneLine
  readonly revisions: readonly RevisionInfo[]
  readonly isOpen: boolean
  readonly onToggle: (key: string) => void
}

function Gone({ line, revisions, isOpen, onToggle }: GoneProps) {
  const { compare } = useBlaming()
  const [from, to] = line.held
  const [older, newer] = [revisions[to]?.label, revisions[to + 1]?.label]
  const say = line.texts.every(({ isParagraph }) => isParagraph) ? 'blame.gone' : 'blame.gonePassages'
  const text = line.texts[0]?.text ?? ''
  return (
    <div
      className="row blame-gone"
      data-closed={isOpen ? undefined : line.texts.map((one) => one.text).join('\n')}
      data-fold={line.key}
    >
      <div className="row-text">
        <div className="blame-gone-line" data-not-text>
          <button
            type="button"
            dir={direction()}
            aria-expanded={isOpen}
            data-stop=""
            tabIndex={-1}
            onClick={() => onToggle(line.key)}
          >
            <ChevronRight className="icon" strokeWidth={1.75} aria-hidden="true" />
            {t(say, { n: line.texts.length, versions: versionsWords([from, to], revisions), v: newer ?? '' })}
          </button>
          {isOpen && (
            <button
              type="button"
              dir={direction()}
              className="text-button"
              onClick={() => compare({ older: to, newer: to + 1, text })}
            >
              {t('blame.compare', { older: older ?? '', newer: newer ?? '' })}
            </button>
          )}
        </div>
        {isOpen &&
          keyed(line.texts, (one) => one.text).map(({ key, item }) => (
            <p key={key} className="block blame-gone-text">
              <del className="whole">{item.text}</del>
            </p>
          ))}
      </div>
    </div>
  )
}
