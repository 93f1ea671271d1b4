import fc from 'fast-check'
import { expect, test } from 'vitest'
import { presence, shownOf } from '../../../src/domain/search/presence.ts'
import { presenceParts, presenceWords } from '../../../src/renderer/search/presenceWords.ts'

/** One character a version: x where it has the text. */
const held = (pattern: string) => Array.from(pattern, (version) => version === 'x')
const labels = (pattern: string) => Array.from(pattern, (_, index) => String(index + 1))
const sentence = (pattern: string, headline = false) =>
  presenceWords(presence(labels(pattern), held(pattern), headline))

test.each([
  ['x', 'In v1', 'Headline, v1'],
  ['xx', 'In every version', 'Headline in every version'],
  ['.x', 'Since v2', 'Headline since v2'],
  ['..xxx', 'Since v3', 'Headline since v3'],
  ['x.', 'Only in v1', 'Headline, only in v1'],
  ['.x..', 'Only in v2', 'Headline, only in v2'],
  ['xx.', 'In v1 and v2. Removed in v3', 'Headline, v1 and v2. Removed in v3'],
  ['xxx.', 'In v1 to v3. Removed in v4', 'Headline, v1 to v3. Removed in v4'],
  ['.xxxx..', 'In v2 to v5. Removed in v6', 'Headline, v2 to v5. Removed in v6'],
  ['x.x.', 'In v1 and v3. Removed in v2 and v4', 'Headline, v1 and v3. Removed in v2 and v4'],
  ['xxx..x.', 'In v1 to v3 and v6. Removed in v4 and v7', 'Headline, v1 to v3 and v6. Removed in v4 and v7'],
  ['xx.x.', 'In v1, v2 and v4. Removed in v3 and v5', 'Headline, v1, v2 and v4. Removed in v3 and v5'],
  ['x.x', 'In v1, again since v3. Removed in v2', 'Headline, v1, again since v3. Removed in v2'],
  ['xxx..xx', 'In v1 to v3, again since v6. Removed in v4', 'Headline, v1 to v3, again since v6. Removed in v4'],
  [
    'x.xxx.x',
    'In v1 and v3 to v5, again since v7. Removed in v2 and v6',
    'Headline, v1 and v3 to v5, again since v7. Removed in v2 and v6'
  ],
  ['.x.x.x.x', 'In 4 of 8 versions, first v2, last v8', 'Headline in 4 of 8 versions, first v2, last v8'],
  ['...', 'In no version', 'Headline in no version']
])('%s: %s', (pattern, expected, headline) => {
  expect(sentence(pattern)).toBe(expected)
  expect(sentence(pattern, true)).toBe(headline)
})

test('versions are named as the list names them', () => {
  const named = (pattern: string) => presenceWords(presence(['1', '2', '2a', '3'], held(pattern), false))
  expect(named('.xx.')).toBe('In v2 and v2a. Removed in v3')
  expect(named('xxx.')).toBe('In v1 to v2a. Removed in v3')
})

test('what was removed stands out', () => {
  const parts = presenceParts(presence(labels('xx.'), held('xx.'), false), (words) => ({ words }))
  expect(parts).toEqual(['In v1 and v2. ', { words: 'Removed in v3' }])
})

test.each([
  ['xx', 1, null],
  ['.x', 1, null],
  ['xx.', 1, { older: 1, newer: 2 }],
  ['x.x..', 2, { older: 2, newer: 3 }],
  ['x.x', 2, null],
  ['..', 1, null]
])('what to open of %s', (pattern, target, pair) => {
  expect(shownOf(held(pattern))).toEqual({ target, pair })
})

test('a sentence stays short, and names only versions there are', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), fc.boolean(), (has, headline) => {
      const names = has.map((_, index) => String(index + 1))
      const words = presenceWords(presence(names, has, headline))
      const { target, pair } = shownOf(has)
      expect(words.length).toBeLessThan(90)
      for (const [, name] of words.matchAll(/\bv(\d+)/g)) expect(names).toContain(name)
      expect(target).toBe(has.includes(true) ? has.lastIndexOf(true) : has.length - 1)
      expect(pair).toEqual(has[target] && target < has.length - 1 ? { older: target, newer: target + 1 } : null)
    })
  )
})
