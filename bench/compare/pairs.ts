import { readPlainText } from '../../src/library/exchange/plain-text.ts'
import type { Content } from '../../src/domain/revision.ts'
import { dice } from '../../tests/crash/dice.ts'
import { asContent, historiesOf, plainText, type History } from '../storage/histories.ts'

/** Two versions of an article that followed one another and differ. */
export interface Pair {
  readonly source: string
  readonly name: string
  readonly lang: string
  readonly older: Content
  readonly newer: Content
}

/** The sets of real histories, by source; the last of them are one documentation in three scripts. */
const sources: Readonly<Record<string, readonly string[]>> = {
  '18f': ['a-18f-blog'],
  digitalgov: ['a-digitalgov-news'],
  g1: ['a-g1-articles'],
  optech: ['a-optech-newsletters'],
  ruby: ['a-ruby-news'],
  ota: ['a-ota-web-documents'],
  fcdo: ['a-fcdo-travel'],
  f1000: ['a-f1000rd'],
  wikipedia: ['a-wikipedia-wikidiff2'],
  react: ['a-react-ar', 'a-react-fa', 'a-react-he']
}

const wanted = process.env['SOURCES']?.split(',')
/** Characters; longer texts would leave little of a sum to the others. */
const longest = 50_000

/** As the command line reads a text; one that it takes for no article is read as a list of paragraphs. */
export const readArticle = (text: string): Content => readPlainText(text) ?? asContent(text)

/** So many changed pairs from the sources that were unpacked, the same ones each time, as many from each as there are. */
export function realPairs(most: number, seed = 4): Pair[] {
  const roll = dice(seed)
  const shuffled = Object.entries(sources)
    .filter(([source]) => wanted === undefined || wanted.includes(source))
    .map(([source, sets]) => shuffle(sets.flatMap(historiesOfSet).flatMap(pairsOf(source)), roll))
    .sort((a, b) => a.length - b.length)
  const chosen: Pair[] = []
  for (const [at, pairs] of shuffled.entries()) {
    const share = Math.ceil((most - chosen.length) / (shuffled.length - at))
    chosen.push(...pairs.slice(0, share))
  }
  return chosen
}

const historiesOfSet = (set: string): History[] => historiesOf(set, readArticle)

const pairsOf =
  (source: string) =>
  ({ lang, texts }: History, article: number): Pair[] =>
    texts.slice(1).flatMap((newer, at) => {
      const older = texts[at]!
      const [from, to] = [plainText(older), plainText(newer)]
      if (from === to || Math.max(from.length, to.length) > longest) return []
      return [{ source, name: `${source} ${article}/${at + 1}`, lang, older, newer }]
    })

function shuffle<T>(list: readonly T[], roll: (below: number) => number): T[] {
  const shuffled = [...list]
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = roll(at + 1)
    ;[shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!]
  }
  return shuffled
}
