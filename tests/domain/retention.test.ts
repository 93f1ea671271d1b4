import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepReasons } from '../../src/domain/keep.ts'
import { monthsBefore, ruling, type RetentionRule, type RuledVersion } from '../../src/domain/retention.ts'

const now = new Date('2026-06-15T12:00:00.000Z')
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString()

/** One letter a version, a day apart: a small letter is the text of the capital with a minor change; `*` pins. */
function versions(story: string): RuledVersion[] {
  const letters = story.match(/[A-Za-z]\*?/g) ?? []
  return letters.map((mark, n): RuledVersion => {
    const letter = mark[0]!
    return {
      id: n + 1,
      at: day(n),
      text: letter,
      minor: n === 0 ? null : letter === letter.toLowerCase(),
      keeps: mark.endsWith('*') ? ['pinned'] : []
    }
  })
}

const deleted = (story: string, rule: RetentionRule) => ruling(versions(story), rule, now).deletes
const protectedOnes = (story: string, rule: RetentionRule) =>
  ruling(versions(story), rule, now).protects.map(({ id, why }) => `${id} ${why}`)
const most = (n: number): RetentionRule => ({ kind: 'most', versions: n })
const minor = (months: number): RetentionRule => ({ kind: 'minor', months })

test.each([
  ['A B A trimmed to 2: the first goes, its text stays', 'ABA', 2, [1]],
  ['A B C A trimmed to 3: the newest keeps the text', 'ABCA', 3, [1]],
  ['the first goes last', 'ABABAB', 3, [2, 3, 4]],
  ['minor changes go before texts that stand nowhere else', 'AaaBbC', 4, [2, 3]],
  ['nothing goes that is the only copy of a text', 'ABCD', 2, []],
  ['nothing above the number, nothing to do', 'ABAB', 4, []],
  ['what is pinned stays', 'AB*AB*AB', 2, [3, 5]],
  ['the newest stays, however minor', 'Aa', 2, []],
  ['one version', 'A', 2, []]
])('%s', (_, story, n, expected) => {
  expect(deleted(story, most(n)).toSorted((a, b) => a - b)).toEqual(expected)
})

test.each([
  ['A*BCD', ['1 pinned', '2 sole']],
  ['ABCD', ['1 first', '2 sole']]
])('%s trimmed to 2 says what stays, and why', (story, expected) => {
  expect(protectedOnes(story, most(2))).toEqual(expected)
})

test('old minor changes go; what changed more, what is newer and the newest stay', () => {
  expect(deleted('AaBbCc', minor(1))).toEqual([2, 4])
  expect(protectedOnes('AaBb*Cc', minor(1))).toEqual(['4 pinned', '6 newest'])
  expect(deleted('AaBbC', minor(6))).toEqual([])
  expect(deleted('AaBbC', minor(5))).toEqual([2, 4])
})

test.each([
  ['2026-03-31T08:00:00.000Z', 1, '2026-02-28T08:00:00.000Z'],
  ['2026-01-15T08:00:00.000Z', 2, '2025-11-15T08:00:00.000Z'],
  ['2024-03-31T08:00:00.000Z', 1, '2024-02-29T08:00:00.000Z'],
  ['2026-05-01T08:00:00.000Z', 24, '2024-05-01T08:00:00.000Z']
])('%s, %i months before', (at, months, expected) => {
  expect(monthsBefore(new Date(at), months)).toBe(expected)
})

const version = fc.record({
  text: fc.constantFrom(...'ABCDEF'),
  minor: fc.boolean(),
  keeps: fc.subarray([...keepReasons], { minLength: 0, maxLength: 1 })
})
const rule = fc.oneof(
  fc.record({ kind: fc.constant('most' as const), versions: fc.integer({ min: 2, max: 8 }) }),
  fc.record({ kind: fc.constant('minor' as const), months: fc.integer({ min: 1, max: 8 }) })
)

test('no rule ever takes the newest, what is kept, or the only copy of a text', () => {
  fc.assert(
    fc.property(fc.array(version, { maxLength: 14 }), rule, (drawn, applied) => {
      const all = drawn.map((one, n) => ({ ...one, id: n + 1, at: day(n * 5), minor: n === 0 ? null : one.minor }))
      const { deletes, protects } = ruling(all, applied, now)
      const goes = new Set(deletes)
      expect(goes.size).toBe(deletes.length)
      expect(protects.every(({ id }) => !goes.has(id))).toBe(true)
      expect(goes.has(all.length)).toBe(false)
      expect(all.filter(({ id, keeps }) => goes.has(id) && keeps.length > 0)).toEqual([])
      const kept = new Set(all.filter(({ id }) => !goes.has(id)).map(({ text }) => text))
      const heads = headsOf(all)
      const lost = all.filter(({ id, text }) => goes.has(id) && !kept.has(text) && !kept.has(heads.get(id)!))
      expect(lost).toEqual([])
      const least = applied.kind === 'most' ? Math.min(all.length, applied.versions) : 0
      expect(all.length - goes.size).toBeGreaterThanOrEqual(least)
    }),
    { numRuns: 2000 }
  )
})

/** The text that each version's run of minor changes began with. */
function headsOf(versions: readonly RuledVersion[]): ReadonlyMap<number, string> {
  let head = ''
  return new Map(versions.map(({ id, text, minor }) => [id, (head = minor === true ? head : text)]))
}
