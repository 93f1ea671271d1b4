import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../src/domain/search/query.ts'
import { matches, snippet } from '../../../src/domain/search/snippet.ts'
import { anyText } from './any-text.ts'

const terms = (query: string) => parseQuery(query).terms
const found = (text: string, query: string) =>
  matches(text, terms(query)).map(({ start, end, term }) => `${term} ${text.slice(start, end)}`)
/** Hits in brackets. */
const shown = (text: string, query: string, length?: number) =>
  snippet(text, terms(query), length)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('')

describe('matches', () => {
  test.each([
    ['The council said the council’s plan', 'council', ['0 council', '0 council']],
    ['Quay Row, not Row Quay', '"quay row"', ['0 Quay Row']],
    ['housing and houses', 'hous*', ['0 housing', '0 houses']],
    ['the minister’s view', "minister's", ['0 minister’s']],
    ['one two three', '"two three" one', ['1 one', '0 two three']],
    ['one two three', '"one two" "two three"', ['0 one two three']],
    ['a a a', '"a a"', ['0 a a a']],
    ['Ο υπουργός παραιτήθηκε', 'ΥΠΟΥΡΓΟΣ', ['0 υπουργός']],
    ['قال مُحَمَّدٌ: نعم', 'محمد', ['0 مُحَمَّدٌ']],
    ['בְּרֵאשִׁית ברא', 'בראשית', ['0 בְּרֵאשִׁית']],
    ['Он ещё дома', 'еще', ['0 ещё']],
    ['प्रधानमंत्री ने कहा', 'प्रधान*', ['0 प्रधानमंत्री']],
    ['東京都知事', '京都', ['0 京都']],
    ['만났다고', '났다', ['0 났다']],
    ['ภาษาไทยไม่ยาก', 'ไทย', ['0 ไทย']],
    ['ພາສາລາວ', 'ລາວ', ['0 ລາວ']],
    ['İSTANBUL’da', 'istanbul', ['0 İSTANBUL']],
    ['Groß-Gerau', 'GROSS', ['0 Groß']],
    ['so\u00adft', 'soft', ['0 so\u00adft']],
    ['nothing here', 'absent', []],
    ['', 'absent', []]
  ])('in %j of %s', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected)
  })

  test('none without terms', () => {
    expect(matches('text', [])).toEqual([])
  })
})

const filler = 'the quick brown fox jumps over the lazy dog and runs away '

describe('snippet', () => {
  test.each([
    ['A short text stays whole.', 'short', 160, 'A [short] text stays whole.'],
    ['No hit at all in a text that goes on', 'absent', 20, 'No hit at all in a …'],
    [`${filler}flood ${filler}`, 'flood', 40, '… and runs away [flood] the quick brown …'],
    [`flood ${filler}`, 'flood', 30, '[flood] the quick brown fox …'],
    [`${filler}flood`, 'flood', 30, '… lazy dog and runs away [flood]'],
    [
      `flood ${filler}${filler}fire and flood ${filler}`,
      'flood fire',
      40,
      '… runs away [fire] and [flood] the quick …'
    ],
    [`fire ${filler}flood ${filler}fire flood`, 'fire flood', 30, '… dog and runs away [fire] [flood]'],
    ['it cost £2.4m, 5 more than £1.9m before that', '5', 18, '… £2.4m, [5] more …'],
    [
      `${'東京都は昨日行かないと話した。'.repeat(5)}火事が多い`,
      '火事',
      20,
      '… 東京都は昨日行かないと話した。[火事]が多い'
    ]
  ])('%#', (text, query, length, expected) => {
    expect(shown(text, query, length)).toBe(expected)
  })

  test('of an empty text is empty', () => {
    expect(snippet('', terms('word'))).toEqual([])
  })

  test('holds a phrase longer than itself from where it begins', () => {
    expect(shown(`${filler}${filler}`, `"${filler}"`, 20)).toBe('[the quick brown fox] …')
  })

  test('cuts a word that is longer than itself, but no grapheme', () => {
    expect(shown('x'.repeat(100), 'x*', 10)).toBe(`[${'x'.repeat(10)}] …`)
    expect(shown('👨‍👩‍👧'.repeat(9), 'x', 10)).toBe('👨‍👩‍👧 …')
    expect(shown('👨‍👩‍👧'.repeat(9), 'x', 1)).toBe('👨‍👩‍👧 …')
  })

  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

  test('is a part of any text, shows a hit where there is one, and cuts no grapheme', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(8), fc.integer({ min: -1, max: 80 }), (text, from, size, length) => {
        const query = terms(text.slice(from % (text.length + 1)).slice(0, size))
        const parts = snippet(text, query, length)
        const own = parts.filter((part, index) => !(part.text === '… ' && index === 0) && part.text !== ' …')
        const joined = own.map((part) => part.text).join('')
        expect(text).toContain(joined)
        expect(joined === '').toBe(text === '')
        expect(parts.some(({ hit }) => hit)).toBe(matches(text, query).length > 0)
        const longest = Math.max(0, ...[...graphemes.segment(text)].map(({ segment }) => segment.length))
        expect(joined.length).toBeLessThanOrEqual(Math.max(1, length) + 80 + longest)
        const ends = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length)
        const begins = [...ends].some((at) => text.startsWith(joined, at) && ends.has(at + joined.length))
        expect(begins).toBe(true)
      }),
      { numRuns: 1_000 }
    )
  })
})
