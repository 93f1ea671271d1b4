import { describe, expect, test } from 'vitest'
import { countsLine, countsOf, playwrightCounts, sum, vitestCounts } from '../../scripts/check/counts.mjs'
import { stepsNamed } from '../../scripts/check/steps.mjs'

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped })

test.each([
  [counts(12, 0), '12 passed, 0 failed'],
  [counts(11, 1), '11 passed, 1 failed'],
  [counts(0, 0, 2), '0 passed, 0 failed, 2 skipped']
])('%o reads %j', (total, line) => {
  expect(countsLine(total)).toBe(line)
})

test('counts add up', () => {
  expect(sum([counts(1, 0), counts(20, 2, 1), counts(0, 1)])).toEqual(counts(21, 3, 1))
  expect(sum([])).toEqual(counts(0, 0))
})

test.each([
  ['a step that passes is one check', true, null, counts(1, 0)],
  ['a step that fails is one failed', false, null, counts(0, 1)],
  ['tests that pass count each', true, counts(5, 0, 1), counts(5, 0, 1)],
  ['tests that fail count each', false, counts(4, 2), counts(4, 2)],
  ['a failure outside of the tests counts as one more', false, counts(5, 0), counts(5, 1)]
])('%s', (_, ok, report, expected) => {
  expect(countsOf(ok, report)).toEqual(expected)
})

describe('reports', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test }))
  })

  test.each([
    ['no files', [], counts(0, 0)],
    ['passed', [file('passed', 'passed', 'passed'), file('passed', 'passed')], counts(3, 0)],
    ['failed', [file('failed', 'passed', 'failed')], counts(1, 1)],
    ['skipped', [file('passed', 'skipped', 'pending', 'todo')], counts(0, 0, 3)],
    ['a file that does not load', [file('failed')], counts(0, 1)],
    ['a file whose clean-up fails', [file('failed', 'passed')], counts(1, 1)]
  ])('of vitest: %s', (_, testResults, expected) => {
    expect(vitestCounts(JSON.stringify({ testResults }))).toEqual(expected)
  })

  test.each([
    [{ expected: 4, flaky: 0, unexpected: 0, skipped: 0 }, counts(4, 0)],
    [{ expected: 3, flaky: 1, unexpected: 2, skipped: 5 }, counts(4, 2, 5)]
  ])('of Playwright: %o', (stats, expected) => {
    expect(playwrightCounts(JSON.stringify({ stats }))).toEqual(expected)
  })
})

test.each([
  [[], ['format', 'lint', 'types', 'unused', 'unit', 'build', 'e2e']],
  [['unit'], ['unit']],
  [
    ['types', 'lint'],
    ['lint', 'types']
  ]
])('npm test -- %j runs %j', (names, steps) => {
  expect(stepsNamed(names).map((step) => step.name)).toEqual(steps)
})

test('a step that does not exist is named, with those that do', () => {
  expect(() => stepsNamed(['units'])).toThrow('no such step: units (there are: format, lint, types')
})
