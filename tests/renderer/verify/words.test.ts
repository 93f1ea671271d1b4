import { expect, test } from 'vitest'
import { derivedWords as saidByCli, findingWords as saidOfOne } from '../../../src/domain/verification-words.ts'
import { damageReasons, derivedKinds, type Finding, type Verification } from '../../../src/domain/verification.ts'
import { knownDamage } from '../../../src/renderer/verify/verified.ts'
import {
  damageWords,
  derivedWords,
  findingWords,
  lookedAt,
  progressWords,
  verdictWords,
  whereWords
} from '../../../src/renderer/verify/words.ts'

const article = (id: number, headline = 'Bridge to close') => ({ id, uid: 'u', headline })
const finding = (id: number | null, more: Partial<Finding> = {}): Finding => ({
  article: id === null ? null : article(id),
  seq: 3,
  version: '3',
  reason: 'text',
  detail: '',
  ...more
})

const verification = (findings: readonly Finding[], day: number, more: Partial<Verification> = {}): Verification => ({
  scope: 'all',
  startedAt: `2026-03-0${day}T09:00:00.000Z`,
  endedAt: `2026-03-0${day}T09:00:05.000Z`,
  articles: 14,
  records: 1061,
  findings,
  found: findings.length,
  derived: [],
  lost: 0,
  ...more
})

test.each(damageReasons)('the reason %s has a sentence', (reason) => {
  for (const words of [findingWords, saidOfOne]) expect(words(finding(1, { reason }))).toMatch(/^[A-Z].+\.$/u)
})

test('what is out of step is named once for each kind', () => {
  const found = derivedKinds.flatMap((kind) => [1, 2].map((id) => ({ article: id, kind, detail: '' })))
  for (const words of [derivedWords, saidByCli]) expect(new Set(words(found)).size).toBe(derivedKinds.length)
})

test('a finding says which article and version', () => {
  expect(whereWords(finding(1))).toBe('“Bridge to close”, v3')
  expect(whereWords(finding(1, { version: null }))).toBe('“Bridge to close”, record 3')
  expect(whereWords(finding(1, { version: null, seq: null, article: article(7, '') }))).toBe('Article 7')
  expect(whereWords(finding(null, { version: null, seq: null }))).toBe('The library')
})

test('the banner counts articles', () => {
  expect(damageWords([finding(1)])).toBe('An article is not as it was stored.')
  expect(damageWords([finding(1), finding(2)])).toBe('2 articles are not as they were stored.')
  expect(damageWords([finding(null)])).toBe('The library is not as it was stored.')
})

test('a verdict says how much was looked at', () => {
  expect(verdictWords(verification([], 1))).toBe('Everything is as it was stored')
  expect(verdictWords(verification([], 1, { scope: { article: 4 } }))).toBe('This article is as it was stored')
  expect(verdictWords(verification([finding(1)], 1))).toBe('1 place is not as stored')
  expect(lookedAt(verification([], 1))).toBe('Looked at 14 articles, 1,061 records, with all texts and stored pages.')
  expect(progressWords({ done: 3, total: 14 })).toBe('Verifying: 3 of 14 articles')
  expect(progressWords(null)).toBe('Verifying')
})

test('what a walk found stays known after a start; what the newest versions show since is added', () => {
  const newest = (findings: readonly Finding[], day: number) => verification(findings, day, { scope: 'newest' })
  const known = (all: Verification | null, seen: Verification | null) =>
    knownDamage({ all, newest: seen }).map((one) => one.article?.id)
  expect(known(null, null)).toEqual([])
  expect(known(verification([finding(1)], 1), newest([], 2))).toEqual([1])
  expect(known(verification([finding(1)], 1), newest([finding(1), finding(2)], 2))).toEqual([1, 2])
  expect(known(verification([], 3), newest([finding(2)], 2))).toEqual([])
  expect(known(null, newest([finding(2)], 2))).toEqual([2])
})
