import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { alternations, headlineReturns, type SeenHeadline } from '../../src/domain/headlines.ts'

/** Headlines by letter, so many hours apart: `A B A`; a number is a pause in hours. */
function seen(story: string, hours = 1): SeenHeadline[] {
  let at = Date.parse('2026-03-03T09:00:00Z')
  return story.split(' ').flatMap((part) => {
    at += (/\d/.test(part) ? Number(part) : hours) * 3600_000
    return /\d/.test(part) ? [] : [{ headline: `Headline ${part}`, at: new Date(at).toISOString() }]
  })
}

/** `A3 B3 of 6, 0 to 5` */
const told = (story: string, hours?: number) =>
  alternations(seen(story, hours)).map(({ from, to, observations, variants }) => {
    const turns = variants.map(({ headline, turns }) => `${headline.at(-1)}${turns}`)
    return `${turns.join(' ')} of ${observations}, ${from} to ${to}`
  })

test.each<[string, string[]]>([
  ['A B A B A B', ['A3 B3 of 6, 0 to 5']],
  ['A B A', ['A2 B1 of 3, 0 to 2']],
  ['A B C', []],
  ['A', []],
  ['A B A C A', ['A3 B1 C1 of 5, 0 to 4']],
  ['A B C A B C', ['A2 B2 C2 of 6, 0 to 5']],
  ['A B A 90 C D C', ['A2 B1 of 3, 0 to 2', 'C2 D1 of 3, 3 to 5']],
  ['A B C B D A', ['A2 B2 C1 D1 of 6, 0 to 5']],
  ['A A B B A', ['A2 B1 of 3, 0 to 4']],
  ['A 500 B A 500 C', ['A2 B1 of 3, 0 to 2']],
  ['A B 30 A', []],
  ['A B 22 A', ['A2 B1 of 3, 0 to 2']]
])('%s', (story, groups) => {
  expect(told(story)).toEqual(groups)
})

test('six turns in 24 hours are one group with six observations', () => {
  expect(told('A B A B A B', 4)).toEqual(['A3 B3 of 6, 0 to 5'])
})

test('typography makes no variant', () => {
  const at = '2026-03-03T09:00:00Z'
  const headlines = ["Mayor's wall", 'Mayor’s wall', 'Wall of the mayor', 'Mayor’s  wall']
  expect(alternations(headlines.map((headline) => ({ headline, at })))).toEqual([
    expect.objectContaining({ from: 0, to: 3, observations: 3 })
  ])
})

test.each([
  ['A B A', [null, null, 0]],
  ['A A B A A', [null, null, null, 0, null]],
  ['A B A B', [null, null, 0, 1]],
  ['A B C A', [null, null, null, 0]]
])('what each headline of %s returns to', (story, returns) => {
  expect(headlineReturns(seen(story))).toEqual(returns)
})

const real = new URL('../../.cache/data/a-bbc-headlines/headlines.jsonl', import.meta.url)

describe.skipIf(!existsSync(real))('real headlines (skipped where their texts are absent)', () => {
  interface Line {
    readonly titles: readonly { readonly at: string; readonly text: string }[]
  }
  const articles = existsSync(real)
    ? readFileSync(real, 'utf8')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as Line).titles.map(({ at, text }) => ({ at, headline: text })))
    : []

  test('every headline that comes back is in a group, however long it was away', () => {
    const lost = articles.filter((headlines) => {
      const groups = alternations(headlines, Infinity)
      const isIn = (back: number, at: number) => groups.some(({ from, to }) => from <= back && at <= to)
      return headlineReturns(headlines).some((back, at) => back !== null && !isIn(back, at))
    })
    expect(lost).toEqual([])
  })

  test('more than a thousand groups take turns within a day', () => {
    const groups = articles.flatMap((headlines) => alternations(headlines))
    const turns = groups.reduce((sum, { observations }) => sum + observations, 0)
    console.log(`${articles.length} articles: ${groups.length} groups of alternating headlines, ${turns} observations`)
    expect(groups.length).toBeGreaterThan(1000)
  })
})
