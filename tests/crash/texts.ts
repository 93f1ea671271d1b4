import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Block, Content } from '../../src/domain/revision.ts'
import type { Dice } from './dice.ts'

const samples = resolve(import.meta.dirname, '../../resources/sample-library')
const files = [
  '01-quay-row-sea-wall',
  '12-ar-souq-al-nahhasin',
  '14-hi-rani-talab',
  '16-ja-kyu-ekisha',
  '19-de-hallenbad'
]

interface Sample {
  readonly captures: readonly { readonly content?: { readonly blocks: readonly Block[] } }[]
}

/** The blocks of one sample article each: what the texts of a plan are made of. */
const pools = files.map((name) => {
  const { captures } = JSON.parse(readFileSync(join(samples, `${name}.json`), 'utf8')) as Sample
  return captures.flatMap(({ content }) => content?.blocks ?? [])
})

/** Blocks of which one is a headline and one names `n`, so that no two texts of an article are the same. */
export type Text = readonly Block[]

/** A first text of 3 to 40, now and then 150, blocks; one in eight has no headline. */
export function firstText(roll: Dice, pool: number, n: number): Text {
  const length = roll(12) === 0 ? 150 : 3 + roll(38)
  const headline = roll(8) === 0 ? [] : [block('headline', roll, pool)]
  return numbered([...headline, ...Array.from({ length }, () => anyBlock(roll, pool))], n)
}

/** The text with one to four blocks changed, put in, taken out or said twice. */
export function editedText(text: Text, roll: Dice, { pool, n }: { readonly pool: number; readonly n: number }): Text {
  const blocks = [...text]
  for (let edits = 1 + roll(4); edits > 0; edits--) edit(blocks, roll, pool)
  return numbered(blocks, n)
}

function edit(blocks: Block[], roll: Dice, pool: number): void {
  const at = roll(blocks.length)
  const kind = roll(4)
  if (kind === 0) blocks.splice(at, blocks.length > 4 ? 1 : 0)
  else if (kind === 1) blocks.splice(at, 0, blocks[at]!)
  else if (kind === 2) blocks.splice(at, 0, anyBlock(roll, pool))
  else blocks[at] = { ...blocks[at]!, text: `${blocks[at]!.text} ${1000 + roll(9000)}.` }
}

function anyBlock(roll: Dice, pool: number): Block {
  const plain = block('paragraph', roll, pool)
  const kind = roll(10)
  if (kind === 0)
    return { ...plain, links: [{ text: plain.text.slice(0, 9), href: `https://example.org/${roll(99)}` }] }
  if (kind === 1) return { ...plain, kind: 'image', src: `https://example.org/${roll(99)}.jpg` }
  return plain
}

const block = (kind: Block['kind'], roll: Dice, pool: number): Block => {
  const blocks = pools[pool % pools.length]!
  return { kind, text: blocks[roll(blocks.length)]!.text }
}

const mark = 'Letters received so far: '

function numbered(blocks: readonly Block[], n: number): Text {
  return [...blocks.filter(({ text }) => !text.startsWith(mark)), { kind: 'paragraph', text: `${mark}${n}` }]
}

/** A text as a revision holds it, with what the page says of its own time. */
export function asContent(blocks: Text): Content {
  const said = blocks.at(-1)!.text
  return { blocks, claims: [{ kind: 'updated', where: 'visible', text: `Updated. ${said}`, at: null }] }
}
