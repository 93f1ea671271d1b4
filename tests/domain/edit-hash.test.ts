import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import { editHashes } from '../../src/domain/edits/edit-hash.ts'
import { revision } from './redline.ts'

const hashes = (before: readonly string[], after: readonly string[]) =>
  editHashes(compare(revision(...before), revision(...after), { lang: 'en' }))

const own = 'Readers of the Courier know the quay well, and many of them walk there.'
const quay = (dead: string) => `The death toll at the quay rose to ${dead}, officials said.`
const one = hashes([quay('12')], [quay('14')])

test('a hash is 16 hexadecimal digits, always the same ones', () => {
  expect(one).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)])
  expect(hashes([quay('12')], [quay('14')])).toEqual(one)
})

test.each<[string, string[], string[]]>([
  ['other paragraphs around it', [own, quay('12')], [own, quay('14')]],
  ['another sentence after it', [`${quay('12')} It rained.`], [`${quay('14')} It rained.`]],
  [
    'capitals and spaces',
    ['THE DEATH TOLL AT THE QUAY ROSE TO  12, officials said.'],
    ['THE DEATH TOLL AT THE QUAY ROSE TO  14, officials said.']
  ]
])('is the same with %s', (_, before, after) => {
  expect(hashes(before, after)).toEqual(one)
})

test.each<[string, string[], string[]]>([
  ['the other way round', [quay('14')], [quay('12')]],
  ['other figures', [quay('12')], [quay('15')]],
  ['the same figures of something else', ['They met for 12 weeks in the hall.'], ['They met for 14 weeks in the hall.']]
])('is another one for %s', (_, before, after) => {
  expect(hashes(before, after)[0]).not.toBe(one[0])
})

test('a removed paragraph has one wherever it was removed; noise, minor edits and moves have none', () => {
  const [ferry, boats] = [
    'The ferry goes at nine and comes back at ten.',
    '“We never saw a new boat,” she told the board.'
  ]
  const removed = hashes([ferry, boats], [ferry])
  expect(removed).toEqual(hashes([own, boats], [own]))
  expect(removed).not.toContain(null)
  expect(hashes([ferry, 'Advertisement'], [ferry])).toEqual([null])
  expect(hashes(['The goverment fell today.'], ['The government fell today.'])).toEqual([null])
  expect(hashes([ferry, own, boats], [own, boats, ferry])).toEqual([null])
})

test('100,000 different edits have 100,000 hashes', () => {
  const hunk = { op: 'removed', old: 0 } as const
  const told = { folded: false, rule: null, reason: '', minor: false, importance: 1, disclosure: 'silent' } as const
  const edits = Array.from({ length: 100_000 }, (_, at) => {
    return { hunk: 0, kinds: ['figure'] as const, before: String(at), after: String(at + 1), ...told }
  })
  expect(new Set(editHashes({ hunks: [hunk], edits })).size).toBe(100_000)
})
