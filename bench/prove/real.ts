import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readArticle } from '../compare/pairs.ts'
import { goldItems } from '../gold/spans.ts'
import { asContent, headlineHistories, historiesOf, type History } from '../storage/histories.ts'
import { addProofs, nothingProven, prove, type Proof } from './check.ts'

const data = resolve(import.meta.dirname, '../../.cache/data')
const everyHeadline = 1_000_000

/** Every data set of revisions that was unpacked. */
export function revisionSets(): string[] {
  return existsSync(data) ? readdirSync(data).filter((name) => name.startsWith('a-')) : []
}

/** Compares every two consecutive revisions of every history of a set, both ways. */
export function proveSet(set: string): Proof {
  let total = nothingProven
  for (const [article, { lang, texts }] of readSet(set).entries()) {
    for (const [at, newer] of texts.slice(1).entries()) {
      const older = texts[at]!
      const name = `${set} ${article}/${at + 1}`
      total = addProofs(total, prove(name, { lang, older, newer }))
      total = addProofs(total, prove(`${name} back`, { lang, older: newer, newer: older }))
    }
  }
  return total
}

/** The histories of a set. */
export function readSet(set: string): History[] {
  if (existsSync(join(data, set, 'headlines.jsonl'))) return headlineHistories(set, everyHeadline)
  if (existsSync(join(data, set, 'edits.jsonl'))) return singleEdits(join(data, set, 'edits.jsonl'))
  if (set === 'a-gold-arxivedits')
    return goldItems().map((item) => ({ lang: 'en', texts: [item.old, item.new].map(asContent) }))
  return historiesOf(set, readArticle)
}

function singleEdits(file: string): History[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const edit = JSON.parse(line) as { lang: string; old: string; new: string }
      return { lang: edit.lang, texts: [edit.old, edit.new].map(asContent) }
    })
}
