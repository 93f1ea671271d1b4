import { expect, test } from 'vitest'
import { folded, matchesIn } from '../../../src/renderer/find/matches.ts'

const found = (text: string, query: string) =>
  matchesIn(folded(text), query).map(({ start, end }) => text.slice(start, end))

test.each([
  ['Council and COUNCIL', 'council', ['Council', 'COUNCIL']],
  ['Café, cafe\u0301 and cafe', 'café', ['Café', 'cafe\u0301', 'cafe']],
  ['She said “it’s over” and ‘gone’', `"it's over"`, ['“it’s over”']],
  ['1983–1990', '1983-1990', ['1983–1990']],
  ['ten\u00a0weeks, ten  weeks', 'ten weeks', ['ten\u00a0weeks', 'ten  weeks']],
  ['soft\u00adhyphen', 'softhyphen', ['soft\u00adhyphen']],
  ['Straße', 'strasse', ['Straße']],
  ['הַשָּׁלוֹם', 'השלום', ['הַשָּׁלוֹם']],
  ['٤٧ متجرا', '47', ['٤٧']],
  ['aaaa', 'aa', ['aa', 'aa']],
  ['nothing here', 'council', []],
  ['spaces', '  ', []]
])('in %j, %j finds %j', (text, query, all) => {
  expect(found(text, query)).toEqual(all)
})

test('a hit ends with the marks that belong to its last letter', () => {
  expect(found('cafe\u0301s', 'cafe')).toEqual(['cafe\u0301'])
})
