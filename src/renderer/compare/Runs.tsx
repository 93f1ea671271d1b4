import type { Run } from '../../domain/diff/comparison.ts'
import type { Block } from '../../domain/revision.ts'
import { keyed } from '../ui/keyed.ts'
import { breaksOf } from './breaks.ts'
import { linked, linkRanges, type LinkRange } from './links.ts'

/** Where a mark comes from: the page, and when the change was first seen. */
export interface Origin {
  readonly cite: string | null
  readonly at: string
}

interface Props {
  readonly block: Block
  readonly runs: readonly Run[]
  readonly origin: Origin
  /** Folded edits are drawn as plain new text. */
  readonly isTold: (edit: number) => boolean
}

/** A block's text with what was removed and added in it. */
export function Runs({ block, runs, origin, isTold }: Props) {
  const ranges = linkRanges(block.text, block.links)
  return placed(runs).map(({ run, key, from }) => {
    if (run.op === 'same') return <Same key={key} run={run} {...{ from, ranges, origin }} />
    if (run.op === 'added' && !isTold(run.edit)) return <Plain key={key} text={run.text} from={from} ranges={ranges} />
    if (run.op === 'removed') return isTold(run.edit) ? <Removed key={key} text={run.text} origin={origin} /> : null
    return <Added key={key} text={run.text} origin={origin} from={from} ranges={ranges} />
  })
}

/** Each run with where it begins in the newer text, and a key from its place in both texts. */
function placed(runs: readonly Run[]) {
  let older = 0
  let newer = 0
  return runs.map((run) => {
    const at = { run, key: `${run.op} ${older} ${newer}`, from: newer }
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

type SameRun = Extract<Run, { op: 'same' }>

/** Words that stayed. Where a paragraph was split or joined in them, the line break is what changed. */
function Same({
  run,
  from,
  ranges,
  origin
}: Omit<PlainProps, 'text'> & { readonly run: SameRun; readonly origin: Origin }) {
  return breaksOf(run.old, run.new).map(({ text, at, before }) => (
    <span key={at}>
      {before === 'added' && <Added text={'\n'} origin={origin} from={0} ranges={[]} />}
      {before === 'removed' && <Removed text={'\n'} origin={origin} />}
      {before === 'removed' && ' '}
      <Plain text={text} from={from + at} ranges={ranges} />
    </span>
  ))
}

/** A block's text with its links underlined. */
export function PlainText({ block }: { readonly block: Block }) {
  return <Plain text={block.text} from={0} ranges={linkRanges(block.text, block.links)} />
}

interface MarkProps {
  readonly text: string
  readonly origin: Origin
}

/** The words of a stretch without the spaces at its edges, which are never tinted; a lone line break is a mark. */
function edgesOf(text: string) {
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? []
  return { before, words, after, isBreak: words === '' && text.includes('\n') }
}

/** Spaces at the edges are removed too, but never tinted. */
function Removed({ text, origin }: MarkProps) {
  const { before, words, after, isBreak } = edgesOf(text)
  const shared = { cite: origin.cite ?? undefined, dateTime: origin.at }
  if (isBreak) return <del {...shared}>¶</del>
  return (
    <>
      {before !== '' && <del className="bare"> </del>}
      {words !== '' && (
        <del {...shared}>
          <Lines text={words} />
        </del>
      )}
      {after !== '' && <del className="bare"> </del>}
    </>
  )
}

function Added({ text, origin, from, ranges }: MarkProps & PlainProps) {
  const { before, words, after, isBreak } = edgesOf(text)
  const shared = { cite: origin.cite ?? undefined, dateTime: origin.at }
  if (isBreak) {
    return (
      <>
        <ins {...shared}>¶</ins>
        <br />
      </>
    )
  }
  return (
    <>
      {before}
      {words !== '' && (
        <ins {...shared}>
          <Plain text={words} from={from + before.length} ranges={ranges} />
        </ins>
      )}
      {after}
    </>
  )
}

function Lines({ text }: { readonly text: string }) {
  const [first = '', ...rest] = text.split('\n')
  return (
    <>
      {first}
      {keyed(rest, (line) => line).map(({ key, item }) => (
        <span key={key}> ¶ {item}</span>
      ))}
    </>
  )
}
