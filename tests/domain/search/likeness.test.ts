import { expect, test } from 'vitest'
import { likeness, wordsOf } from '../../../src/domain/search/likeness.ts'

const of = (typed: string, name: string) => likeness(wordsOf(typed), wordsOf(name))

test.each([
  ['sea wall', 'Council to move 40 households for sea wall repairs'],
  ['wall sea', 'Council to move 40 households for sea wall repairs'],
  ['hous', 'Council to move 40 households'],
  ['holds', 'Council to move 40 households'],
  ['CAFÉ', 'The cafe on the quay'],
  ['cafe', 'Le Café du port'],
  ['huoseholds', 'Council to move 40 households'],
  ['houshold', 'Council to move 40 households'],
  ['coucnil', 'Council to move 40 households'],
  ['sbs', 'Side by side'],
  ['駅舎', '新しい駅舎が完成']
])('%s means %s', (typed, name) => expect(of(typed, name)).toBeGreaterThan(0))

test.each([
  ['ferry', 'Council to move 40 households'],
  ['sea ferry', 'Sea wall repairs'],
  ['cut', 'The cat sat'],
  ['x', 'Side by side'],
  ['a', '']
])('%s does not mean %s', (typed, name) => expect(of(typed, name)).toBeNull())

test('a whole word before a beginning, a beginning before a part, and that before a slip', () => {
  const names = ['Firewall', 'Wallpaper', 'Wall', 'Wakl street']
  const likeliest = names.toSorted((one, other) => (of('wall', other) ?? -1) - (of('wall', one) ?? -1))
  expect(likeliest).toEqual(['Wall', 'Wallpaper', 'Firewall', 'Wakl street'])
})
