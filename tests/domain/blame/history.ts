import { blame, type Blame } from '../../../src/domain/blame/blame.ts'
import type { Block, Content } from '../../../src/domain/revision.ts'
import { blockKinds } from '../../../src/domain/revision.ts'

/** A revision of paragraphs, one a line; a line may name another kind: `headline: Council approves plan`. */
export function revisionOf(...lines: readonly string[]): Content {
  return { blocks: lines.map(toBlock), claims: [] }
}

function toBlock(line: string): Block {
  const kind = blockKinds.find((name) => line.startsWith(`${name}: `))
  return kind === undefined ? { kind: 'paragraph', text: line } : { kind, text: line.slice(kind.length + 2) }
}

/** One line for each block: each passage after the versions that hold it, counted from 1, as in `(1-3 6)It rained. ` */
export function told({ blocks, lives }: Blame, { blocks: texts }: Content): string[] {
  return blocks.map((passages, at) =>
    passages.map(({ start, end, life }) => held(lives[life]!) + texts[at]!.text.slice(start, end)).join('')
  )
}

function held({ held }: Blame['lives'][number]): string {
  return `(${held.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}-${to + 1}`)).join(' ')})`
}

/** What blame tells of the last of some versions, or of version `target`, counted from 1. */
export function toldOf(versions: readonly (readonly string[])[], target: number = versions.length): string[] {
  const revisions = versions.map((lines) => revisionOf(...lines))
  return told(blame(revisions, target - 1), revisions[target - 1]!)
}
