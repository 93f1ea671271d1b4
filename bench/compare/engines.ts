import { diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import fastDiff from 'fast-diff'
import { diff as changesBetween } from 'fast-myers-diff'
import htmlDiff from 'node-htmldiff'
import { compare } from '../../src/domain/diff/compare.ts'
import { plainText } from '../storage/histories.ts'
import type { Pair } from './pairs.ts'
import { finerSegmentsOf, segmentsOf, type Segment } from './segments.ts'

/** Something that compares. `prepare` is not measured; what it gives is, and then brought to segments. */
export interface Engine {
  readonly name: string
  readonly prepare: (pair: Pair) => () => () => readonly Segment[]
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** An engine that takes two texts and gives segments at once. */
function onTexts(name: string, diff: (older: string, newer: string) => readonly Segment[]): Engine {
  return {
    name,
    prepare: ({ older, newer }) => {
      const [old, to] = [plainText(older), plainText(newer)]
      return () => {
        const segments = diff(old, to)
        return () => segments
      }
    }
  }
}

/** Copies of the contents, so that nothing is known of them from before. */
const oursAs = (name: string, segments: typeof segmentsOf): Engine => ({
  name,
  prepare: ({ older, newer, lang }) => {
    const [old, to] = [structuredClone(older), structuredClone(newer)]
    return () => {
      const comparison = compare(old, to, { lang })
      return () => segments(comparison, old, to)
    }
  }
})

export const ours = oursAs('ours, with edits', segmentsOf)

/** Without what changed runs keep of the other side: each word by itself. */
export const oursFiner = oursAs('ours, every word', finerSegmentsOf)

export const jsdiff = onTexts('jsdiff diffWords', (older, newer) => fromParts(diffWords(older, newer)))

const jsdiffSegmenter = onTexts('jsdiff diffWords + Segmenter', (older, newer) =>
  fromParts(diffWords(older, newer, { intlSegmenter: segmenter }))
)

interface Part {
  readonly value: string
  readonly added: boolean
  readonly removed: boolean
}

const fromParts = (parts: readonly Part[]): Segment[] =>
  parts.map(({ value, added, removed }) => [added ? 1 : removed ? -1 : 0, value])

const matchPatch = new DiffMatchPatch()

/** Its time limit stays what it is: one second. */
const dmpCharacters = onTexts('diff-match-patch + semantic (1 s)', (older, newer) => {
  matchPatch.Diff_Timeout = 1
  const diffs = matchPatch.diff_main(older, newer)
  matchPatch.diff_cleanupSemantic(diffs)
  return diffs as Segment[]
})

const dmpWords = onTexts('diff-match-patch by words + semantic', (older, newer) => {
  const number = numbering()
  const texts: string[] = []
  const coded = (text: string) =>
    (text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [])
      .map((word) => {
        texts[number(word)] = word
        return String.fromCharCode(number(word))
      })
      .join('')
  matchPatch.Diff_Timeout = 0
  const diffs = matchPatch.diff_main(coded(older), coded(newer), false)
  matchPatch.diff_cleanupSemantic(diffs)
  return diffs.map(([op, code]) => [op, [...code].map((unit) => texts[unit.charCodeAt(0)]).join('')] as Segment)
})

const fastDiffCleaned = onTexts('fast-diff + clean-up', (older, newer) => fastDiff(older, newer, undefined, true))

const fastMyers = onTexts('fast-myers-diff (words)', (older, newer) => {
  const number = numbering()
  const [old, to] = [wordsWithSpace(older), wordsWithSpace(newer)]
  const numbers = [old, to].map((words) => Int32Array.from(words, (word) => number(word.trim())))
  const segments: Segment[] = []
  let done = 0
  for (const [oldFrom, oldTo, newFrom, newTo] of changesBetween(numbers[0]!, numbers[1]!)) {
    segments.push([0, to.slice(done, newFrom).join('')])
    segments.push([-1, old.slice(oldFrom, oldTo).join('')], [1, to.slice(newFrom, newTo).join('')])
    done = newTo
  }
  return [...segments, [0, to.slice(done).join('')]]
})

/** Words and single marks, each with the space after it. */
const wordsWithSpace = (text: string): readonly string[] =>
  text.match(/(?:[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}])\s*|^\s+/gu) ?? []

/** Equal texts get equal numbers, from 1. */
function numbering(): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const found = known.get(text) ?? known.size + 1
    known.set(text, found)
    return found
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const unescapes: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const escape = (text: string) => text.replace(/[&<>]/g, (mark) => escapes[mark]!)
const unescape = (text: string) => text.replace(/&(?:amp|lt|gt);/g, (entity) => unescapes[entity]!)

/** Takes texts as pages and gives a page with marks. */
const nodeHtmlDiff = onTexts('node-htmldiff', (older, newer) => {
  let op: Segment[0] = 0
  return htmlDiff(escape(older), escape(newer))
    .split(/(<\/?(?:ins|del)\b[^>]*>)/)
    .flatMap((part): Segment[] => {
      if (!part.startsWith('<')) return [[op, unescape(part)]]
      op = part.startsWith('</') ? 0 : part.startsWith('<ins') ? 1 : -1
      return []
    })
})

/** Those beside diffWords. */
export const peers: readonly Engine[] = [
  jsdiffSegmenter,
  dmpCharacters,
  dmpWords,
  fastDiffCleaned,
  fastMyers,
  nodeHtmlDiff
]
