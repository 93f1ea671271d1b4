// How many bytes the store takes for real histories, beside what other schemes take for the same; and what raw bodies
// and a year of checks add. Every figure is of this run; sets that were not unpacked are left out, saying so.
import { keepBodies } from './storage/bodies.ts'
import { yearOfChecks } from './storage/checks.ts'
import { headlineHistories, historiesOf, pageCaptures } from './storage/histories.ts'
import { add, againstGit, header, line, measure, smaller, type Sizes } from './storage/sizes.ts'

const families: Record<string, readonly string[]> = {
  articles: ['a-g1-articles', 'a-ruby-news', 'a-18f-blog', 'a-digitalgov-news', 'a-optech-newsletters'],
  documents: ['a-ota-web-documents', 'a-fcdo-travel', 'a-react-ar', 'a-react-fa', 'a-react-he', 'a-f1000rd'],
  headlines: ['a-bbc-headlines']
}
const reading: number[] = []
const totals: Sizes[] = []
const often: Sizes[] = []

console.log('bytes a version; "smaller": text and index against one row each with its index (target: 3),')
console.log('"to git": our text against the pack of git gc --aggressive (target: at most 2.2)')
console.log(header)
for (const [family, sets] of Object.entries(families)) {
  const measured = sets.flatMap((set) => measureSet(set) ?? [])
  if (measured.length > 0) totals.push(measured.reduce(add))
  if (measured.length > 1) console.log(line(`all ${family}`, totals.at(-1)!))
}
if (totals.length > 0) {
  const all = totals.reduce(add)
  console.log(line('all', all))
  if (often.length > 0) console.log(line('with 5 versions or more', often.reduce(add)))
  const [median, p99] = [0.5, 0.99].map(
    (share) => reading.toSorted((a, b) => a - b)[Math.floor(reading.length * share)]!
  )
  console.log(
    `the text of two versions: median ${median!.toFixed(2)} ms, p99 ${p99!.toFixed(2)} ms (target: 10 and 30)`
  )
  if (smaller(all) < 3 || againstGit(all) > 2.2 || median! > 10) process.exitCode = 1
}

function measureSet(set: string): Sizes | undefined {
  const histories = set === 'a-bbc-headlines' ? headlineHistories(set, 500) : historiesOf(set)
  if (histories.length === 0) {
    console.log(`${set.padEnd(24)}not unpacked`)
    return undefined
  }
  const { sizes, times } = measure(histories)
  reading.push(...times)
  console.log(line(set, sizes))
  const long = histories.filter(({ texts }) => texts.length >= 5)
  if (long.length >= 5 && set !== 'a-bbc-headlines') often.push(measure(long).sizes)
  return sizes
}

const captures = pageCaptures('b-ota-html')
if (captures.length === 0) console.log('\nraw bodies: b-ota-html is not unpacked')
else {
  const { bodies, plain, ours, brotli, msPerMB } = keepBodies(captures)
  const pages = new Set(captures.map(({ page }) => page)).size
  const megabytes = [plain, ours, brotli].map((bytes) => (bytes / 1e6).toFixed(2))
  console.log(`\nraw bodies: ${bodies} captures of ${pages} pages over years, ${megabytes[0]} MB`)
  console.log(`  ours ${megabytes[1]} MB, brotli (quality 9) each ${megabytes[2]} MB`)
  console.log(`  ratio ${(ours / brotli).toFixed(3)} (target: at most 0.25)`)
  const [keeping, read, squeezing] = [msPerMB.ours, msPerMB.reading, msPerMB.brotli].map((ms) => ms.toFixed(1))
  console.log(`  keeping takes ${keeping} ms a MB, reading ${read}, brotli ${squeezing}`)
  if (ours / brotli > 0.25) process.exitCode = 1
}

console.log('\na year of hourly checks of 10,000 articles that find nothing new (measured with 2,000):')
for (const [name, trouble, most] of [
  ['all answered', null, 100],
  ['one 503 a month', 730, 100],
  ['one 503 a week', 168, null]
] as const) {
  const megabytes = (yearOfChecks(2000, trouble) * 5) / 1e6
  const target = most === null ? '' : ` (target: under ${most})`
  console.log(`  ${name.padEnd(16)}${megabytes.toFixed(1).padStart(8)} MB${target}`)
  if (most !== null && megabytes > most) process.exitCode = 1
}
