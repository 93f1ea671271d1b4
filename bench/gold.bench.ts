// Our alignment of sentences and our marks held against what people say: F1 of sentence pairs and of words and spans
// changed, beside other engines by the same rules. The spans we are furthest off go to .cache/bench/gold-worst.txt.
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { jsdiff, ours, oursFiner, peers, type Engine } from './compare/engines.ts'
import { f1, type Score } from './gold/score.ts'
import { equalInOrder, essays, oursApart, oursTogether, scoreEssays } from './gold/sentences.ts'
import { goldItems, readItem, totals, type Reading } from './gold/spans.ts'
import { worst } from './gold/worst.ts'
import { table } from './library/measure.ts'

const folder = resolve(import.meta.dirname, '../.cache/bench')
const rounded = (value: number) => value.toFixed(3)

const drafts = essays()
if (drafts.length === 0) console.log('sentences: a-gold-argrewrite is not unpacked')
else {
  const row = (name: string, { all, changed }: { all: Score; changed: Score }) => {
    const precise = ({ right, found }: Score) => rounded(right / Math.max(1, found))
    return [name, rounded(f1(all)), rounded(f1(changed)), precise(changed), rounded(changed.right / changed.gold)]
  }
  console.log(`\nsentences of ${drafts.length} essays (target: all above .975, changed above .950)`)
  console.log(
    table(
      ['', 'F1, all', 'F1, changed', 'precision', 'recall'],
      [
        row('equal ones in order', scoreEssays(drafts, equalInOrder)),
        row('ours, a paragraph each', scoreEssays(drafts, oursApart)),
        row('ours, one paragraph', scoreEssays(drafts, oursTogether))
      ]
    )
  )
}

const items = goldItems()
if (items.length === 0) console.log('spans: a-gold-arxivedits is not unpacked')
else {
  const readings = [jsdiff, ...peers, ours, oursFiner].map(
    (engine) => [engine, items.map((item) => readItem(engine, item))] as const
  )
  console.log(`\nwords changed in ${items.length} sentences (target: above diffWords, .936 / .643; spans .75)`)
  console.log(table(['', 'words F1', 'spans F1', 'words, mean', 'spans, mean'], readings.map(spanRow)))
  mkdirSync(folder, { recursive: true })
  writeFileSync(resolve(folder, 'gold-worst.txt'), worst(readings.at(-1)![1], 30))
}

function spanRow([{ name }, readings]: readonly [Engine, readonly Reading[]]): string[] {
  const { words, spans } = totals(readings)
  const mean = (of: (reading: Reading) => Score) =>
    readings.reduce((sum, reading) => sum + f1(of(reading)), 0) / readings.length
  return [name, ...[f1(words), f1(spans), mean((one) => one.words), mean((one) => one.spans)].map(rounded)]
}
