import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { diffArrays } from 'diff'
import { compare } from '../../src/domain/diff/compare.ts'
import { sentenceMap, type SentenceStep } from '../../src/domain/diff/sentence-map.ts'
import type { Content } from '../../src/domain/revision.ts'
import { addScores, noScore, scoreOf, type Score } from './score.ts'

/** Two drafts of an essay as sentences, and which sentence people say became which, as `old new`. */
export interface Essay {
  readonly name: string
  readonly old: readonly string[]
  readonly new: readonly string[]
  readonly gold: ReadonlySet<string>
}

/** Which sentence became which: pairs of positions. */
type Aligner = (essay: Essay) => ReadonlySet<string>

const set = resolve(import.meta.dirname, '../../.cache/data/a-gold-argrewrite')

interface Gold {
  readonly old: readonly { readonly i: readonly number[]; readonly aligned: readonly number[] }[]
}

/** The annotated essays; none where the set was not unpacked. */
export function essays(): Essay[] {
  if (!existsSync(set)) return []
  return readdirSync(set).map((name) => {
    const read = (file: string) => readFileSync(join(set, name, file), 'utf8')
    const lines = (file: string) => read(file).replace(/\n$/, '').split('\n')
    const gold = (JSON.parse(read('gold.json')) as Gold).old.flatMap(({ i, aligned }) =>
      i.flatMap((old) => aligned.map((to) => `${old - 1} ${to - 1}`))
    )
    return { name, old: lines('v1.txt'), new: lines('v2.txt'), gold: new Set(gold) }
  })
}

/** All pairs, and those whose sentences differ. */
export function scoreEssays(list: readonly Essay[], align: Aligner): { readonly all: Score; readonly changed: Score } {
  const scores = list.map((essay) => {
    const found = align(essay)
    const changed = (pairs: ReadonlySet<string>) => new Set([...pairs].filter((pair) => differs(essay, pair)))
    return { all: scoreOf(found, essay.gold), changed: scoreOf(changed(found), changed(essay.gold)) }
  })
  return {
    all: scores.map(({ all }) => all).reduce(addScores, noScore),
    changed: scores.map(({ changed }) => changed).reduce(addScores, noScore)
  }
}

function differs(essay: Essay, pair: string): boolean {
  const [old, to] = pair.split(' ').map(Number)
  return essay.old[old!] !== essay.new[to!]
}

/** Equal sentences in order. */
export const equalInOrder: Aligner = (essay) => {
  const pairs = new Set<string>()
  const at = { old: 0, new: 0 }
  for (const { added, removed, count } of diffArrays([...essay.old], [...essay.new])) {
    if (!added && !removed) for (let n = 0; n < count; n++) pairs.add(`${at.old + n} ${at.new + n}`)
    if (!added) at.old += count
    if (!removed) at.new += count
  }
  return pairs
}

/** Ours, each sentence a paragraph of its own. */
export const oursApart: Aligner = (essay) => {
  const sides = { older: paragraphs(essay.old), newer: paragraphs(essay.new) }
  return pairsOf(sentenceMap(sides, compare(sides.older, sides.newer, { lang: 'en' }), wholly))
}

/** Ours, all sentences one paragraph. */
export const oursTogether: Aligner = (essay) => {
  const sides = { older: paragraphs([essay.old.join(' ')]), newer: paragraphs([essay.new.join(' ')]) }
  const spans = new Map([essay.old, essay.new].map((sentences) => [sentences.join(' '), spansOf(sentences)]))
  const comparison = compare(sides.older, sides.newer, { lang: 'en' })
  return pairsOf(sentenceMap(sides, comparison, (text) => spans.get(text)!))
}

function paragraphs(texts: readonly string[]): Content {
  return { blocks: texts.map((text) => ({ kind: 'paragraph', text })), claims: [] }
}

const wholly = (text: string) => [{ from: 0, to: text.length }]

function spansOf(sentences: readonly string[]) {
  let from = 0
  return sentences.map(({ length }) => {
    const span = { from, to: from + length }
    from = span.to + 1
    return span
  })
}

function pairsOf(steps: readonly SentenceStep[]): Set<string> {
  return new Set(steps.flatMap((step) => step.old.flatMap((old) => step.new.map((to) => `${old} ${to}`))))
}
