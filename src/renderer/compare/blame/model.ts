import type { BlameAnswer } from '../../../contract/contract.ts'
import { countWords } from '../../../domain/count.ts'
import type { Content } from '../../../domain/revision.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { agesOf, type Ages } from './ages.ts'

/** First and last of some neighbouring versions, by index. */
export type Stretch = readonly [from: number, to: number]

/** Words that stood somewhere and then did not. */
export interface Past {
  readonly text: string
  readonly held: Stretch
}

/** Neighbouring words of one life. */
export interface BlameRun {
  readonly kind: 'run'
  readonly key: string
  readonly start: number
  readonly end: number
  readonly shade: number
  /** The version they were first seen in. */
  readonly introduced: number
  /** The version they came back in, where they were missing in between. */
  readonly back: number | null
  readonly held: readonly Stretch[]
  readonly replaced: readonly Past[]
}

/** A place where words left; several may have, one after the other. */
export interface BlameCut {
  readonly kind: 'cut'
  readonly key: string
  readonly at: number
  readonly pasts: readonly Past[]
}

export interface BlameBlock {
  readonly runs: readonly BlameRun[]
  readonly cuts: readonly BlameCut[]
}

/** Blocks that stood behind one another in the same versions. */
export interface GoneLine {
  readonly key: string
  readonly held: Stretch
  readonly texts: readonly { readonly text: string; readonly isParagraph: boolean }[]
}

export interface BlameModel {
  readonly ages: Ages
  readonly blocks: readonly BlameBlock[]
  /** By the block they stood behind; -1 before the first. */
  readonly gone: ReadonlyMap<number, readonly GoneLine[]>
  /** What can be pointed at, by key. */
  readonly places: ReadonlyMap<string, BlameRun | BlameCut>
  readonly hitTimeout: boolean
}

const known = new WeakMap<BlameAnswer, BlameModel>()

/** What is drawn of where words come from, made once for each answer. `at` is the index of the version that is shown. */
export function modelOf(
  answer: BlameAnswer,
  content: Content,
  { revisions, at }: { readonly revisions: readonly RevisionInfo[]; readonly at: number }
): BlameModel {
  const made = known.get(answer) ?? newModel(answer, content, { revisions, at })
  known.set(answer, made)
  return made
}

function newModel(
  answer: BlameAnswer,
  content: Content,
  { revisions, at }: { readonly revisions: readonly RevisionInfo[]; readonly at: number }
): BlameModel {
  const indexes = new Map(revisions.map(({ id }, index) => [id, index]))
  const stretch = ([from, to]: readonly [number, number]): Stretch => [indexes.get(from) ?? 0, indexes.get(to) ?? 0]
  const lives = answer.lives.map((life) => life.map(stretch))
  const ages = agesOf(wordsByAge(answer, content, lives), at + 1)
  const replaced = Map.groupBy(answer.replaced, ({ block, passage }) => `${block} ${passage}`)
  const cuts = Map.groupBy(answer.cuts, ({ block }) => block)
  const past = ({ text, held }: { text: string; held: readonly [number, number] }): Past => ({
    text,
    held: stretch(held)
  })
  const blocks = answer.blocks.map((passages, block): BlameBlock => {
    const runs = passages.map(({ start, end, life }, passage): BlameRun => {
      const held = lives[life]!
      const introduced = held[0]![0]
      const here = held.findLast(([from]) => from <= at) ?? held[0]!
      return {
        kind: 'run',
        key: `${block}-${passage}`,
        start,
        end,
        shade: ages.shadeOf(introduced),
        introduced,
        back: here[0] === introduced ? null : here[0],
        held,
        replaced: (replaced.get(`${block} ${passage}`) ?? []).map(past)
      }
    })
    const places = Map.groupBy(cuts.get(block) ?? [], (cut) => cut.at)
    const made = [...places].map(([offset, of]): BlameCut => {
      return { kind: 'cut', key: `${block}-cut-${offset}`, at: offset, pasts: of.map(past) }
    })
    return { runs, cuts: made.toSorted((one, other) => one.at - other.at) }
  })
  const places = new Map(blocks.flatMap(({ runs, cuts: of }) => [...runs, ...of].map((one) => [one.key, one] as const)))
  return { ages, blocks, places, gone: goneLines(answer, stretch), hitTimeout: answer.hitTimeout }
}

function wordsByAge({ blocks }: BlameAnswer, content: Content, lives: readonly (readonly Stretch[])[]) {
  const words = new Map<number, number>()
  blocks.forEach((passages, block) => {
    const { kind, text = '' } = content.blocks[block] ?? {}
    if (kind === 'image') return
    for (const { start, end, life } of passages) {
      const introduced = lives[life]![0]![0]
      words.set(introduced, (words.get(introduced) ?? 0) + countWords(text.slice(start, end)))
    }
  })
  return words
}

function goneLines({ gone }: BlameAnswer, stretch: (ids: readonly [number, number]) => Stretch) {
  const lines = new Map<number, GoneLine[]>()
  gone.forEach(({ after, kind, text, held }, n) => {
    const here = lines.get(after) ?? []
    const last = here.at(-1)
    const [from, to] = stretch(held)
    const texts = [{ text, isParagraph: kind === 'paragraph' || kind === 'quote' }]
    if (last !== undefined && last.held[0] === from && last.held[1] === to) {
      here[here.length - 1] = { ...last, texts: [...last.texts, ...texts] }
    } else here.push({ key: `gone-${n}`, held: [from, to], texts })
    lines.set(after, here)
  })
  return lines
}
