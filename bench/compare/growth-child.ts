// node growth-child.ts OLDER NEWER: compares two files of paragraphs and says, as JSON, how long that took the first time
// and the median of several times (processor milliseconds), and the most memory the process had.
import { readFileSync } from 'node:fs'
import { asContent } from '../storage/histories.ts'
import { compare } from '../../src/domain/diff/compare.ts'
import { measure } from './timing.ts'

const [older, newer] = process.argv.slice(2).map((file) => asContent(readFileSync(file, 'utf8')))
const before = process.resourceUsage().maxRSS
const { result, first, median } = measure(() => {
  const [old, to] = [structuredClone(older!), structuredClone(newer!)]
  return () => {
    const { hitTimeout, wordsAdded, wordsRemoved } = compare(old, to, { lang: 'en' })
    return { hitTimeout, words: wordsAdded + wordsRemoved }
  }
})
const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024)
const memory = { before: megabytes(before), peak: megabytes(process.resourceUsage().maxRSS) }
console.log(JSON.stringify({ ...result, first, median, memory }))
