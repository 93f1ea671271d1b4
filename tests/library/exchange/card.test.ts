import { expect, test } from 'vitest'
import { compare } from '../../../src/domain/diff/compare.ts'
import type { Content } from '../../../src/domain/revision.ts'
import { clipped, largestEdit } from '../../../src/library/exchange/card.ts'
import { contentOf } from '../stories.ts'

const before =
  'The council said on Tuesday that the wall which holds the sea back would be rebuilt from the footings up, '
const after =
  ', and that nobody who lives on the Row would have to pay for any part of the work that is now to be done there.'
const sides = (older: Content, newer: Content) => ({ older, newer, comparison: compare(older, newer, { lang: 'en' }) })

test('the change is shown with the words around it, clipped at words', () => {
  const facts = sides(
    contentOf('A wall', `${before}at a cost of £2.4m${after}`),
    contentOf('A wall', `${before}at a cost of £3.1m${after}`)
  )
  const edit = largestEdit(facts)!
  const { hunks, edits } = facts.comparison
  const runs = clipped(hunks[edit.hunk]!, edits.indexOf(edit), edit)
  expect(runs.map(({ op }) => op)).toEqual(['same', 'removed', 'added', 'same'])
  expect(runs[1]!.text + runs[2]!.text).toBe('£2.4m£3.1m')
  expect(runs[0]!.text).toMatch(/^… ?\w.* cost of $/u)
  expect(runs[3]!.text).toMatch(/^, and .*\w…$/u)
  expect(runs.every(({ text }) => text.length <= 112)).toBe(true)
})

test('a paragraph that came or went is shown alone, cut where it is long', () => {
  const long = `${'A sentence about the harbour that nobody has to read to its end. '.repeat(5)}Done.`
  const facts = sides(contentOf('A wall', 'It stays.'), contentOf('A wall', 'It stays.', long))
  const edit = largestEdit(facts)!
  const runs = clipped(facts.comparison.hunks[edit.hunk]!, 0, edit)
  expect(runs.map(({ op }) => op)).toEqual(['added'])
  expect(runs[0]!.text).toMatch(/^A sentence .*…$/u)
  expect(runs[0]!.text.length).toBeLessThanOrEqual(171)
})

test('the headline is no candidate, it is shown anyhow; where nothing else changed there is none', () => {
  expect(largestEdit(sides(contentOf('A wall', 'It stays.'), contentOf('Another wall altogether', 'It stays.')))).toBe(
    undefined
  )
})
