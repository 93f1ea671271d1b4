// Packages: whether 1,000 real histories come back from a package as they went in, in two round trips, what that takes, and
// how much memory an export needs for 250, 1,000 and 4,000 articles of five versions with their pages.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { portions, roundTrip } from './package/round-trip.ts'

const most = Number(process.env['HISTORIES'] ?? 1000)
const sizes = (process.env['ARTICLES'] ?? '250,1000,4000').split(',').map(Number)
const mb = (bytes: number): string => (bytes / 1e6).toFixed(1)

console.log('Round trips: set, articles, versions, MB, texts not the same, refused; seconds to write, verify, import')
const sums = { articles: 0, versions: 0, wrong: 0, refused: 0 }
for (const { set, histories } of most > 0 ? portions(most) : []) {
  const trip = await roundTrip(set, histories)
  const { articles, versions, wrong, refused, seconds, verify } = trip
  sums.articles += articles
  sums.versions += versions
  sums.wrong += wrong
  sums.refused += refused
  const times = [seconds.write, seconds.verify, seconds.import].map((one) => one.toFixed(1)).join(' ')
  console.log(
    `  ${[set.padEnd(24), articles, versions, mb(trip.bytes), wrong, refused].join('\t')}\t${times}\t${verify}`
  )
}
console.log(`  ${['all'.padEnd(24), sums.articles, sums.versions, '', sums.wrong, sums.refused].join('\t')}`)

console.log('Memory of an export: articles, MB of pages, MB of the package, seconds, MB at its start, MB grown at most')
const child = join(import.meta.dirname, 'package/memory-child.ts')
// What an export needs shows where little is given: V8 lets garbage lie for as long as there is room.
const small = ['--max-old-space-size=40', '--max-semi-space-size=2']
function inChild(...args: string[]): Readonly<Record<'bytes' | 'size' | 'seconds' | 'before' | 'grown', number>> {
  const { stdout } = spawnSync(process.execPath, [...small, child, ...args], { encoding: 'utf8' })
  return JSON.parse(stdout) as ReturnType<typeof inChild>
}
for (const articles of sizes) {
  const library = join(mkdtempSync(join(tmpdir(), 'palimpsest-bench-')), 'library.db')
  const { bytes } = inChild('fill', library, String(articles))
  const { size, seconds, before, grown } = inChild('write', library)
  console.log(`  ${[articles, mb(bytes), mb(size), seconds.toFixed(1), mb(before), mb(grown)].join('\t')}`)
}
process.exitCode = sums.wrong + sums.refused === 0 ? 0 : 1
