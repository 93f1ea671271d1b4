// node growth-child.ts OLDER NEWER: compares two files of paragraphs and says, as JSON, how long that took the very first
// time, and then the median of several times with warmed-up code (processor milliseconds), and the most memory it had.
import { readFileSync } from 'node:fs'
import { asContent } from '../storage/histories.ts'
import { compare } from '../../src/domain/diff/compare.ts'
import type { Content } from '../../src/domain/revision.ts'
import { measure, timed } from './timing.ts'

/** Comparing so many of the blocks, for so many milliseconds, makes the engine compile its code. */
const warming = { blocks: 200, ms: 2000 }
/** What takes longer than this is not repeated. */
const long = 10_000

const [older, newer] = process.argv.slice(2).map((file) => asContent(readFileSync(file, 'utf8')))
const prepare = () => {
  const [old, to] = [structuredClone(older!), structuredClone(newer!)]
  return () => {
    const { hitTimeout, wordsAdded, wordsRemoved } = compare(old, to, { lang: 'en' })
    return { hitTimeout, words: wordsAdded + wordsRemoved }
  }
}
const before = process.resourceUsage().maxRSS
const cold = timed(prepare())
const { result, median } = cold.ms > long ? { result: cold.result, median: cold.ms } : warmed()
const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024)
const memory = { before: megabytes(before), peak: megabytes(process.resourceUsage().maxRSS) }
console.log(JSON.stringify({ ...result, cold: cold.ms, median, memory }))

function warmed() {
  const part = ({ blocks }: Content): Content => ({ blocks: blocks.slice(0, warming.blocks), claims: [] })
  const until = performance.now() + warming.ms
  while (performance.now() < until) compare(part(older!), part(newer!), { lang: 'en' })
  return measure(prepare)
}
