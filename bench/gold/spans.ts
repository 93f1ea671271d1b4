import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Engine } from '../compare/engines.ts'
import type { Segment } from '../compare/segments.ts'
import { addScores, f1, noScore, scoreOf, type Score } from './score.ts'

/** Words `from` to `to` of a sentence whose words stand between single spaces. */
type Span = readonly [from: number, to: number]

/** What people marked as one edit: words that went, words that came, or both. */
export interface Edit {
  readonly old: Span | null
  readonly new: Span | null
}

/** Two versions of a sentence with the edits that people see between them, some also as others see them. */
export interface Item {
  readonly id: string
  readonly old: string
  readonly new: string
  readonly edits: readonly Edit[]
  readonly alternative_edits: readonly (readonly Edit[])[]
}

/** One sentence pair as an engine read it. */
export interface Reading {
  readonly item: Item
  readonly edits: readonly Edit[]
  readonly words: Score
  readonly spans: Score
}

const set = resolve(import.meta.dirname, '../../.cache/data/a-gold-arxivedits')

/** The annotated pairs; none where the set was not unpacked. */
export function goldItems(): Item[] {
  const files = ['train.json', 'dev.json'].map((name) => join(set, name)).filter((file) => existsSync(file))
  return files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Item[])
}

/** Holds what an engine marks against the annotation that is nearest to it. */
export function readItem({ prepare }: Engine, item: Item): Reading {
  const content = (text: string) => ({ blocks: [{ kind: 'paragraph' as const, text }], claims: [] })
  const pair = { source: 'gold', name: item.id, lang: 'en', older: content(item.old), newer: content(item.new) }
  const edits = editsOf(prepare(pair)()(), item)
  const readings = [item.edits, ...item.alternative_edits].map((gold) => ({
    item,
    edits,
    words: scoreOf(wordsOf(edits), wordsOf(gold)),
    spans: scoreOf(spansOf(edits), spansOf(gold))
  }))
  return readings.reduce((best, other) =>
    f1(other.words) + f1(other.spans) > f1(best.words) + f1(best.spans) ? other : best
  )
}

export function totals(readings: readonly Reading[]): { readonly words: Score; readonly spans: Score } {
  return {
    words: readings.map(({ words }) => words).reduce(addScores, noScore),
    spans: readings.map(({ spans }) => spans).reduce(addScores, noScore)
  }
}

function wordsOf(edits: readonly Edit[]): Set<string> {
  const every = (side: string, span: Span | null) =>
    span === null ? [] : Array.from({ length: span[1] - span[0] }, (_, at) => `${side} ${span[0] + at}`)
  return new Set(edits.flatMap((edit) => [...every('old', edit.old), ...every('new', edit.new)]))
}

function spansOf(edits: readonly Edit[]): Set<string> {
  return new Set(edits.map((edit) => `${edit.old?.join('-') ?? ''} ${edit.new?.join('-') ?? ''}`))
}

/** The words that each change touches; changes with no word between them are one. */
function editsOf(segments: readonly Segment[], item: Item): Edit[] {
  const places = { old: placesOf(item.old), new: placesOf(item.new) }
  const edits: Edit[] = []
  let at = { old: 0, new: 0 }
  let end = { old: 0, new: 0 }
  const close = () => {
    const edit = { old: touched(places.old, [at.old, end.old]), new: touched(places.new, [at.new, end.new]) }
    if (edit.old !== null || edit.new !== null) add(edits, edit)
    at = end
  }
  for (const [op, text, older] of segments) {
    if (op === 0) {
      close()
      at = { old: at.old + (older ?? text).length, new: at.new + text.length }
      end = at
    } else if (op === -1) end = { ...end, old: end.old + text.length }
    else end = { ...end, new: end.new + text.length }
  }
  close()
  return edits
}

function placesOf(text: string): readonly Span[] {
  let at = 0
  return text.split(' ').map((word) => {
    const from = at
    at += word.length + 1
    return [from, from + word.length]
  })
}

/** The words with a character inside a stretch of characters, or around an empty one. */
function touched(places: readonly Span[], [from, to]: Span): Span | null {
  const first = places.findIndex((place) => place[0] < to && place[1] > from)
  if (first < 0) return null
  return [first, places.findLastIndex((place) => place[0] < to && place[1] > from) + 1]
}

function add(edits: Edit[], edit: Edit): void {
  const last = edits.at(-1)
  const overlap = (a: Span | null, b: Span | null) => a !== null && b !== null && b[0] < a[1]
  if (last === undefined || !(overlap(last.old, edit.old) || overlap(last.new, edit.new))) edits.push(edit)
  else edits[edits.length - 1] = { old: union(last.old, edit.old), new: union(last.new, edit.new) }
}

function union(a: Span | null, b: Span | null): Span | null {
  return a === null || b === null ? (a ?? b) : [a[0], b[1]]
}
