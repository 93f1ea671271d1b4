import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blame } from '../../../src/domain/blame/blame.ts'
import { blockKinds, type Block, type Content } from '../../../src/domain/revision.ts'
import { told } from './history.ts'
import { faults } from './invariants.ts'

const scripts: readonly (readonly string[])[] = [
  'the council said on Monday that 40 households of Quay Row will not leave £2.4m “until” ninety-five minister’s homes'.split(
    ' '
  ),
  'قال الرئيس إن الحكومة لن توافق على الخطة في مارس ٣ سنوات انتظر السكان'.split(' '),
  '他说 政府 将 在 三月 不 批准 这个 计划 居民们 等了 30 年'.split(' '),
  'นายกรัฐมนตรี กล่าวว่า รัฐบาล จะ ไม่ อนุมัติ แผนนี้ ใน เดือน มีนาคม 12'.split(' '),
  '👨‍👩‍👧 e\u0301te\u0301 soft\u00adly a\u0308\u200db *** ... -- क्‍षत्रिय प्रधानमंत्री'.split(' ')
]

const sentenceOf = (words: readonly string[]) =>
  fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
    .map((list) => `${list.join(/\p{Script=Han}|\p{Script=Thai}/u.test(list.join('')) ? '' : ' ')}. `)
const blockOf = (words: readonly string[]): fc.Arbitrary<Block> =>
  fc.record({
    kind: fc.constantFrom(...blockKinds, 'paragraph' as const, 'paragraph' as const, 'paragraph' as const),
    text: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.array(sentenceOf(words), { minLength: 1, maxLength: 4 }).map((list) => list.join(''))
      },
      fc.constantFrom('Advertisement', '* * *', '', ' ')
    )
  })

type Blocks = readonly Block[]
type Edit = (blocks: Blocks, past: readonly Blocks[]) => Blocks

/** Edits a sentence of the text of one block. */
const inside =
  (place: number, edit: (sentences: string[]) => string[]): Edit =>
  (blocks) =>
    blocks.map((block, at) =>
      at === place % blocks.length ? { ...block, text: edit(block.text.split(/(?<=\. )/)).join('') } : block
    )

/** What editors do from one revision to the next. */
const editOf = (words: readonly string[]): fc.Arbitrary<Edit> => {
  const at = fc.nat(40)
  const swapLetters = (text: string) => text.replace(/(\p{L})(\p{L})(?=\p{L}+\W*$)/u, '$2$1')
  return fc.oneof(
    fc.tuple(at, blockOf(words)).map(
      ([to, block]): Edit =>
        (blocks) =>
          blocks.toSpliced(to % (blocks.length + 1), 0, block)
    ),
    at.map(
      (from): Edit =>
        (blocks) =>
          blocks.filter((_, each) => each !== from % blocks.length)
    ),
    fc.tuple(at, at).map(([from, to]): Edit => (blocks) => {
      const moved = blocks[from % Math.max(1, blocks.length)]
      return moved === undefined
        ? blocks
        : blocks.filter((each) => each !== moved).toSpliced(to % blocks.length, 0, moved)
    }),
    at.map((from): Edit => (blocks) => {
      const [one, other] = [blocks[from % Math.max(1, blocks.length)], blocks[(from % Math.max(1, blocks.length)) + 1]]
      if (one === undefined || other === undefined) return blocks
      return blocks.toSpliced(blocks.indexOf(one), 2, { ...one, text: one.text + other.text })
    }),
    fc
      .tuple(at, at, fc.constantFrom(...words))
      .map(([place, pick, word]): Edit =>
        inside(place, (sentences) =>
          sentences.map((sentence, each) =>
            each === pick % sentences.length ? sentence.replace(/\S+/u, word) : sentence
          )
        )
      ),
    fc
      .tuple(at, sentenceOf(words))
      .map(([place, sentence]) => inside(place, (list) => list.toSpliced(place, 0, sentence))),
    at.map((place) => inside(place, (list) => list.toReversed())),
    at.map((place) => inside(place, (list) => list.map(swapLetters))),
    at.map((place) => inside(place, (list) => list.slice(1))),
    at.map(
      (back): Edit =>
        (blocks, past) =>
          past[back % Math.max(1, past.length)] ?? blocks
    )
  )
}

const history = fc.constantFrom(...scripts).chain((words) =>
  fc
    .tuple(
      fc.array(blockOf(words), { maxLength: 7 }),
      fc.array(fc.array(editOf(words), { maxLength: 4 }), { maxLength: 7 })
    )
    .map(([first, steps]): Content[] => {
      const past: Blocks[] = [first]
      for (const edits of steps) past.push(edits.reduce((blocks, edit) => edit(blocks, past), past.at(-1)!))
      return past.map((blocks) => ({ blocks, claims: [] }))
    })
)

test('passages cover every text; lives are in order, hold the target and begin where the words are', () => {
  fc.assert(
    fc.property(history, (revisions) => {
      revisions.forEach((_, target) => {
        const found = blame(revisions, target)
        expect({ faults: faults(revisions, target, found), hitTimeout: found.hitTimeout }).toEqual({
          faults: [],
          hitTimeout: false
        })
      })
    }),
    { numRuns: 800 }
  )
})

test('a revision shown twice in a row changes no life but by its length', () => {
  fc.assert(
    fc.property(history, (revisions) => {
      const last = revisions.length - 1
      const starts = ({ blocks, lives }: ReturnType<typeof blame>) =>
        blocks.map((passages) => passages.map(({ start, life }) => [start, lives[life]!.introduced]))
      expect(starts(blame([...revisions, revisions[last]!], last + 1))).toEqual(starts(blame(revisions, last)))
    }),
    { numRuns: 300 }
  )
})

test('later revisions never change who introduced a passage', () => {
  fc.assert(
    fc.property(history, (revisions) => {
      revisions.forEach(({ blocks }, target) => {
        const early = blame(revisions.slice(0, target + 1), target)
        const late = blame(revisions, target)
        const introduced = (found: typeof late) =>
          blocks.map((block, at) => {
            const of = (offset: number) => found.blocks[at]!.find(({ end }) => offset < end)!.life
            return [...block.text].map((_, offset) => found.lives[of(offset)]!.introduced)
          })
        expect(introduced(late)).toEqual(introduced(early))
      })
    }),
    { numRuns: 200 }
  )
})

test('the same history gives the same answer', () => {
  fc.assert(
    fc.property(history, (revisions) => {
      const last = revisions.length - 1
      const again = revisions.map(({ blocks, claims }) => ({ blocks: blocks.map((block) => ({ ...block })), claims }))
      expect(told(blame(again, last), again[last]!)).toEqual(told(blame(revisions, last), revisions[last]!))
    }),
    { numRuns: 200 }
  )
})
