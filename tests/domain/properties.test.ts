import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import type { Run } from '../../src/domain/diff/comparison.ts'
import { blockKinds, type Block, type Content } from '../../src/domain/revision.ts'
import { rebuilt } from './redline.ts'

/** Words of several scripts, with what tends to go wrong: numbers, quotes, emoji families, marks, hidden characters. */
const words: Readonly<Record<string, readonly string[]>> = {
  en: 'the council said on Monday that 40 households of Quay Row — ninety-five £2.4m “will not” leave, minister’s (U.S.) 29.2% e\u0301te\u0301 10\u00a0000 soft\u00adly'.split(
    ' '
  ),
  ru: 'Премьер Иванов не приехал в город 12 мая; он сказал: «нет», но дом стоит.'.split(' '),
  el: 'Ο υπουργός δεν παραιτήθηκε χθες, είπε ο κ. Παππάς; ναι'.split(' '),
  ar: 'لم يذهب الرجل إلى المدينة، وقال: «نعم» في ٣ مايو ـ نَصٌّ مُشَكَّل'.split(' '),
  he: 'הוא אמר: ״לא״, צה"ל נכנס לעיר ב־3 במאי שָׁלוֹם'.split(' '),
  hi: 'प्रधानमंत्री ने कहा कि १२ लोग नहीं आए। क्‍षत्रिय र्‍य'.split(' '),
  th: 'ภาษาไทย เป็นภาษา ที่ไม่ยาก 12 คน น้ำ'.split(' '),
  ko: '그는 어제 12명을 만났다. \u1112\u1161\u11ab글'.split(' '),
  ja: '東京都は、 昨日 「行かない」 と 話した。 か\u3099 3月'.split(' '),
  zh: '他说 这是 一个 测试， 没有 人。 𠮷野家 12人'.split(' '),
  emoji: '👨‍👩‍👧 👍🏽 🇬🇧🇫🇷 1️⃣ ❤️ a\u0308\u200db *** ... -- \r\n \u200f'.split(' ')
}
const langs = Object.keys(words)

const sentence = (lang: string) =>
  fc
    .array(fc.constantFrom(...words[lang]!), { minLength: 1, maxLength: 14 })
    .map((list) => list.join(/^(?:ja|zh)$/.test(lang) ? '' : ' '))
const text = (lang: string) => fc.array(sentence(lang), { minLength: 1, maxLength: 3 }).map((list) => list.join('. '))
const blockOf = (lang: string): fc.Arbitrary<Block> =>
  fc.record({ kind: fc.constantFrom(...blockKinds, 'paragraph' as const, 'paragraph' as const), text: text(lang) })
const repeated: fc.Arbitrary<Block> = fc.constantFrom<Block>(
  { kind: 'paragraph', text: 'Advertisement' },
  { kind: 'paragraph', text: '* * *' },
  { kind: 'paragraph', text: '' }
)

type Step = (blocks: readonly Block[]) => Block[]

/** What editors do to an article, one step at a time. */
function step(lang: string): fc.Arbitrary<Step> {
  const at = fc.nat({ max: 1_000 })
  const change = (place: number, edit: (block: Block, blocks: readonly Block[], index: number) => Block[]): Step => {
    return (blocks) => {
      const index = place % Math.max(1, blocks.length)
      return blocks.flatMap((block, position) => (position === index ? edit(block, blocks, index) : [block]))
    }
  }
  const reword = (pick: number, word: string) => (block: Block) => {
    const list = block.text.split(' ')
    return [{ ...block, text: list.toSpliced(pick % list.length, 1, word).join(' ') }]
  }
  const move =
    (from: number, to: number): Step =>
    (blocks) => {
      const index = from % Math.max(1, blocks.length)
      const rest = blocks.toSpliced(index, 1)
      return blocks.length === 0 ? [] : rest.toSpliced(to % (rest.length + 1), 0, blocks[index]!)
    }
  const split = (pick: number) => (block: Block) => {
    const cut = block.text.indexOf(' ', pick % Math.max(1, block.text.length))
    if (cut < 0) return [block]
    return [
      { ...block, text: block.text.slice(0, cut) },
      { ...block, text: block.text.slice(cut + 1) }
    ]
  }
  const retype = (block: Block) => [
    {
      ...block,
      text: block.text
        .replace(/[“”«»]/g, '"')
        .replaceAll('’', "'")
        .replaceAll('—', '-')
        .normalize('NFC')
    }
  ]
  return fc.oneof(
    fc.tuple(at, fc.oneof(blockOf(lang), repeated)).map(
      ([place, block]): Step =>
        (blocks) =>
          blocks.toSpliced(place % (blocks.length + 1), 0, block)
    ),
    at.map((place) => change(place, () => [])),
    fc.tuple(at, at).map(([from, to]) => move(from, to)),
    fc.tuple(at, at, fc.constantFrom(...words[lang]!)).map(([place, pick, word]) => change(place, reword(pick, word))),
    fc.tuple(at, at).map(([place, pick]) => change(place, split(pick))),
    at.map((place): Step => (blocks) => {
      const index = place % Math.max(1, blocks.length - 1)
      const [one, other] = [blocks[index], blocks[index + 1]]
      if (one === undefined || other === undefined) return [...blocks]
      return blocks.toSpliced(index, 2, { ...one, text: `${one.text} ${other.text}` })
    }),
    at.map((place) => change(place, retype))
  )
}

const pair = fc.constantFrom(...langs).chain((lang) =>
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 4, arbitrary: blockOf(lang) }, repeated), { maxLength: 9 }),
      fc.array(step(lang), { maxLength: 6 })
    )
    .map(([blocks, steps]) => ({
      lang: lang === 'emoji' ? null : lang,
      older: { claims: [], blocks } as Content,
      newer: { claims: [], blocks: steps.reduce((current, edit) => edit(current), blocks) } as Content
    }))
)

const runsOf = (older: Content, newer: Content, lang: string | null) =>
  compare(older, newer, { lang }).hunks.flatMap((hunk) => ('runs' in hunk ? [hunk.runs] : []))

/** Where each run ends, in the older or in the newer text. */
function ends(runs: readonly Run[], side: 'old' | 'new') {
  let whole = ''
  const places: number[] = []
  for (const run of runs) {
    if (run.op === 'same') whole += run[side]
    else if ((run.op === 'removed') === (side === 'old')) whole += run.text
    places.push(whole.length)
  }
  return { whole, places: places.slice(0, -1) }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function cutsGrapheme(whole: string, at: number): boolean {
  return at > 0 && at < whole.length && graphemes.segment(whole).containing(at)!.index !== at
}

function cutsWord(whole: string, at: number): boolean {
  const [before, after] = [whole.slice(0, at), whole.slice(at)]
  if (withoutSpaces.test(before.slice(-2) + after.slice(0, 2))) return false
  return /[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\p{M}]/u.test(after)
}

describe('whatever editors do', () => {
  test('each revision can be rebuilt from the other', () => {
    fc.assert(
      fc.property(pair, ({ older, newer, lang }) => {
        const both = rebuilt(older, newer, compare(older, newer, { lang }))
        expect(both.newer).toEqual(both.news)
        expect(both.older).toEqual(both.olds)
      }),
      { numRuns: 1_500 }
    )
  })

  test('no mark begins or ends inside a word or a grapheme', () => {
    fc.assert(
      fc.property(pair, ({ older, newer, lang }) => {
        for (const runs of runsOf(older, newer, lang)) {
          for (const side of ['old', 'new'] as const) {
            const { whole, places } = ends(runs, side)
            expect(places.filter((at) => cutsGrapheme(whole, at) || cutsWord(whole, at))).toEqual([])
          }
        }
      }),
      { numRuns: 1_000 }
    )
  })

  test('what was removed stands before what was added, and no mark is empty', () => {
    fc.assert(
      fc.property(pair, ({ older, newer, lang }) => {
        for (const runs of runsOf(older, newer, lang)) {
          const wrong = runs.filter((run, at) => {
            const next = runs[at + 1]
            const swapped = run.op === 'added' && next?.op === 'removed' && next.edit === run.edit
            return swapped || (run.op !== 'same' && run.text === '')
          })
          expect(wrong).toEqual([])
        }
      }),
      { numRuns: 1_000 }
    )
  })

  test('every mark belongs to an edit of its own hunk, and every edit has kinds and a reason', () => {
    fc.assert(
      fc.property(pair, ({ older, newer, lang }) => {
        const { hunks, edits, summary, same } = compare(older, newer, { lang })
        hunks.forEach((hunk, at) => {
          const marks =
            'runs' in hunk ? hunk.runs.flatMap((run) => (run.op === 'same' ? [] : [edits[run.edit]?.hunk])) : []
          expect(new Set(marks).size).toBeLessThanOrEqual(1)
          expect(marks[0] ?? at).toBe(at)
        })
        expect(
          edits.every(
            ({ kinds, reason, folded, rule }) => kinds.length > 0 && reason !== '' && folded === (rule !== null)
          )
        ).toBe(true)
        expect(summary.flatMap((part) => part.edits).every((edit) => edits[edit]?.folded === false)).toBe(true)
        expect(same).toBe(edits.every(({ folded }) => folded))
      }),
      { numRuns: 1_000 }
    )
  })

  test('a revision compared with itself is the same', () => {
    fc.assert(
      fc.property(pair, ({ older, lang }) => {
        const { same, edits, hunks } = compare(older, older, { lang })
        expect({ same, edits, ops: new Set(hunks.map(({ op }) => op)).size <= 1 }).toEqual({
          same: true,
          edits: [],
          ops: true
        })
      })
    )
  })
})
