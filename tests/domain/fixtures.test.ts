import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editKinds, foldRules } from '../../src/domain/diff/comparison.ts'
import { firstExpectation, found, readCases, type Expectation, type ExpectedEdit } from './fixture-cases.ts'

/**
 * Each folder of tests/fixtures/compare holds two texts and what is expected of their comparison. A new folder without
 * `expected.json` gets one and fails, until a person has looked at it.
 */
const cases = readCases()
const looked = cases.flatMap((one) => (one.expected === null ? [] : [{ ...one, expected: one.expected }]))

test.each(cases.filter(({ expected }) => expected === null))('$name has been looked at', (one) => {
  const file = join(one.folder, 'expected.json')
  writeFileSync(file, `${JSON.stringify(firstExpectation(one), null, 2)}\n`)
  expect.fail(`${file} is new: read it, correct it where it is wrong, and run again`)
})

test.each(looked)('$name is judged as expected', (one) => {
  const { edits, summary } = found(one)
  for (const expected of one.expected.edits) {
    const same = edits.filter((edit) => isAlike(edit, expected))
    expect(edits.map(strictPart)).toContainEqual(strictPart(expected))
    expect(same.some((edit) => hasSameWords(edit, expected))).toBe(true)
  }
  expect(summary).toBe(one.expected.summary)
})

test.each(looked.filter(({ expected }) => expected.weight !== 'noise'))('$name is shown', (one) => {
  const { kind, weight } = one.expected
  for (const lang of languages(one.expected)) {
    const shown = found(one, lang).edits.filter(({ folded, minor }) => !folded && minor === (weight === 'minor'))
    expect(shown.flatMap(({ kinds }) => kinds)).toContain(kind)
  }
})

test.each(looked.filter(({ expected }) => expected.weight === 'noise'))('$name is folded', (one) => {
  for (const lang of languages(one.expected)) {
    const { edits } = found(one, lang)
    expect(edits.filter(({ folded }) => !folded)).toEqual([])
    expect(edits.map(({ rule }) => rule)).toContain(one.expected.rule)
  }
})

// What a reader folds by a rule of his own is for tests/domain/noise.test.ts.
test('the cases cover every kind, every rule and twenty languages', () => {
  const expected = looked.map((one) => one.expected)
  expect(new Set(expected.flatMap(({ edits }) => edits.flatMap(({ kinds }) => kinds)))).toEqual(new Set(editKinds))
  expect(new Set(expected.flatMap(({ rule }) => rule ?? []))).toEqual(
    new Set(foldRules.filter((rule) => rule !== 'reader'))
  )
  expect(new Set(expected.map(({ language }) => language)).size).toBeGreaterThanOrEqual(20)
})

/** The language of an article may be known or not. */
function languages({ language }: Expectation): (string | null)[] {
  return [null, language]
}

/** The words of an edit may be marked a little wider or narrower; what kind it is, and why, may not change. */
function strictPart({ kinds, folded, rule, minor, reason }: ExpectedEdit) {
  return { kinds, folded, rule, minor, reason }
}

function isAlike(one: ExpectedEdit, other: ExpectedEdit): boolean {
  return JSON.stringify(strictPart(one)) === JSON.stringify(strictPart(other))
}

function hasSameWords(now: ExpectedEdit, expected: ExpectedEdit): boolean {
  const within = (one: string, other: string) => one.includes(other) || other.includes(one)
  return within(now.before, expected.before) && within(now.after, expected.after)
}
