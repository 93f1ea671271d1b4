import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An article that is edited again and again, as a history file tells of it. */
export interface Wanted {
  readonly name: string
  readonly words: number
  readonly versions: number
}

/** Words a paragraph, and paragraphs that each version touches: as in the articles of the sample library. */
const perParagraph = 52
const touched = 4

/** Numbers between 0 and 1, the same ones each time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

const stock =
  `the council harbour said families would move before engineers repair wall after storm water rose along quay and
  residents asked why letters had not come by spring while ministers promised money for work that begins next month under
  plan agreed last year with owners of boats who fear loss of trade because ferry timetable cannot change until tide falls
  far enough to let cranes stand on old stone steps near market where children wait each morning`.split(/\s+/u)

/** A library of histories is made by importing these files. Each version names itself at the end of its standfirst. */
export function writeHistory(folder: string, { name, words, versions }: Wanted): string {
  const random = numbers(words * 31 + name.length)
  const sentence = (length: number) => {
    const picked = Array.from({ length }, () => stock[Math.floor(random() * stock.length)]!)
    return `${picked[0]!.charAt(0).toUpperCase()}${picked.join(' ').slice(1)}.`
  }
  const paragraph = () => Array.from({ length: 4 }, () => sentence(perParagraph / 4)).join(' ')
  const paragraphs = Array.from({ length: Math.max(2, Math.round(words / perParagraph)) }, paragraph)
  let at = Date.parse('2025-11-03T06:00:00Z')
  const captures = Array.from({ length: versions }, (_, n) => {
    if (n > 0) edit(paragraphs, { random, sentence, paragraph })
    at += Math.round(60_000 * (random() < 0.08 ? 3000 * random() : 8 + 60 * random()))
    return { at: new Date(at).toISOString(), outcome: 'changed', status: 200, content: contentOf(name, n, paragraphs) }
  })
  const url = `https://${name.toLowerCase().replaceAll(/\W+/gu, '-')}.example/story`
  const source = { name: `The ${name}`, homepage: null }
  const article = { url, lang: 'en', dir: 'ltr', folder: null }
  const path = join(folder, `${name.replaceAll(/\W+/gu, '-')}.json`)
  writeFileSync(path, JSON.stringify({ format: 'palimpsest-history', version: 1, source, article, captures }))
  return path
}

interface Means {
  readonly random: () => number
  readonly sentence: (length: number) => string
  readonly paragraph: () => string
}

function edit(paragraphs: string[], { random, sentence, paragraph }: Means): void {
  for (let n = 0; n < touched; n++) {
    const at = Math.floor(random() * paragraphs.length)
    const words = paragraphs[at]!.split(' ')
    words[Math.floor(random() * words.length)] = stock[Math.floor(random() * stock.length)]!
    paragraphs[at] = random() < 0.7 ? words.join(' ') : `${paragraphs[at]} ${sentence(9)}`
  }
  const place = Math.floor(random() * paragraphs.length)
  if (random() < 0.25) paragraphs.splice(place, 1, paragraph())
}

const contentOf = (name: string, n: number, paragraphs: readonly string[]) => ({
  claims: [],
  blocks: [
    { kind: 'headline', text: `${name}: what the harbour said` },
    { kind: 'standfirst', text: `What is known so far, as told in ${edition(n)}` },
    ...paragraphs.map((text) => ({ kind: 'paragraph', text }))
  ]
})

/** The last word of a version's standfirst, by its place in the history. */
export const edition = (n: number): string => `e${String(n + 1).padStart(4, '0')}`
