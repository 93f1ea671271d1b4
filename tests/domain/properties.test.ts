import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import type { Content } from '../../src/domain/revision.ts'
import { cutGraphemes, cutWords } from './cuts.ts'
import { editedPair } from './editing.ts'
import { rebuilt } from './redline.ts'

const pair = editedPair()

const runsOf = (older: Content, newer: Content, lang: string | null) =>
  compare(older, newer, { lang }).hunks.flatMap((hunk) => ('runs' in hunk ? [hunk.runs] : []))

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
        const comparison = compare(older, newer, { lang })
        expect({ words: cutWords(comparison), graphemes: cutGraphemes(comparison) }).toEqual({
          words: [],
          graphemes: []
        })
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
