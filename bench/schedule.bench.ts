// How many edits of real articles a schedule catches, with how many requests, and how long after they were made: ours against
// those of NewsDiffs and NewsSniffer and fixed intervals, over 60 days from the first state of each article. Ours was tuned
// on one half of the articles; the other half is shown. DAYS=60 HALF=test|train|all
import { afterCheck, newHistory, nextCheck, type CheckHistory, type Hints } from '../src/domain/schedule.ts'
import { table } from './library/measure.ts'
import { lives, within, type Life } from './schedule/histories.ts'
import { every, newsDiffs, newsSniffer } from './schedule/rivals.ts'
import { share, watch, type Policy } from './schedule/simulate.ts'

const days = Number(process.env['DAYS'] ?? 60)
const half = process.env['HALF'] ?? 'test'
const span = days * 24 * 3_600_000
const quarter = 15 * 60_000

const all = lives()
  .map((life) => within(life, days))
  .filter(({ states }) => states.length > 1)
if (all.length === 0) console.log('The revision times are not on this machine (.cache/data); nothing to measure.')
const isTrain = ({ id }: Life): boolean => share(`split ${id}`) < 0.5
const measured = all.filter((life) => half === 'all' || isTrain(life) === (half === 'train'))

const ours = (name: string, pace: 'usual' | 'more' | 'less' = 'usual', hints: Hints = {}): Policy<CheckHistory> => ({
  name,
  first: (at, born) => newHistory({ born, at }),
  after: (history, at, changed) => afterCheck(history, { at, outcome: changed ? 'changed' : 'unchanged' }),
  next: (history) => nextCheck(history, pace, hints).at
})

interface Sum {
  readonly requests: number
  readonly edits: number
  readonly caught: number
  readonly delays: number[]
}

function run<M>(policy: Policy<M>, of: readonly Life[]): Sum {
  const sum = { requests: 0, edits: 0, caught: 0, delays: [] as number[] }
  for (const life of of) {
    const seen = watch(policy, life, { span, phase: share(life.id) * quarter })
    sum.requests += seen.requests
    sum.edits += seen.edits
    sum.caught += seen.caught
    for (const delay of seen.delays) sum.delays.push(delay)
  }
  sum.delays.sort((a, b) => a - b)
  return sum
}

/** What a source has shown: the sums over its articles of the other half. */
function ofSource(set: string): Pick<CheckHistory, 'changes' | 'expected'> {
  const sum = { changes: 0, expected: 0 }
  const watched: Policy<CheckHistory> = ours('')
  for (const life of all.filter((life) => life.set === set && isTrain(life))) {
    let last: CheckHistory | undefined
    watch({ ...watched, next: (history) => watched.next((last = history)) }, life, {
      span,
      phase: share(life.id) * quarter
    })
    sum.changes += last?.changes ?? 0
    sum.expected += last?.expected ?? 0
  }
  return sum
}

const minutes = (delays: readonly number[], part: number): string => {
  const delay = delays[Math.floor(part * (delays.length - 1))]!
  return delay === Infinity ? 'never' : (delay / 60_000).toFixed(1)
}
const quiet: Life = { set: '', id: 'quiet', states: [{ at: 0, text: '' }] }

function row<M>(policy: Policy<M>, of: readonly Life[]): string[] {
  const { requests, edits, caught, delays } = run(policy, of)
  const each = run(policy, [quiet]).requests
  return [
    policy.name,
    (requests / of.length).toFixed(1),
    String(each),
    `${caught} of ${edits}`,
    (caught / requests).toFixed(3),
    minutes(delays, 0.5),
    minutes(delays, 0.75),
    minutes(delays, 0.9)
  ]
}

const heads = [
  'schedule',
  'requests an article',
  'of a quiet one',
  'edits caught',
  'caught a request',
  'delay p50 min',
  'p75',
  'p90'
]
const rows = (of: readonly Life[], set?: string): string[][] => [
  row(ours('Palimpsest'), of),
  ...(set === undefined ? [] : [row(ours('Palimpsest, source known', 'usual', { source: ofSource(set) }), of)]),
  row(newsDiffs, of),
  row(newsSniffer, of)
]

if (measured.length > 0) {
  console.log(`All sets, ${half}: ${measured.length} articles, ${days} days`)
  const others = [ours('Palimpsest, more', 'more'), ours('Palimpsest, less', 'less')]
  const fixed = [every(15), every(60), every(360)]
  console.log(
    table(heads, [
      ...rows(measured),
      ...others.map((one) => row(one, measured)),
      ...fixed.map((one) => row(one, measured))
    ])
  )
  for (const set of new Set(measured.map(({ set }) => set))) {
    const of = measured.filter((life) => life.set === set)
    console.log(`\n${set}: ${of.length} articles`)
    console.log(table(heads, rows(of, set)))
  }
}
