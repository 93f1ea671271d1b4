import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import type { Block, Content } from '../../src/domain/revision.ts'
import { readCases } from './fixture-cases.ts'
import { paragraph, unfolded } from './redline.ts'

/** A sentence of the story before and after it was altered in substance. */
type Change = readonly [before: string, after: string]

const material: readonly Change[] = [
  ['The number of dead rose to 12 in the night.', 'The number of dead rose to 48 in the night.'],
  ['The clinic treated 4 men.', 'The clinic treated 5 men.'],
  ['The pit lost $1.5m that year.', 'The pit lost $15m that year.'],
  ['It was 5C when the bank slid.', 'It was -5C when the bank slid.'],
  ['The owner did not warn the village.', 'The owner did warn the village.'],
  ['The permit was lawful.', 'The permit was unlawful.'],
  ['“We knew about it,” the foreman said.', '“We heard about it,” the foreman said.'],
  ['He called it a “mistake” at the hall.', 'He called it a mistake at the hall.'],
  ['The lane was measured by Ann Kells.', 'The lane was measured by Ann Quill.'],
  ['The survey is at https://county.example/a today.', 'The survey is at https://county.example/b today.'],
  ['Two men were hurt 3 hours ago.', 'Two men were hurt 5 hours ago.'],
  ['Updated figures name 12 tenants.', 'Updated figures name 21 tenants.'],
  ['The page had 120 comments from tenants.', 'The page had 210 comments from tenants.']
]

/** The same text with other typography, or in another encoding: noise in the very same block. */
const retyped: readonly Change[] = [
  ['The foreman’s lamp — it was new — went out.', "The foreman's lamp - it was new - went out."],
  ['The foremanâ€™s lamp went out.', 'The foreman’s lamp went out.'],
  ['Some 10,000 lorries pass here.', 'Some 10 000 lorries pass here.'],
  ['The café is open.', 'The cafe\u0301 is open.'],
  ['The soft\u00adly lit hall.', 'The softly lit hall.'],
  ['See https://county.example/c?utm_source=x for it.', 'See https://county.example/c for it.'],
  [
    'See https://county.example/c for it.',
    'See https://web.archive.org/web/20260101000000/https://county.example/c for it.'
  ],
  ['Updated 5 minutes ago.', 'Updated 2 hours ago.'],
  ['The pumps were off.', 'The pumps were off. Advertisement.']
]

/** Lines that stand by themselves. */
const lines: readonly Change[] = [
  ['Updated 5 min ago', 'Updated 9 min ago'],
  ['1,204 views', '3,310 views'],
  ['Advertisement', 'Sign up to our newsletter'],
  ['', 'We use cookies to measure visits.'],
  ['Share on Facebook Twitter', 'Share on Facebook X'],
  ['FTSE 100 7,512.30 +0.4%', 'FTSE 100 7,498.10 -0.2%'],
  ['Related: One road | Two bridges', 'Related: Two bridges | One road'],
  ['', 'Read more: A winter without buses'],
  ['', '']
]

const filler = [
  'The lane above the quarry has been closed since the spring, and buses turn at the chapel.',
  'Neighbours have put up a bench and a lamp, and most evenings somebody sits there with a flask of tea.',
  'Children walk along the stream, which takes them a quarter of an hour longer than the road did.'
]

const one = <T>(list: readonly T[]) => fc.constantFrom(...list)

function content(...texts: readonly string[]): Content {
  const blocks = texts.filter((text) => text !== '').map((text): Block => paragraph(text))
  return { blocks, claims: [] }
}

/** A text with the lines of another below it, but for its headline. */
function beside(text: Content, below: Content): Content {
  return { blocks: [...text.blocks, ...below.blocks.filter(({ kind }) => kind !== 'headline')], claims: [] }
}

/** Sentences of one paragraph: those of the story, the altered one and the retyped one, in some order. */
const paragraphs = fc
  .tuple(one(material), one(retyped), one(filler), fc.boolean())
  .map(([change, noise, story, first]) =>
    ([0, 1] as const).map((side) =>
      (first ? [noise[side], change[side], story] : [story, change[side], noise[side]]).join(' ')
    )
  )

describe('no rule folds what touches the story', () => {
  test('beside noise in the same block, and in others', () => {
    fc.assert(
      fc.property(paragraphs, one(lines), one(lines), ([before, after], above, below) => {
        const older = content(filler[0]!, above[0], before!, below[0], filler[2]!)
        const newer = content(filler[0]!, above[1], after!, below[1], filler[2]!)
        const shown = unfolded(compare(older, newer))
        expect(shown.filter(({ minor }) => !minor)).not.toEqual([])
      }),
      { numRuns: 1_500 }
    )
  })

  test('in any case of the fixtures, beside noise of any other', () => {
    const cases = readCases().flatMap((each) => (each.expected === null ? [] : [{ ...each, ...each.expected }]))
    const loud = cases.filter(({ weight }) => weight === 'material')
    const quiet = cases.filter(({ weight }) => weight === 'noise')
    fc.assert(
      fc.property(one(loud), one(quiet), ({ older, newer, kind, language }, noise) => {
        const both = compare(beside(older, noise.older), beside(newer, noise.newer), { lang: language })
        const shown = unfolded(both).filter(({ minor }) => !minor)
        expect(shown.flatMap(({ kinds }) => kinds)).toContain(kind)
      }),
      { numRuns: 1_000 }
    )
  })

  test('noise alone folds', () => {
    fc.assert(
      fc.property(one(retyped.slice(0, -1)), one(filler), one(lines), (noise, story, line) => {
        const older = content(filler[0]!, `${story} ${noise[0]}`, line[0], filler[2]!)
        const newer = content(filler[0]!, `${story} ${noise[1]}`, line[1], filler[2]!)
        expect(unfolded(compare(older, newer))).toEqual([])
      }),
      { numRuns: 300 }
    )
  })

  test.each<Change>([
    ['Votes: 51-49', 'Votes: 49-51'],
    ['Dead: 12', 'Dead: 48'],
    ['12 comments were read out in court', '48 comments were read out in court'],
    ['Two Men Killed 3 Hours Ago', 'Two Men Killed 5 Hours Ago'],
    ['Labour 12,310 (+4.2%)', 'Labour 12,310 (-4.2%)'],
    ['Madrid 44°C', 'Madrid 45°C'],
    ['Unemployment 4.1% +0.3%', 'Unemployment 4.1% -0.3%'],
    ['Updated rules allow 12 lorries', 'Updated rules allow 21 lorries'],
    ['Share prices fell 3%', 'Share prices fell 5%'],
    ['Follow the money, said the mayor', 'Follow the rules, said the mayor'],
    ['The site uses cookies from 12 bakeries', 'The site uses cookies from 21 bakeries'],
    ['12 people are reading the will', '13 people are reading the will'],
    ['https://county.example/a?sid=12', 'https://county.example/a?sid=13'],
    ['https://county.example/map-20260503.jpg', 'https://county.example/map-20260504.jpg'],
    ['https://county.example/0a1b2c3d4e.jpg', 'https://county.example/ffeeddcc00.jpg'],
    ['Last updated by 12 people on 3 May', 'Last updated by 21 people on 3 May']
  ])('a line of the story that looks like one of the page is shown: %s → %s', (before, after) => {
    expect(unfolded(compare(content(filler[0]!, before), content(filler[0]!, after)))).not.toEqual([])
  })

  test.each<Change>([
    ['Read more: 12 dead in flood', 'Read more: 48 dead in flood'],
    ['Related: Mayor Ann Kells resigns', 'Related: Mayor Ann Quill resigns'],
    ['Read more: Council will not pay', 'Read more: Council will pay'],
    ['Sign up to our newsletter for 5 pounds', 'Sign up to our newsletter for 50 pounds']
  ])('a line of the page is shown where it tells something: %s → %s', (before, after) => {
    expect(unfolded(compare(content(filler[0]!, before), content(filler[0]!, after)))).not.toEqual([])
  })
})
