import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomes, type Outcome } from '../../src/domain/capture.ts'
import {
  afterCheck,
  newHistory,
  nextCheck,
  overdueRatio,
  spread,
  type CheckHistory
} from '../../src/domain/schedule.ts'
import { choose, spreadDue, type Due } from '../../src/domain/schedule/choose.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const born = Date.UTC(2026, 2, 1)
const fresh = newHistory({ born, at: born })

/** Follows an article through checks that end as a story has them: `c` changed, `u` unchanged, `f` failed, `g` gone. */
const meanings: Readonly<Record<string, Outcome>> = {
  c: 'changed',
  u: 'unchanged',
  f: 'server-error',
  g: 'gone',
  n: 'not-modified'
}
const through = (story: string, from: CheckHistory = fresh): CheckHistory =>
  [...story].reduce(
    (history, sign) => afterCheck(history, { at: nextCheck(history).at, outcome: meanings[sign]! }),
    from
  )

/** An article that was never seen to change, at an age. */
const quietUntil = (age: number): CheckHistory => {
  let history = fresh
  while (nextCheck(history).at <= born + age) history = through('u', history)
  return history
}

test.each([
  ['at first', 0, 5 * minute, 15 * minute],
  ['after six hours', 6 * hour, 15 * minute, hour],
  ['after a day', day, hour, 8 * hour],
  ['after a week', 7 * day, 12 * hour, 4 * day],
  ['after a month', 30 * day, 4 * day, 20 * day],
  ['after a year', 365 * day, 30 * day, 30 * day]
])('a quiet article is looked at, %s, after between so long and so long', (_, age, least, most) => {
  const { interval } = nextCheck(quietUntil(age))
  expect([interval >= least, interval <= most], `${interval / hour} h`).toEqual([true, true])
})

test('the interval of a quiet article only grows, and ends at 30 days', () => {
  let [history, before] = [fresh, 0]
  for (let n = 0; n < 200; n++) {
    const { interval } = nextCheck(history)
    expect(interval).toBeGreaterThanOrEqual(before)
    before = interval
    history = through('u', history)
  }
  expect(before).toBe(30 * day)
})

test('a change brings the next check forward; so does every further one', () => {
  const old = quietUntil(20 * day)
  const after = (story: string) => nextCheck(through(story, old)).interval
  expect(after('c')).toBeLessThan(after('u') / 10)
  expect(after('cuuuuuuuuc')).toBeLessThan(after('cuuuuuuuuu'))
  expect(after('cucu')).toBeLessThan(after('cuuu'))
})

test('a page that changes all year long is looked at all year long', () => {
  let history = fresh
  for (let at = born; at < born + 365 * day; at = nextCheck(history).at) {
    const changed = Math.floor(at / (3 * day)) > Math.floor(history.lastAt / (3 * day))
    history = afterCheck(history, { at, outcome: changed ? 'changed' : 'unchanged' })
  }
  expect(nextCheck(history).interval).toBeLessThan(5 * day)
})

test('an article of an active source is looked at more, one of a quiet source less', () => {
  const at = (changes: number, expected: number) =>
    nextCheck(quietUntil(day), 'usual', { source: { changes, expected } }).interval
  expect(at(400, 100)).toBeLessThan(at(100, 100))
  expect(at(100, 100)).toBeLessThan(at(10, 100))
  expect(at(1, 1)).toBe(nextCheck(quietUntil(day)).interval)
})

test('no check comes while the copy is called fresh, but for an hour at most', () => {
  expect(nextCheck(fresh, 'more', { fresh: 40 * minute }).interval).toBe(40 * minute)
  expect(nextCheck(fresh, 'more', { fresh: 365 * day }).interval).toBe(hour)
})

test.each([
  ['f', 15 * minute],
  ['ff', 30 * minute],
  ['fff', hour],
  ['g', hour],
  ['gg', 2 * hour],
  ['ggg', 4 * hour],
  ['gggggggggggggggggggggggg', 30 * day]
])('what does not come (%s) is asked for again after a time that grows, without end', (story, interval) => {
  expect(nextCheck(through(story)).interval).toBe(interval)
})

test('an old article that is out for a moment is asked for again soon, and then as before', () => {
  const old = quietUntil(60 * day)
  expect(nextCheck(through('f', old)).interval).toBe(15 * minute)
  expect(nextCheck(through('fu', old)).interval).toBeGreaterThan(5 * day)
})

test('what was published long before it was found is taken for as old as it is', () => {
  expect(nextCheck(newHistory({ born: born - 365 * day, at: born })).interval).toBe(30 * day)
  expect(newHistory({ born: born + day, at: born }).born).toBe(born)
})

const checks = fc.array(
  fc.record({ wait: fc.integer({ min: 0, max: 90 * day }), outcome: fc.constantFrom(...outcomes) }),
  { maxLength: 40 }
)
const histories = checks.map((steps) =>
  steps.reduce((history, { wait, outcome }) => afterCheck(history, { at: history.lastAt + wait, outcome }), fresh)
)

test('any history: between 5 minutes and 30 days, the same each time, stored without loss; more before usual before less', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { at, interval } = nextCheck(history)
      expect(interval).toBeGreaterThanOrEqual(5 * minute)
      expect(interval).toBeLessThanOrEqual(30 * day)
      expect(at).toBe(history.lastAt + interval)
      expect(nextCheck(JSON.parse(JSON.stringify(history)) as CheckHistory)).toEqual({ at, interval })
      expect(nextCheck(history, 'more').interval).toBeLessThanOrEqual(interval)
      expect(nextCheck(history, 'less').interval).toBeGreaterThanOrEqual(interval)
    })
  )
})

test('a clock that was set back does no harm', () => {
  const back = afterCheck(fresh, { at: born - 10 * day, outcome: 'unchanged' })
  expect(back.lastAt).toBe(born)
})

test('how overdue something is, by its interval', () => {
  expect(overdueRatio({ at: 1000, interval: 500 }, 1000)).toBe(0)
  expect(overdueRatio({ at: 1000, interval: 500 }, 2000)).toBe(2)
  expect(overdueRatio({ at: 1000, interval: 500 }, 500)).toBe(-1)
})

const due = (id: number, host: string, ratio: number): Due => ({ id, host, ratio })

test('the longest overdue go first, within the budget of all and of each host', () => {
  const all = [due(1, 'a', 1), due(2, 'a', 9), due(3, 'a', 5), due(4, 'b', 2), due(5, 'c', 2)]
  expect(choose(all, { total: 3, perHost: 2 }).map(({ id }) => id)).toEqual([2, 3, 4])
  expect(choose(all, { total: 9, perHost: 1 }).map(({ id }) => id)).toEqual([2, 4, 5])
  expect(choose(all, { total: 0, perHost: 9 })).toEqual([])
})

const dues = fc.uniqueArray(
  fc.record({
    id: fc.nat(),
    host: fc.constantFrom('a', 'b', 'c', 'd'),
    ratio: fc.double({ min: -1, max: 1000, noNaN: true })
  }),
  { selector: ({ id }) => id, maxLength: 60 }
)

test('a budget is never exceeded, and none is left while somebody could use it', () => {
  fc.assert(
    fc.property(dues, fc.nat(20), fc.nat(8), (all, total, perHost) => {
      const chosen = choose(all, { total, perHost })
      const of = (list: readonly Due[], host: string) => list.filter((one) => one.host === host).length
      const hosts = [...new Set(all.map(({ host }) => host))]
      for (const host of hosts) expect(of(chosen, host)).toBeLessThanOrEqual(perHost)
      const could = hosts.reduce((sum, host) => sum + Math.min(perHost, of(all, host)), 0)
      expect(chosen).toHaveLength(Math.min(total, could))
    })
  )
})

test('what became due in a long sleep is spread, in its order and the same each time', () => {
  fc.assert(
    fc.property(dues, fc.integer({ min: 1, max: day }), (all, span) => {
      const spread = spreadDue(all, { now: born, span })
      expect(spread).toEqual(spreadDue(all.toReversed(), { now: born, span }))
      expect(spread.map(({ id }) => id)).toEqual(
        choose(all, { total: Infinity, perHost: Infinity }).map(({ id }) => id)
      )
      for (const [n, { at }] of spread.entries()) {
        expect(at).toBeGreaterThanOrEqual(born + Math.floor((n * span) / all.length))
        expect(at).toBeLessThanOrEqual(born + Math.ceil(((n + 1) * span) / all.length))
      }
    })
  )
})

test('the places of ids within a span fill it evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let id = 1; id <= 10_000; id++) tenths[Math.floor(spread(id, 1000) / 100)]!++
  expect(Math.min(...tenths)).toBeGreaterThan(800)
})
