import { table } from '../library/measure.ts'
import { addCounts, count, noCounts, type Counts } from './counts.ts'
import { jsdiff, ours, peers, type Engine } from './engines.ts'
import { gitWordDiff } from './git.ts'
import { realPairs, type Pair } from './pairs.ts'
import { reference } from './reference.ts'
import { measure, quantile, sum } from './timing.ts'

/** What one engine made of all pairs. */
interface Result {
  readonly engine: Engine
  /** Milliseconds for each pair: the first time it was read, and the median of several times. */
  readonly first: readonly number[]
  readonly times: readonly number[]
  readonly counts: readonly Counts[]
  readonly total: Counts
}

const size = 180
/** Every engine first works on another choice of pairs for so many milliseconds, so that its code is compiled. */
const warming = { seed: 5, ms: 5000 }

/** Measures ours and the others on the same real pairs and prints the table, the ratios and where ours does worst. */
export async function comparePairs(): Promise<void> {
  const pairs = realPairs(size)
  if (pairs.length === 0) {
    console.log('real pairs: no data set is unpacked')
    return
  }
  const wanted = [...peers, gitWordDiff, ...(await reference())].filter(({ name }) => isWanted(name))
  const engines = [ours, jsdiff, ...wanted]
  const results = engines.map((engine) => run(engine, pairs))
  console.log(`\n${pairs.length} pairs of real versions`)
  console.log(table(head, results.map(row)))
  const [own, ...others] = results
  sayRatios(own!, others)
  saySources(pairs, own!, others)
  sayWorst(pairs, own!, others)
}

function warm({ prepare }: Engine): void {
  const pairs = realPairs(size, warming.seed)
  const until = performance.now() + warming.ms
  for (let at = 0; performance.now() < until; at++) prepare(pairs[at % pairs.length]!)()
}

function run(engine: Engine, pairs: readonly Pair[]): Result {
  warm(engine)
  const measured = pairs.map((pair) => {
    const { result, first, median } = measure(() => engine.prepare(pair))
    return { first, median, counts: count(result()) }
  })
  const counts = measured.map(({ counts }) => counts)
  return {
    engine,
    first: measured.map(({ first }) => first),
    times: measured.map(({ median }) => median),
    counts,
    total: counts.reduce(addCounts, noCounts)
  }
}

/** PEERS=git,layered ... beside diffWords, which the ratios need. */
function isWanted(name: string): boolean {
  return process.env['PEERS']?.split(',').some((wanted) => name.startsWith(wanted)) ?? true
}

const head = ['engine', 'median', 'p95', 'max', 'sum', 'sum, first', 'words', 'changes', 'islands < 3', 'cut']
const short = (ms: number) => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0))

function row({ engine, first, times, total }: Result): string[] {
  const figures = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times), sum(times), sum(first)].map(short)
  return [engine.name, ...figures, ...[total.words, total.changes, total.islands, total.cut].map(String)]
}

function sayRatios(own: Result, others: readonly Result[]): void {
  const words = others.find(({ engine }) => engine === jsdiff)!
  const least = others.reduce((a, b) => (b.total.words < a.total.words ? b : a))
  const p95 = (result: Result) => quantile(result.times, 0.95)
  const fewer = (1 - own.total.changes / words.total.changes) * 100
  const more = (own.total.words / least.total.words - 1) * 100
  console.log('\nours against the others (target):')
  console.log(`  words marked: ${more.toFixed(1)} % above the least, ${least.engine.name} (at most 10 %)`)
  console.log(`  changes: ${fewer.toFixed(1)} % fewer than diffWords (at least 45 %)`)
  console.log(`  short islands: ${(words.total.islands / own.total.islands).toFixed(1)} times fewer (at least 15)`)
  console.log(`  cut words: ${own.total.cut} (0)`)
  console.log(`  sum: ${(sum(words.times) / sum(own.times)).toFixed(1)} times less than diffWords (at least 20)`)
  console.log(`  p95: ${(p95(words) / p95(own)).toFixed(1)} times less (at least 25)`)
  console.log(`  max: ${short(Math.max(...own.times))} ms (under 50)`)
}

/** The same ratios for each source by itself, as one source can carry a sum. */
function saySources(pairs: readonly Pair[], own: Result, others: readonly Result[]): void {
  const words = others.find(({ engine }) => engine === jsdiff)!
  const rows = [...new Set(pairs.map(({ source }) => source))].map((source) => {
    const of = <T>(values: readonly T[]) => values.filter((_, at) => pairs[at]!.source === source)
    const total = ({ counts }: Result) => of(counts).reduce(addCounts, noCounts)
    const [a, b] = [total(own), total(words)]
    const least = Math.min(...others.map((other) => total(other).words))
    const against = (mine: number, theirs: number) => `${mine}/${theirs}`
    const faster = sum(of(words.times)) / sum(of(own.times))
    const counted = [against(a.words, least), against(a.changes, b.changes), against(a.islands, b.islands)]
    return [source, String(of(pairs).length), faster.toFixed(1), ...counted]
  })
  console.log(
    '\nby source: times faster than diffWords; words against the least; changes and islands against diffWords'
  )
  console.log(table(['source', 'pairs', 'faster', 'words', 'changes', 'islands < 3'], rows))
}

/** The pairs to learn from. */
function sayWorst(pairs: readonly Pair[], own: Result, others: readonly Result[]): void {
  const leastWords = pairs.map((_, at) => Math.min(...others.map(({ counts }) => counts[at]!.words)))
  const excess = own.counts.map(({ words }, at) => words - leastWords[at]!)
  const worst = (title: string, values: readonly number[], say: (at: number) => string) => {
    const order = values.map((_, at) => at).sort((a, b) => values[b]! - values[a]!)
    console.log(`\n${title}`)
    for (const at of order.slice(0, 10)) console.log(`  ${pairs[at]!.name} (${pairs[at]!.lang}): ${say(at)}`)
  }
  for (const [at, { cut }] of own.counts.entries()) if (cut > 0) console.log(`\ncut words: ${pairs[at]!.name}`)
  worst('slowest pairs', own.times, (at) => `${short(own.times[at]!)} ms`)
  worst('most words marked above the least of the others', excess, (at) => {
    return `${own.counts[at]!.words} against ${leastWords[at]!}`
  })
  worst(
    'most short islands',
    own.counts.map(({ islands }) => islands),
    (at) => `${own.counts[at]!.islands} in ${own.counts[at]!.changes} changes`
  )
}
