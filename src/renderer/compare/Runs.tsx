import type { Run } from '../../domain/diff/comparison.ts'
import type { Block } from '../../domain/revision.ts'
import { breaksOf } from './breaks.ts'
import { linked, linkRanges, type LinkRange } from './links.ts'
import { Added, Removed, type Origin } from './Marks.tsx'

interface Props {
  /** The block whose links are shown: the older one where only the older text is drawn. */
  readonly block: Block
  readonly runs: readonly Run[]
  readonly origin: Origin
  /** What is folded or hidden is drawn as plain text. */
  readonly isTold: (edit: number) => boolean
  /** Both texts as one, or one of them. */
  readonly side?: 'both' | Side
}

export type Side = 'older' | 'newer'

/** A block's text with what was removed and added in it. */
export function Runs({ block, runs, origin, isTold, side = 'both' }: Props) {
  const ranges = linkRanges(block.text, block.links)
  const isHidden = ({ op }: Run) => (op === 'added' && side === 'older') || (op === 'removed' && side === 'newer')
  return placed(runs).map(({ run, key, older, newer }) => {
    if (isHidden(run)) return null
    const from = side === 'older' ? older : newer
    if (run.op === 'same') return <Same key={key} run={run} {...{ from, ranges, origin, side }} />
    const plain = <Plain key={key} text={run.text} from={from} ranges={ranges} />
    if (run.op === 'removed') {
      if (isTold(run.edit)) return <Removed key={key} text={run.text} {...{ origin }} />
      return side === 'older' ? plain : null
    }
    if (!isTold(run.edit)) return plain
    return (
      <Added key={key} text={run.text} origin={origin}>
        {(words, at) => <Plain text={words} from={from + at} ranges={ranges} />}
      </Added>
    )
  })
}

/** Each run with where it begins in both texts, which is also its key. */
function placed(runs: readonly Run[]) {
  let older = 0
  let newer = 0
  return runs.map((run) => {
    const at = { run, key: `${run.op} ${older} ${newer}`, older, newer }
    if (run.op !== 'added') older += (run.op === 'same' ? run.old : run.text).length
    if (run.op !== 'removed') newer += (run.op === 'same' ? run.new : run.text).length
    return at
  })
}

interface PlainProps {
  readonly text: string
  readonly from: number
  readonly ranges: readonly LinkRange[]
}

function Plain({ text, from, ranges }: PlainProps) {
  return linked(text, from, ranges).map((stretch) =>
    stretch.href === null ? (
      stretch.text
    ) : (
      <span key={stretch.from} className="page-link" title={stretch.href}>
        {stretch.text}
      </span>
    )
  )
}

interface SameProps extends Omit<PlainProps, 'text'> {
  readonly run: Extract<Run, { op: 'same' }>
  readonly origin: Origin
  readonly side: 'both' | Side
}

/** Words that stayed. Where a paragraph was split or joined in them, the line break is what changed. */
function Same({ run, from, ranges, origin, side }: SameProps) {
  const stretches = side === 'older' ? breaksOf(run.new, run.old) : breaksOf(run.old, run.new)
  const [came, went] = side === 'older' ? (['removed', 'added'] as const) : (['added', 'removed'] as const)
  return stretches.map(({ text, at, before }) => {
    // `before` speaks of the text that is drawn: what it has and the other lacks is `added`.
    const mark = before === 'added' ? came : before === 'removed' ? went : null
    const isOwn = before === 'added'
    return (
      <span key={at}>
        {mark === 'added' && (side === 'both' || isOwn) && <Added text={'\n'} origin={origin} />}
        {mark === 'removed' && (side === 'both' || isOwn) && <Removed text={'\n'} origin={origin} />}
        {side === 'older' && isOwn && <br />}
        {before === 'removed' && ' '}
        <Plain text={text} from={from + at} ranges={ranges} />
      </span>
    )
  })
}

/** A block's text with its links underlined. */
export function PlainText({ block }: { readonly block: Block }) {
  return <Plain text={block.text} from={0} ranges={linkRanges(block.text, block.links)} />
}
