import type { Block, BlockKind, Content } from './revision.ts'

/** A place in an article whose text changes by itself: known by what stands before and after it, '' at an end. */
export interface Slot {
  readonly before: string
  readonly after: string
}

/** What is told of a text by these is never taken for something that changes by itself. */
const telling: ReadonlySet<BlockKind> = new Set([
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'quote',
  'correction-note'
])
/** A slot must have been changed alone so often, and its text must have come back: figures that move do not return. */
const leastChanges = 4
const leastReturns = 2
/** Longer texts are told, not rotated. */
const mostWords = 30

/**
 * The places in an article's successive texts (oldest first) that flip by themselves: nothing else changed with them, again
 * and again, and earlier texts came back. A teaser that rotates does so; a death toll that rises does not.
 */
export function volatileSlots(contents: readonly Content[]): Slot[] {
  const slots = new Map<string, { readonly slot: Slot; readonly texts: string[] }>()
  for (const [i, newer] of contents.entries()) {
    const changed = i === 0 ? null : onlyChange(contents[i - 1]!.blocks, newer.blocks)
    if (changed === null) continue
    const key = JSON.stringify(changed.slot)
    const known = slots.get(key) ?? { slot: changed.slot, texts: [changed.from] }
    known.texts.push(changed.to)
    slots.set(key, known)
  }
  return [...slots.values()].filter(({ texts }) => flips(texts)).map(({ slot }) => slot)
}

function flips(texts: readonly string[]): boolean {
  const returns = texts.filter((text, i) => texts.slice(0, Math.max(0, i - 1)).includes(text)).length
  return texts.length > leastChanges && returns >= leastReturns
}

interface OnlyChange {
  readonly slot: Slot
  readonly from: string
  readonly to: string
}

/** The one block that differs between two texts; null where there is another difference, or one that may matter. */
function onlyChange(older: readonly Block[], newer: readonly Block[]): OnlyChange | null {
  if (older.length !== newer.length) return null
  const differing = newer.flatMap((block, i) => (isSame(block, older[i]!) ? [] : [i]))
  const [at] = differing
  if (differing.length !== 1 || at === undefined) return null
  const [from, to] = [older[at]!, newer[at]!]
  if (from.kind !== to.kind || telling.has(to.kind) || isLong(from) || isLong(to)) return null
  return { slot: { before: newer[at - 1]?.text ?? '', after: newer[at + 1]?.text ?? '' }, from: from.text, to: to.text }
}

const isSame = (a: Block, b: Block): boolean =>
  a === b || (a.kind === b.kind && a.text === b.text && a.src === b.src && linksOf(a) === linksOf(b))
const linksOf = ({ links }: Block): string => (links ?? []).map(({ text, href }) => `${text}\n${href}`).join('\n')
const isLong = ({ text }: Block): boolean => text.split(/\s+/).length > mostWords

/** A text without what stands in such places. */
export function withoutSlots(content: Content, slots: readonly Slot[]): Content {
  if (slots.length === 0) return content
  const { blocks } = content
  const stands = (block: Block, i: number): boolean =>
    telling.has(block.kind) ||
    isLong(block) ||
    !slots.some(({ before, after }) => before === (blocks[i - 1]?.text ?? '') && after === (blocks[i + 1]?.text ?? ''))
  return { ...content, blocks: blocks.filter(stands) }
}
