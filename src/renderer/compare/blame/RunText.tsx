// A passage is text that can be asked where it comes from: it takes the focus, in turn with the others, and stays text.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex */
import { t } from '../../../catalogue/words.ts'
import type { Block } from '../../../domain/revision.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { linked, linkRanges, type LinkRange } from '../links.ts'
import type { BlameBlock, BlameCut, BlameRun } from './model.ts'
import { ageWords } from './words.ts'

interface Props {
  readonly block: Block
  readonly blame: BlameBlock
  readonly revisions: readonly RevisionInfo[]
}

/** A block's text in passages, each with the version it was first seen in. */
export function RunsText({ block, blame, revisions }: Props) {
  const ranges = linkRanges(block.text, block.links)
  return blame.runs.map((run) => {
    const isLast = run === blame.runs.at(-1)
    const cuts = blame.cuts.filter(({ at }) => at >= run.start && (at < run.end || (isLast && at === run.end)))
    return <RunText key={run.key} {...{ block, run, cuts, ranges, revisions }} />
  })
}

interface RunProps extends Omit<Props, 'blame'> {
  readonly run: BlameRun
  readonly cuts: readonly BlameCut[]
  readonly ranges: readonly LinkRange[]
}

/** A passage in as many parts as the places divide it where words left; the space after it is never tinted. */
function RunText({ block, run, cuts, ranges, revisions }: RunProps) {
  const text = block.text.slice(run.start, run.end)
  const end = run.start + text.trimEnd().length
  const stops = [...cuts.map(({ at }) => Math.min(at, end)), end]
  return (
    <>
      {stops.map((to, n) => {
        const from = n === 0 ? run.start : stops[n - 1]!
        const cut = cuts[n]
        return (
          <span key={`${from} ${to}`}>
            {to > from && <Part {...{ block, run, ranges, revisions, from, to }} isFirst={n === 0} />}
            {cut !== undefined && <CutMark cut={cut} revisions={revisions} />}
          </span>
        )
      })}
      {block.text.slice(end, run.end)}
    </>
  )
}

/** No line ends between the number and the word it belongs to. */
const wordJoiner = '\u2060'

interface PartProps extends Omit<RunProps, 'cuts'> {
  readonly from: number
  readonly to: number
  readonly isFirst: boolean
}

function Part({ block, run, ranges, revisions, from, to, isFirst }: PartProps) {
  const age = ageWords(run, revisions)
  const isMarked = run.shade > 1 || run.back !== null
  const pressable = isMarked ? ({ role: 'button', 'aria-haspopup': 'dialog' } as const) : {}
  return (
    <span
      className={`blame-run blame-${run.shade}`}
      data-run={run.key}
      data-shade={run.shade}
      {...(isFirst ? { 'data-stop': '', tabIndex: -1, ...pressable } : {})}
    >
      {isFirst && isMarked && (
        <sup className="blame-age" aria-hidden="true">
          {run.back === null ? revisions[run.introduced]?.label : age}
          {wordJoiner}
        </sup>
      )}
      {linked(block.text.slice(from, to), from, ranges).map((stretch) =>
        stretch.href === null ? (
          stretch.text
        ) : (
          <span key={stretch.from} className="page-link">
            {stretch.text}
          </span>
        )
      )}
      {isFirst && <span className="hidden-text"> [{t('blame.spoken', { age })}]</span>}
    </span>
  )
}

/** A wedge where words left. */
function CutMark({ cut, revisions }: { readonly cut: BlameCut; readonly revisions: readonly RevisionInfo[] }) {
  const last = cut.pasts.at(-1)!
  const version = revisions[last.held[1] + 1]?.label ?? ''
  return (
    <button
      type="button"
      className="blame-cut"
      data-run={cut.key}
      data-stop=""
      tabIndex={-1}
      aria-haspopup="dialog"
      aria-label={t('blame.cut', { text: last.text, v: version })}
    />
  )
}
