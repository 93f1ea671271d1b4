import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ftsTerm, parseQuery } from '../../../src/domain/search/query.ts'
import { anyText } from './any-text.ts'

/** The terms as FTS5 gets them, with the scope before and ! where they were quoted. */
const read = (input: string) =>
  parseQuery(input).terms.map(
    (term) => `${term.scope === null ? '' : `${term.scope}:`}${term.quoted ? '!' : ''}${ftsTerm(term)}`
  )

test.each([
  ['quay row', ['"quay"', '"row"']],
  ['"Quay Row" council', ['!"quay row"', '"council"']],
  ['minister’s 1.5 follow-up', ['"minister s"', '"1 5"', '"follow up"']],
  ['Straße ΆΝΘΡΩΠΟΣ Ёж', ['"strasse"', '"ανθρωποσ"', '"еж"']],
  ['東京都 大阪', ['"東 京 都"', '"大 阪"']],
  ['東京　大阪', ['"東 京"', '"大 阪"']],
  ['ภาษาไทย', ['"ภ า ษ า ไ ท ย"']],
  ['한글', ['"한 글"']],
  ['foo"bar baz"qux', ['"foo"', '!"bar baz"', '"qux"']]
])('words and phrases: %s', (input, terms) => {
  expect(read(input)).toEqual(terms)
})

test.each([
  ['“will not” „nein doch“ ”nej då” "mixed ends”'],
  ['«will not» »nein doch« «nej då» «mixed ends«'],
  ['「will not」「nein doch」｢nej då｣『mixed ends』'],
  ['＂will not＂"nein doch"“nej då”"mixed ends']
])('quotation marks: %s', (input) => {
  expect(read(input)).toEqual(['!"will not"', '!"nein doch"', '!"nej da"', '!"mixed ends"'])
})

test.each([
  ['צה"ל', ['"צה ל"']],
  ['צה״ל', ['"צה ל"']],
  ['"צה"ל אמר" שלום', ['!"צה ל אמר"', '"שלום"']],
  ['"שלום" עולם', ['!"שלום"', '"עולם"']]
])('a gershayim is no quotation mark: %s', (input, terms) => {
  expect(read(input)).toEqual(terms)
})

test.each([
  ['hous*', ['"hous" *']],
  ['(hous*), and', ['"hous" *', '"and"']],
  ['hous＊', ['"hous" *']],
  ['"quay r"*', ['!"quay r" *']],
  ['quay-r*', ['"quay r" *']],
  ['"quay*" r', ['!"quay"', '"r"']],
  ['hous *', ['"hous"']],
  ['*house', ['"house"']],
  ['house*boat', ['"house boat"']]
])('beginnings of words: %s', (input, terms) => {
  expect(read(input)).toEqual(terms)
})

test.each([
  ['removed:"quay row" flood', ['removed:!"quay row"', '"flood"']],
  [
    'current:flood headline:fire added:rain anywhere:wind',
    ['current:"flood"', 'headline:"fire"', 'added:"rain"', 'anywhere:"wind"']
  ],
  ['Removed: flood', ['removed:"flood"']],
  ['removed：火事', ['removed:"火 事"']],
  ['headline:hous*', ['headline:"hous" *']],
  ['removed:', ['"removed"']],
  ['unremoved:flood', ['"unremoved flood"']],
  ['title:flood', ['"title flood"']],
  ['removed:headline:flood', ['removed:"headline flood"']]
])('scopes: %s', (input, terms) => {
  expect(read(input)).toEqual(terms)
})

test.each(['', ' ', '*', '"', '""', '“”', '"*"', '***', '- + ^', '👍', '\u0000', '\u0301', '\ud800'])(
  'nothing to search for: %j',
  (input) => {
    expect(parseQuery(input)).toEqual({ terms: [] })
  }
)

test.each([
  ['a" OR "b', ['"a"', '!"or"', '"b"']],
  ['NEAR(one two, 5)', ['"near one"', '"two"', '"5"']],
  ['^first {headline}: NULL AND NOT', ['"first"', '"headline"', '"null"', '"and"', '"not"']],
  ["'; DROP TABLE search; --", ['"drop"', '"table"', '"search"']],
  ['"unclosed phrase', ['!"unclosed phrase"']]
])('no operators: %s', (input, terms) => {
  expect(read(input)).toEqual(terms)
})

describe('limits', () => {
  test('16 terms', () => {
    expect(parseQuery('word '.repeat(100)).terms).toHaveLength(16)
  })

  test('64 tokens, and then no prefix', () => {
    const [term] = parseQuery(`${'木'.repeat(65)}*`).terms
    expect(term).toEqual({ tokens: Array.from({ length: 64 }, () => '木'), prefix: false, quoted: false, scope: null })
    expect(parseQuery(`${'木'.repeat(64)}*`).terms[0]!.prefix).toBe(true)
  })

  test('1,000 characters', () => {
    expect(parseQuery(`${'x'.repeat(999)} more`).terms).toHaveLength(1)
    expect(parseQuery(`${' '.repeat(1_000)}more`).terms).toEqual([])
  })

  test.each(['"', 'removed:', '*', '" ', 'א"', '「', 'a*'])('a million times %s', (piece) => {
    expect(parseQuery(piece.repeat(1_000_000)).terms.length).toBeLessThanOrEqual(16)
  })
})

test('any input gives terms of letters, digits and marks', () => {
  fc.assert(
    fc.property(anyText, (input) => {
      for (const term of parseQuery(input).terms) {
        expect(ftsTerm(term)).toMatch(/^"[\p{L}\p{N}\p{M}\p{Co}]+(?: [\p{L}\p{N}\p{M}\p{Co}]+)*"(?: \*)?$/u)
      }
    }),
    { numRuns: 2_000 }
  )
})
